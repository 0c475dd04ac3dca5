import type { Classification } from './culture/classification.ts';
import type { Withheld } from './culture/feature.ts';
import type { NamedFeature } from './culture/named-features.ts';
import type { Finding } from './finding.ts';
import type { Gate } from './gates/gates.ts';
import type { AbsentPopulation } from './gating/absent-populations.ts';
import type { PartEstimate } from './gating/automatic/part-estimate.ts';
import type { Light } from './gating/automatic/step.ts';
import type { AutomaticGate } from './gating/gate-sample.ts';
import type { SampleMetadata } from './session/sample-metadata.ts';
import type { StatisticResult } from './statistics/describe-populations.ts';
import type { Interval } from './statistics/interval.ts';
import type { Transform } from './transforms/transforms.ts';

/** Everything that `analyseSample` says about one data set of one file: plain data, ready for JSON, a table or a report. */
export interface SampleAnalysis {
  readonly sample: SampleIdentity;
  readonly protocol: { readonly name: string; readonly revision: number; readonly sha256: string };
  readonly software: { readonly name: 'Lymphoscope'; readonly version: string };
  readonly findings: readonly Finding[];
  readonly compensation: CompensationUsed;
  /** The channels that the analysis used, by panel name. */
  readonly channels: readonly UsedChannel[];
  /** In the order of the strategy; the first is all events, with path ''. */
  readonly populations: readonly PopulationResult[];
  /** What the strategy asks for and the sample cannot have; absent where it has all. */
  readonly absent?: readonly AbsentPopulation[];
  /** What `statistics.reported` of the protocol asks for; absent where it asks for nothing. */
  readonly statistics?: readonly StatisticResult[];
  readonly composition: Composition | undefined;
  /** What rules and profiles speak of, each with its interval, its gates and what was counted of what. */
  readonly features: readonly NamedFeature[];
  /** Features that the strategy gates and that were not given, and why. */
  readonly withheld: readonly Withheld[];
  readonly classification: Classification;
  /** Only when asked for. */
  readonly plots: readonly PlotData[];
}

export interface SampleIdentity {
  readonly file: string;
  readonly sha256: string;
  /** SHA-256 of the DATA bytes alone. */
  readonly dataSha256?: string;
  /** 0 for the first data set of the file. */
  readonly dataset: number;
  readonly fcsVersion: string;
  readonly eventCount: number;
  readonly metadata: SampleMetadata;
  /** Keywords fit to show, masked where they may hold a person's name. */
  readonly keywords: readonly { readonly name: string; readonly value: string; readonly masked: boolean }[];
  readonly instrument: { readonly cytometer?: string; readonly serial?: string; readonly date?: string };
}

export interface CompensationUsed {
  readonly source: 'none' | 'file' | 'protocol';
  readonly keyword?: string;
  readonly channels: readonly string[];
  readonly conditionNumber?: number;
}

export interface UsedChannel {
  /** The panel's name for it, such as CD3 or FSC-A. */
  readonly id: string;
  readonly index: number;
  readonly name: string;
  readonly marker?: string;
  readonly compensated: boolean;
  readonly transform: Transform;
  /** $PnV as the file has it. */
  readonly voltage?: string;
}

export interface PopulationResult {
  /** Names joined by '/'. */
  readonly path: string;
  readonly name: string;
  readonly role?: string;
  readonly depth: number;
  readonly count: number;
  /** Undefined where the parent holds no event. */
  readonly percentOfParent: number | undefined;
  readonly percentOfTotal: number | undefined;
  /** Counting interval of percentOfParent, in percent. It covers counting only, not where the gate stands. */
  readonly interval: Interval | undefined;
  /** Median of linear (compensated) values by panel name; undefined below the minimum number of events. */
  readonly medians: { readonly [channel: string]: number | undefined };
  readonly gate?: PlacedGate;
}

/** A gate where it stands in this sample. */
export interface PlacedGate {
  /** The gate's identity in a session, through renames and moves. */
  readonly id?: string;
  readonly dimensions: readonly string[];
  readonly gate: Gate;
  /** Which population of the gate this is, from 0. */
  readonly part: number;
  readonly automatic?: AutomaticGate;
  /** Of a boolean gate: the light of the least sure population that it combines. */
  readonly follows?: Light;
}

export interface Composition {
  /** What the parts are percentages of: the path of the population that holds them. */
  readonly denominator: string;
  readonly denominatorCount: number;
  /** Events that the Dirichlet prior gives to each part. */
  readonly prior: number;
  readonly parts: readonly CompositionPart[];
}

export interface CompositionPart {
  readonly role: 'nk' | 'nkt-like' | 't' | 'double-negative';
  readonly path: string;
  readonly count: number;
  readonly percent: number;
  /** Covers counting only. */
  readonly interval: Interval;
  /** Of the Dirichlet posterior over the four parts, in percent; counting only. */
  readonly posterior: { readonly mean: number; readonly low: number; readonly high: number; readonly confidence: number };
  /** Covers counting and where the gate stands; there where an automatic step placed it. */
  readonly estimate?: PartEstimate;
}

/** One picture: the density of a population on two channels, and the gates drawn on it. */
export interface PlotData {
  /** Path of the population whose events are drawn. */
  readonly population: string;
  readonly count: number;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  /** bins x bins counts over the axes' ranges, row by row from the bottom; events beyond an edge are in its last bin. */
  readonly bins: number;
  readonly density: Uint32Array;
  readonly gates: readonly PlotGate[];
  /** Drawn on the scales on which culture methods stand side by side, for that figure alone. */
  readonly figure?: 'methods';
}

export interface PlotAxis {
  readonly channel: UsedChannel;
  /** Shown range on the display scale. */
  readonly min: number;
  readonly max: number;
}

export interface PlotGate {
  readonly gate: Gate;
  readonly light?: Light;
  readonly populations: readonly { readonly name: string; readonly percentOfParent: number | undefined }[];
}
