import type { PlateResult } from '../../study/killing/plate-result.ts';

type Row = readonly (string | number | undefined)[];
interface LysisTable {
  readonly columns: readonly { readonly name: string; readonly kind: 'text' | 'number' }[];
  readonly rows: readonly Row[];
}

/** One row an effector and E:T, in full precision. */
export function lysisTable(results: readonly PlateResult[]): LysisTable {
  const texts = ['plate', 'verdict', 'effector', 'lot', 'donor', 'method', 'form'] as const;
  const numbers = [
    'day',
    'etTotal',
    'etViable',
    'etNk',
    'wells',
    'lysis',
    'low',
    'high',
    'countingSe',
    'gateMove',
    'otherLysis',
    'kt50',
    'lysisArea',
    'deltaCd107a',
    'deltaCd107aLow',
    'deltaCd107aHigh',
  ] as const;
  const percents = [...new Set(results.flatMap(({ assay }) => assay.units))].sort((a, b) => a - b);
  const perUnit = percents.flatMap((percent) => [`lu${percent}PerTotal`, `lu${percent}PerNk`, `potency${percent}`]);
  const rows = results.flatMap((result) =>
    result.effectors.flatMap(({ effector, rows: own, units, degranulation }) =>
      own.map(({ ratios, wells, lysis, form, other, kinetics, countingSe, gateMove }): Row => {
        const lu = (percent: number, axis: 'total' | 'nk') => {
          const of = units.find((row) => row.percent === percent)?.axes[axis];
          return of?.state === 'value' ? of.value : undefined;
        };
        const shown = degranulation.find((one) => one.ratios[effector.basis] === ratios[effector.basis]);
        const finite = (value: number) => (Number.isFinite(value) ? value : undefined);
        return [
          ...[result.name, result.verdict, effector.id, effector.lot, effector.donor, effector.method, form],
          ...[
            effector.day,
            ratios.total,
            ratios.viable,
            ratios.nk,
            wells.length,
            lysis.value,
            finite(lysis.low),
            finite(lysis.high),
            countingSe,
            gateMove,
            other?.lysis.value,
            kinetics?.kt50,
            kinetics?.area,
            shown?.delta,
            shown?.low,
            shown?.high,
            ...percents.flatMap((percent) => [
              lu(percent, 'total'),
              lu(percent, 'nk'),
              units.find((row) => row.percent === percent)?.potency?.value,
            ]),
          ],
        ];
      }),
    ),
  );
  return {
    columns: [
      ...texts.map((name) => ({ name, kind: 'text' as const })),
      ...[...numbers, ...perUnit].map((name) => ({ name, kind: 'number' as const })),
    ],
    rows,
  };
}
