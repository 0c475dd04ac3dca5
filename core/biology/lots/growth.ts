import { withCellKinds } from '../../data/metadata/cell-counts.ts';
import { ofSameCulture } from '../../data/metadata/same-culture.ts';
import type { CellKind } from '../../data/metadata/sample-metadata.ts';
import type { CultureAnalysis } from '../classification/culture-analysis.ts';

/**
 * Why a number of growth is not given: one count is of viable cells and the other of all; or the count is of all cells, of which the NK part
 * of viable lymphoid cells is no part.
 */
export type GrowthWithheld = 'counts-of-two-kinds' | 'count-of-total-cells';

/** How a culture grew from its start to a sample, where a person gave the counts. */
export interface Growth {
  /** Which cells both counts are of; undefined where they are of two kinds. */
  readonly of: CellKind | undefined;
  /** All cells over those that the culture was started with. */
  readonly fold: number | undefined;
  /** In days; undefined where it did not grow, or where there is no culture day. */
  readonly doublingDays: number | undefined;
  /** NK cells now: viable cells times the NK part of viable lymphoid cells, with the interval of that part (counting and gate). */
  readonly nk: { readonly count: number; readonly low: number; readonly high: number } | undefined;
  /** NK cells over those of the first counted sample of the same culture: label, lot and donor. */
  readonly nkFold: number | undefined;
  readonly withheld: readonly GrowthWithheld[];
}

/** Undefined where the sample has no counts. `others` are samples that may be earlier ones of the same culture. */
export function growthOf(analysis: CultureAnalysis, others: readonly CultureAnalysis[] = []): Growth | undefined {
  const { metadata } = analysis.sample;
  const { cells, cellsKind, seededCells, seededCellsKind, day } = withCellKinds(metadata);
  if (cells === undefined || seededCells === undefined) return undefined;
  const of = cellsKind === seededCellsKind ? cellsKind : undefined;
  const fold = of === undefined ? undefined : cells / seededCells;
  const nk = nkCells(analysis);
  const earlier = ofSameCulture(metadata, others, ({ sample }) => sample.metadata)
    .filter(({ sample }) => (sample.metadata.day ?? Infinity) < (day ?? -1))
    .toSorted((a, b) => (a.sample.metadata.day ?? 0) - (b.sample.metadata.day ?? 0))
    .flatMap((other) => nkCells(other)?.count ?? [])[0];
  return {
    of,
    fold,
    doublingDays: fold !== undefined && fold > 1 && day !== undefined && day > 0 ? day / Math.log2(fold) : undefined,
    nk,
    nkFold: nk === undefined || earlier === undefined || earlier <= 0 ? undefined : nk.count / earlier,
    withheld: [
      ...(of === undefined ? (['counts-of-two-kinds'] as const) : []),
      ...(cellsKind === 'total' ? (['count-of-total-cells'] as const) : []),
    ],
  };
}

function nkCells({ sample, features }: CultureAnalysis): Growth['nk'] {
  const { cells, cellsKind } = withCellKinds(sample.metadata);
  const share = features.find(({ id }) => id === 'nk');
  if (cells === undefined || cellsKind !== 'viable' || share === undefined) return undefined;
  return { count: (cells * share.value) / 100, low: (cells * share.low) / 100, high: (cells * share.high) / 100 };
}

export const growthSentences: { readonly [W in GrowthWithheld]: { readonly en: string; readonly ja: string } } = {
  'counts-of-two-kinds': {
    en: 'One count is of viable cells and the other of all nucleated cells: no fold expansion is computed from the two.',
    ja: '一方は生細胞数、他方は総有核細胞数のため、増殖倍率を算出できません。',
  },
  'count-of-total-cells': {
    en: 'The count is of all nucleated cells, dead ones among them: NK cells are not computed from it.',
    ja: '死細胞を含む総有核細胞数のため、NK細胞数を算出できません。',
  },
};
