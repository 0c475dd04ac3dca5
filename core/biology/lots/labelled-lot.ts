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

/** Fewer lots teach nothing that could be held against another. */
export const FEWEST_LOTS = 10;

/**
 * Lots of a set's methods among analysed samples: those declared, eligible and measured as products. A lot is counted once, by its
 * last sample.
 */
export function lotsOf(analyses: readonly CultureAnalysis[], set: ProfileSet): readonly LabelledLot[] {
  const lots = new Map<string, LabelledLot>();
  for (const { sample, classification, features } of analyses) {
    const { role, declaredMethod, lot = sample.sha256, day } = sample.metadata;
    const method = declaredMethod === undefined ? undefined : findMethod(set.methods, declaredMethod)?.method;
    if (role !== 'sample' || method === undefined || !classification.eligible) continue;
    const at = acquiredOn(sample.instrument.date);
    const held = lots.get(`${method} ${lot}`);
    if (held?.at !== undefined && at !== undefined && held.at > at) continue;
    lots.set(`${method} ${lot}`, {
      method,
      lot,
      ...(at === undefined ? {} : { at }),
      ...(day === undefined ? {} : { day }),
      features: featuresFrom(features),
    });
  }
  return [...lots.values()];
}
