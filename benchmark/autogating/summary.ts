import { betaQuantile } from '../../core/base/math/beta.ts';
import { type BenchRow, quantile, round, row } from '../rows/bench-row.ts';
import { parts, type Shares } from './labelled-sample.ts';
import type { Outcome } from './measure.ts';

type Found = (outcome: Outcome) => Shares;

/** Absolute errors of every part in points, against what was really among the events. */
export const errorsOf = (outcome: Outcome, found: Found): readonly number[] =>
  parts.map((part) => Math.abs(found(outcome)[part] - outcome.sample.present[part]));

/** The figures that the product and every baseline share. */
export function accuracyRows(outcomes: readonly Outcome[], found: Found, prefix = ''): readonly BenchRow[] {
  const within = (group: string) => outcomes.filter(({ sample }) => sample.scenario.group === group);
  const errors = (group: string) => within(group).flatMap((outcome) => errorsOf(outcome, found));
  const blood = errors('blood');
  const extreme = errors('extreme');
  const absent = outcomes
    .filter(({ sample }) => sample.scenario.group !== 'hard')
    .flatMap((outcome) => parts.filter((part) => outcome.sample.present[part] === 0).map((part) => found(outcome)[part]));
  return [
    row(`${prefix}blood-median-points`, 'points', quantile(blood, 0.5), blood),
    row(`${prefix}blood-max-points`, 'points', Math.max(...blood), blood),
    row(`${prefix}extreme-max-points`, 'points', Math.max(...extreme), extreme),
    row(`${prefix}absent-max-percent`, '%', Math.max(...absent), absent),
  ];
}

/** Share of 95 % intervals that hold the drawing proportion: undisturbed samples, parts that are there, 2,000 events and more. */
export function coverageRow(outcomes: readonly Outcome[]): BenchRow {
  const hits = outcomes
    .filter(({ sample }) => sample.scenario.plain && sample.scenario.events >= 2000)
    .flatMap(({ sample, intervals }) =>
      parts.flatMap((part) => {
        const interval = intervals[part];
        const truth = sample.drawn[part];
        return interval === undefined || truth <= 0 || truth >= 100 ? [] : [interval.low <= truth && truth <= interval.high ? 100 : 0];
      }),
    );
  return row('interval-coverage-percent', '%', hits.reduce((sum: number, hit) => sum + hit, 0) / hits.length, hits);
}

/** Samples with a green light and a part wrong by more than 2 points: the upper 95 % bound of their share. */
export function greenRow(outcomes: readonly Outcome[]): BenchRow {
  const green = outcomes.filter(({ light }) => light === 'green');
  const wrong = green.map((outcome): number => (Math.max(...errorsOf(outcome, ({ found }) => found)) > 2 ? 1 : 0));
  const count = wrong.reduce((sum, one) => sum + one, 0);
  return row(
    'green-wrong-upper95-percent',
    '%',
    100 * (count >= green.length ? 1 : betaQuantile(0.95, count + 1, green.length - count)),
    wrong,
  );
}

export interface TableLine {
  readonly scenario: string;
  readonly group: string;
  readonly samples: number;
  readonly lights: { readonly green: number; readonly amber: number; readonly red: number };
  /** Absolute errors in points by part, by method. */
  readonly methods: { readonly [method: string]: { readonly [part: string]: readonly [median: number, p95: number, max: number] } };
}

/** Every scenario: median, 95th percentile and largest error of every part, by method. */
export function tableOf(outcomes: readonly Outcome[], methods: readonly string[]): readonly TableLine[] {
  const names = [...new Set(outcomes.map(({ sample }) => sample.scenario.name))];
  return names.map((scenario) => {
    const of = outcomes.filter(({ sample }) => sample.scenario.name === scenario);
    const lit = (light: string) => of.filter((outcome) => outcome.light === light).length;
    const spread = (found: Found) =>
      Object.fromEntries(
        parts.map((part, i) => {
          const errors = of.map((outcome) => errorsOf(outcome, found)[i]!);
          return [part, [quantile(errors, 0.5), quantile(errors, 0.95), Math.max(...errors)].map(round) as [number, number, number]];
        }),
      );
    return {
      scenario,
      group: of[0]!.sample.scenario.group,
      samples: of.length,
      lights: { green: lit('green'), amber: lit('amber'), red: lit('red') },
      methods: {
        lymphoscope: spread(({ found }) => found),
        ...Object.fromEntries(methods.map((method) => [method, spread(({ baselines }) => baselines[method]!)])),
      },
    };
  });
}
