import { acquiredOn } from '../../data/metadata/acquired-on.ts';
import type { CultureAnalysis } from '../classification/culture-analysis.ts';
import { findMethod } from '../classification/declared.ts';
import type { Features } from '../features/feature.ts';
import { featuresFrom } from '../features/named-features.ts';
import type { ProfileSet } from '../profiles/profile-set.ts';

/** One lot of a method, as a laboratory labels its archive: by the method that it declared. */
export interface LabelledLot {
  readonly method: string;
  readonly lot: string;
  /** ISO date, where the file says one. */
  readonly at?: string;
  readonly day?: number;
  readonly features: Features;
}

/** What of an analysis says whether it is a lot of a method. */
export interface LotSource {
  readonly sample: Pick<CultureAnalysis['sample'], 'sha256' | 'metadata'> & {
    readonly instrument: Pick<CultureAnalysis['sample']['instrument'], 'date'>;
  };
  readonly classification: Pick<CultureAnalysis['classification'], 'eligible'>;
  readonly features: CultureAnalysis['features'];
}

/** Fewer lots teach nothing that could be held against another. */
export const FEWEST_LOTS = 10;

/**
 * Lots of a set's methods among analysed samples: those declared, eligible and measured as products. A lot is counted once, by its
 * last sample.
 */
export function lotsOf(analyses: readonly LotSource[], set: ProfileSet): readonly LabelledLot[] {
  const lots = new Map<string, LabelledLot>();
  for (const found of measuredLots(analyses, set)) {
    const key = `${found.method} ${found.lot}`;
    const held = lots.get(key);
    if (held?.at !== undefined && found.at !== undefined && held.at > found.at) continue;
    lots.set(key, found);
  }
  return [...lots.values()];
}

/** The same, every sample of a lot: what a culture looked like from day to day. */
export function measuredLots(analyses: readonly LotSource[], set: ProfileSet): readonly LabelledLot[] {
  return analyses.flatMap(({ sample, classification, features }) => {
    const { role, declaredMethod, lot = sample.sha256, day } = sample.metadata;
    const method = declaredMethod === undefined ? undefined : findMethod(set.methods, declaredMethod)?.method;
    if (role !== 'sample' || method === undefined || !classification.eligible) return [];
    const at = acquiredOn(sample.instrument.date);
    return [
      {
        method,
        lot,
        ...(at === undefined ? {} : { at }),
        ...(day === undefined ? {} : { day }),
        features: featuresFrom(features),
      },
    ];
  });
}
