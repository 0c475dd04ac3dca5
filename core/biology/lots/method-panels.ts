import type { Four } from '../../base/math/log-ratio.ts';
import { sideBySide } from '../../data/transforms/transforms.ts';
import type { CultureAnalysis } from '../classification/culture-analysis.ts';
import { findMethod } from '../classification/declared.ts';
import { compositionIds } from '../features/feature-kinds.ts';
import type { Profile } from '../profiles/profile.ts';

/** A sample at hand that may stand for its method. */
export interface Lot {
  readonly id: string;
  readonly name: string;
  readonly analysis: CultureAnalysis;
}

/** One panel of the methods side by side: cells that were measured, or a picture of what the profile expects. */
export interface MethodPanel {
  /** Absent for the sample itself. */
  readonly method?: string;
  readonly name?: { readonly en: string; readonly ja: string };
  /** Whose events it shows: `declared` or `called` says why the lot stands for the method. */
  readonly basis: 'sample' | 'declared' | 'called' | 'expected';
  readonly lot?: Pick<Lot, 'id' | 'name'>;
  /** NK, NKT-like, T, double negative: as measured in the lot, or of a typical one. */
  readonly percents: Four;
}

/**
 * The sample, then every method. A method is shown by a lot at hand on the same axes that was declared to be of it and is not contradicted by
 * its own measurement, else by one that was called so; of several by the one with the most cells. Without one it is as the profile expects.
 */
export function methodPanels(shown: Lot, others: readonly Lot[], profiles: readonly Profile[]): readonly MethodPanel[] {
  const own = percentsOf(shown);
  const candidates = others.filter(({ id, analysis }) => id !== shown.id && sharesAxes(analysis, shown.analysis));
  return [
    ...(own === undefined ? [] : [{ basis: 'sample', lot: nameOf(shown), percents: own } as const]),
    ...profiles.flatMap((profile): readonly MethodPanel[] => {
      const { method, name, composition } = profile;
      const found = lotOf(profile, profiles, candidates);
      if (found !== undefined) return [{ method, name, ...found }];
      return composition === undefined ? [] : [{ method, name, basis: 'expected', percents: typicalParts(composition) }];
    }),
  ];
}

const nameOf = ({ id, name }: Lot) => ({ id, name });

function lotOf(profile: Profile, profiles: readonly Profile[], lots: readonly Lot[]) {
  const declaredAs = ({ analysis }: Lot) => {
    const { declaredMethod } = analysis.sample.metadata;
    return declaredMethod === undefined ? undefined : findMethod(profiles, declaredMethod);
  };
  const declared = lots.filter((lot) => declaredAs(lot) === profile && lot.analysis.classification.declared?.verdict !== 'not-consistent');
  const called = lots.filter((lot) => declaredAs(lot) === undefined && lot.analysis.classification.method === profile.method);
  for (const [basis, those] of [
    ['declared', declared],
    ['called', called],
  ] as const) {
    const [most] = those.toSorted((a, b) => cellsOf(b) - cellsOf(a));
    const percents = most && percentsOf(most);
    if (most !== undefined && percents !== undefined) return { basis, lot: nameOf(most), percents };
  }
  return undefined;
}

const cellsOf = ({ analysis }: Lot): number => analysis.composition?.denominatorCount ?? 0;

const percentsOf = ({ analysis }: Lot): Four | undefined =>
  analysis.composition?.parts.map(({ percent }) => percent) as unknown as Four | undefined;

/** Figures of four parts need not add up to 100: a picture of cells does. */
function typicalParts(expected: NonNullable<Profile['composition']>): Four {
  const figures = compositionIds.map((id) => expected[id].typical);
  const sum = figures.reduce((total, typical) => total + typical, 0);
  return figures.map((typical) => (100 * typical) / sum) as unknown as Four;
}

/** Whether two samples can stand on the same axes: their channels have one kind of scale and one range. */
function sharesAxes(a: CultureAnalysis, b: CultureAnalysis): boolean {
  const scalesOf = ({ channels }: CultureAnalysis) =>
    ['CD3', 'CD56'].map((id) => channels.find((channel) => channel.id === id)?.transform).map((own) => own && sideBySide(own));
  const scales = scalesOf(a);
  return scales.every((scale) => scale !== undefined) && JSON.stringify(scales) === JSON.stringify(scalesOf(b));
}
