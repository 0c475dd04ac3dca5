import { type BenchRow, quantile, row } from '../rows/bench-row.ts';
import { type Part, sampleKinds } from './labelled-sample.ts';
import type { Outcome } from './measure.ts';
import { coverageRow } from './summary.ts';

/** Points by which a green number may be off before it counts as wrong. */
const POINTS = 1;

const errorOf = ({ found, sample }: Outcome, part: Part): number => Math.abs(found[part] - sample.present[part]);

/** For every kind of sample: errors, membership and coverage of what is released, and how often that is. Withheld numbers are no errors. */
export function kindRows(outcomes: readonly Outcome[]): readonly BenchRow[] {
  return sampleKinds.flatMap((kind) => {
    const own = outcomes.filter(({ sample }) => sample.scenario.group === kind);
    const released = own.filter(({ withheld }) => !withheld);
    const key = (name: string) => `kind-${kind.toLowerCase().replaceAll(' ', '-')}-${name}`;
    const share = (name: string, of: readonly Outcome[], is: (outcome: Outcome) => boolean): BenchRow => {
      const hits = of.map((outcome): number => (is(outcome) ? 100 : 0));
      return row(key(name), '%', hits.length === 0 ? 0 : hits.reduce((sum, hit) => sum + hit, 0) / hits.length, hits);
    };
    const errors = (['nk', 't'] as const).flatMap((part) => {
      const of = released.map((outcome) => errorOf(outcome, part));
      return [
        row(key(`${part}-median-points`), 'points', quantile(of, 0.5), of),
        row(key(`${part}-max-points`), 'points', quantile(of, 1), of),
      ];
    });
    const green = own.filter(({ light, withheld }) => light === 'green' && !withheld);
    return [
      ...errors,
      ...(['lymphocytes', 'nk', 't'] as const).flatMap((part) =>
        (['recall', 'purity'] as const).map((which) => {
          const of = released.flatMap(({ agreement }) => (agreement === undefined ? [] : [agreement[part][which]]));
          return row(key(`${part}-${which}-percent`), '%', quantile(of, 0.5), of);
        }),
      ),
      share('green-percent', own, (outcome) => green.includes(outcome)),
      share('amber-percent', own, ({ light, withheld }) => light === 'amber' && !withheld),
      share('withheld-percent', own, ({ withheld }) => withheld),
      share('green-off-percent', green, (outcome) => errorOf(outcome, 'nk') > POINTS || errorOf(outcome, 't') > POINTS),
      { ...coverageRow(released), key: key('coverage-percent') },
    ];
  });
}
