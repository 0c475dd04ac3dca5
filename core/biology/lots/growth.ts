import type { CultureAnalysis } from '../classification/culture-analysis.ts';

/** How a culture grew from its start to a sample, where a person gave the counts. */
export interface Growth {
  /** All viable cells over those that the culture was started with. */
  readonly fold: number;
  /** In days; undefined where it did not grow, or where there is no culture day. */
  readonly doublingDays: number | undefined;
  /** NK cells now: viable cells times the NK part of viable lymphoid cells, with the interval of that part (counting and gate). */
  readonly nk: { readonly count: number; readonly low: number; readonly high: number } | undefined;
  /** NK cells over those of the same culture's first counted sample. */
  readonly nkFold: number | undefined;
}

/** Undefined where the sample has no counts. `others` are samples that may be earlier ones of the same culture. */
export function growthOf(analysis: CultureAnalysis, others: readonly CultureAnalysis[] = []): Growth | undefined {
  const { cells, seededCells, day, culture } = analysis.sample.metadata;
  if (cells === undefined || seededCells === undefined) return undefined;
  const fold = cells / seededCells;
  const nk = nkCells(analysis);
  const earlier = others
    .filter(({ sample: { metadata } }) => culture !== undefined && metadata.culture === culture && (metadata.day ?? Infinity) < (day ?? -1))
    .toSorted((a, b) => (a.sample.metadata.day ?? 0) - (b.sample.metadata.day ?? 0))
    .flatMap((other) => nkCells(other)?.count ?? [])[0];
  return {
    fold,
    doublingDays: fold > 1 && day !== undefined && day > 0 ? day / Math.log2(fold) : undefined,
    nk,
    nkFold: nk === undefined || earlier === undefined || earlier <= 0 ? undefined : nk.count / earlier,
  };
}

function nkCells({ sample, features }: CultureAnalysis): Growth['nk'] {
  const { cells } = sample.metadata;
  const share = features.find(({ id }) => id === 'nk');
  if (cells === undefined || share === undefined) return undefined;
  return { count: (cells * share.value) / 100, low: (cells * share.low) / 100, high: (cells * share.high) / 100 };
}
