import { contentDigest } from '../../base/chain/chain.ts';
import type { Assay, EffectorAxis } from './assay.ts';
import type { Plate } from './plate.ts';
import type { PlateResult, PlateRule, PlateVerdict, UnitsOfAxis } from './plate-result.ts';
import type { LysisForm } from './well-lysis.ts';

/** One E:T of one effector as an archive keeps it. */
export interface KeptLysis {
  readonly effector: string;
  readonly lot?: string | undefined;
  readonly donor?: string | undefined;
  readonly method?: string | undefined;
  readonly day?: number | undefined;
  readonly ratios: { readonly [A in EffectorAxis]: number | undefined };
  readonly form: LysisForm;
  /** Percent. */
  readonly lysis: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** A plate with what was made of it, as an archive keeps it: plain data. */
export interface KeptPlate {
  readonly plate: Plate;
  readonly assay: Assay;
  readonly engine: string;
  readonly verdict: PlateVerdict;
  readonly rules: readonly PlateRule[];
  readonly lysis: readonly KeptLysis[];
  /** For 1e7 effectors as the assay defines them; absent of results that were kept before there were units in them. */
  readonly units?: readonly { readonly effector: string; readonly percent: number; readonly of: UnitsOfAxis | undefined }[];
  /** Why lysis of an effector is withheld, and wells that were not read: codes. */
  readonly problems: readonly string[];
}

export const keepPlate = (plate: Plate, { assay, verdict, rules, effectors, problems }: PlateResult, engine: string): KeptPlate => ({
  ...{ plate, assay, engine, verdict, rules },
  lysis: effectors.flatMap(({ effector: { id, lot, donor, method, day }, rows }) =>
    rows.map(({ ratios, form, lysis: { value, low, high } }) => ({
      ...{ effector: id, lot, donor, method, day, ratios, form, lysis: value },
      ...{ low: finite(low), high: finite(high) },
    })),
  ),
  units: effectors.flatMap(({ effector, units }) =>
    units.map(({ percent, axes }) => ({ effector: effector.id, percent, of: axes[assay.effector] })),
  ),
  problems: [...problems.map(({ well, problem }) => `${well} ${problem.code}`), ...withheldIn(effectors)],
});

const withheldIn = (effectors: PlateResult['effectors']): readonly string[] =>
  effectors.flatMap(({ effector, withheld }) => withheld.map(({ code }) => `${effector.id} ${code}`));

const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined);

/** Names a result by everything that decides it: the plate with the counts and digests of its FCS files, the definition, the engine. */
export const plateKey = ({ plate, assay, engine }: Pick<KeptPlate, 'plate' | 'assay' | 'engine'>): string =>
  contentDigest([plate, assay, engine]);
