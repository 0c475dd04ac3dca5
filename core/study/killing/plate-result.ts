import type { Estimate } from '../../base/math/welch.ts';
import type { Problem } from '../../base/problem.ts';
import type { Kinetics } from '../../biology/killing/kinetics.ts';
import type { Assay, EffectorAxis } from './assay.ts';
import type { Effector, TaughtGate } from './plate.ts';
import type { PlateProblem } from './read-wells.ts';
import type { FormedLysis, LysisForm } from './well-lysis.ts';

export type PlateVerdict = 'good' | 'accept' | 'invalid';

export type RuleCode =
  | 'spontaneous'
  | 'replicates'
  | 'target-viability'
  | 'minimum-targets'
  | 'monotone'
  | 'hours'
  | 'copied-wells'
  | 'disintegrated'
  | 'contents'
  | 'readings'
  | 'control-donor';

/** One rule of validity. Without a limit of the laboratory's own it judges nothing. */
export interface PlateRule {
  readonly rule: RuleCode;
  /** Of which effector, or wells. */
  readonly of?: string;
  readonly value: number | undefined;
  /** Good up to the first, accepted up to the second; or the one that must be met. */
  readonly limit: readonly number[] | undefined;
  readonly verdict: PlateVerdict | 'no-limit' | 'no-chart' | 'not-stated';
}

/** Effectors for one target by what an effector is; undefined where the lot's viability or share of NK cells is not known. */
export type Ratios = { readonly [A in EffectorAxis]: number | undefined };

/** Lysis of the wells of one E:T: percent, as measured, below 0 and above 100 too. */
export interface LysisRow {
  readonly ratios: Ratios;
  readonly wells: readonly string[];
  readonly lysis: Estimate;
  readonly form: LysisForm;
  /** Over hours, of the means of these wells against those of targets alone. */
  readonly kinetics?: Kinetics & { readonly hours: readonly number[] };
  /** The same wells by another formula, where what was counted allows it. */
  readonly other?: FormedLysis;
  /** Standard error of counting alone, points; of counted targets only. */
  readonly countingSe?: number;
  /** Points by which it moves with a small move of a gate; of wells that were counted from FCS files. */
  readonly gateMove?: number;
}

/** Lytic units for 1e7 effectors by an axis. */
export type UnitsOfAxis =
  | { readonly state: 'value'; readonly value: number; readonly low: number | undefined; readonly high: number | undefined }
  | { readonly state: 'not-reached'; readonly below: number }
  | { readonly state: 'above-range'; readonly above: number }
  | { readonly state: 'too-few-ratios' | 'no-curve' };

export interface LyticUnitsRow {
  readonly percent: number;
  readonly axes: { readonly [A in EffectorAxis]: UnitsOfAxis | undefined };
  /** Lytic units in all cells of the product, by the assay's own definition of an effector; undefined where either is not known. */
  readonly potency?: { readonly value: number; readonly low: number | undefined; readonly high: number | undefined };
}

/** NK cells that show CD107a with targets, less those that show it without: percentage points, by Newcombe over the summed counts. */
interface Degranulation {
  readonly ratios: Ratios;
  readonly wells: readonly string[];
  /** Percent with targets and without. */
  readonly stimulated: number;
  readonly alone: number;
  readonly delta: number;
  readonly low: number;
  readonly high: number;
}

export interface EffectorResult {
  readonly effector: Effector;
  /** From the highest E:T down. */
  readonly rows: readonly LysisRow[];
  /** Plateau (percent) and rate over the plated E:T. */
  readonly curve: { readonly A: number; readonly k: number } | undefined;
  readonly units: readonly LyticUnitsRow[];
  /** From the highest E:T down; where its wells and effectors alone were counted for CD107a. */
  readonly degranulation: readonly Degranulation[];
  /** Under lysis over log2 E:T, and the mean lysis over that range (percent). */
  readonly area: { readonly area: number; readonly meanLysis: number } | undefined;
  /** Why nothing is given of it. */
  readonly withheld: readonly Problem[];
}

/** Lysis of a control donor on the plates before one, and on it. */
export interface ControlChart {
  readonly donor: string;
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  /** In the order of the plates, the judged one last. */
  readonly points: readonly { readonly plate: string; readonly percent: number }[];
}

export interface PlateResult {
  readonly name: string;
  readonly date: string | undefined;
  readonly hours: number | undefined;
  readonly assay: Assay;
  readonly controls: { readonly spontaneous: Spread | undefined; readonly maximum: Spread | undefined; readonly ratio: number | undefined };
  readonly effectors: readonly EffectorResult[];
  readonly rules: readonly PlateRule[];
  readonly verdict: PlateVerdict;
  readonly excluded: readonly { readonly well: string; readonly reason: string }[];
  readonly problems: readonly PlateProblem[];
  /** What its FCS files were gated by; none where it was read otherwise. */
  readonly gates: readonly TaughtGate[];
  /** Of its control donors, once there are plates enough. */
  readonly controlCharts?: readonly ControlChart[];
}

export interface Spread {
  readonly wells: number;
  readonly mean: number;
  /** A fraction; undefined of one well. */
  readonly cv: number | undefined;
}
