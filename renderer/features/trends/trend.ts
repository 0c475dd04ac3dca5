import { chartLots } from '../../../core/biology/control-charts/individuals.ts';
import { groupOf, type LandmarkRecord, landmarksOf } from '../../../core/biology/control-charts/landmarks.ts';
import type { LeveyJennings } from '../../../core/biology/control-charts/levey-jennings.ts';
import { chartGroups } from '../../../core/biology/control-charts/pause.ts';
import type { WestgardRule } from '../../../core/biology/control-charts/westgard.ts';
import type { CompositionPart } from '../../../core/biology/features/composition.ts';
import { acquiredOn } from '../../../core/data/metadata/acquired-on.ts';
import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';

export interface TrendSample {
  readonly id: string;
  readonly name: string;
  readonly analysis: SampleAnalysis;
}

type TrendRule = WestgardRule | 'limit' | 'range' | 'run';

/** One point, in order of time: its place on the chart's scale, and the rules that it breaks. */
export interface TrendPoint {
  readonly id: string;
  readonly name: string;
  /** ISO date. */
  readonly at: string;
  readonly value: number;
  readonly rules: readonly TrendRule[];
}

/** Values, centre and limits on the scale that is drawn: display scale, log10 of a median, or logit of a part. */
export interface TrendChart {
  readonly id: string;
  readonly scale: 'display' | 'log10' | 'logit';
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  readonly points: readonly TrendPoint[];
}

export interface ControlGroup {
  readonly group: string;
  readonly instrument: string;
  readonly runs: number;
  readonly paused: boolean;
  readonly charts: readonly TrendChart[];
}

export interface Trends {
  readonly controls: readonly ControlGroup[];
  readonly lots: readonly TrendChart[];
  readonly lotCount: number;
  /** Samples that belong on a chart and have no date. */
  readonly undated: number;
}

type Dated = TrendSample & { readonly at: string };
const isControl = ({ analysis }: TrendSample): boolean => ['reference', 'beads'].includes(analysis.sample.metadata.role);
const isLot = ({ analysis }: TrendSample): boolean => analysis.sample.metadata.role === 'sample' && analysis.composition !== undefined;

/** Control charts of the samples of a session. What has no date is on no chart. Samples of one day stay in the order of the session. */
export function trendsOf(samples: readonly TrendSample[]): Trends {
  const wanted = samples.filter((sample) => isControl(sample) || isLot(sample));
  const dated = wanted
    .flatMap((sample): Dated[] => {
      const at = acquiredOn(sample.analysis.sample.instrument.date);
      return at === undefined ? [] : [{ ...sample, at }];
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const lots = latestOfLots(dated.filter(isLot));
  return {
    controls: controlGroups(dated.filter(isControl)),
    lots: lotCharts(lots),
    lotCount: lots.length,
    undated: wanted.length - dated.length,
  };
}

function controlGroups(samples: readonly Dated[]): readonly ControlGroup[] {
  const records = samples.map(recordOf);
  return chartGroups(records).map(({ group, charts, paused }) => {
    const of = samples.filter((_, i) => records[i]?.group === group);
    const { cytometer = '', serial = '' } = of[0]?.analysis.sample.instrument ?? {};
    return {
      group,
      instrument: [cytometer, serial].filter((part) => part !== '').join(' '),
      runs: of.length,
      paused,
      charts: Object.entries(charts).map(([landmark, chart]) =>
        controlChart(
          landmark,
          chart,
          of.filter((sample) => Object.hasOwn(recordOf(sample).landmarks, landmark)),
        ),
      ),
    };
  });
}

/** Beads and cells are no repeats of each other: their role is part of the group. */
function recordOf({ analysis, at }: Dated): LandmarkRecord {
  const { role } = analysis.sample.metadata;
  const landmarks = role === 'beads' ? mediansOf(analysis) : landmarksOf(analysis);
  return { group: `${role}|${groupOf(analysis)}`, at, sha256: analysis.sample.sha256, control: true, landmarks };
}

const MEDIAN = ' median';

/** Medians of all events as log10, so that a change is a ratio; what is not positive has none. */
function mediansOf({ populations }: SampleAnalysis): { readonly [name: string]: number } {
  const all = populations.find(({ path }) => path === '')?.medians ?? {};
  return Object.fromEntries(
    Object.entries(all).flatMap(([channel, median]) =>
      median === undefined || median <= 0 ? [] : [[`${channel}${MEDIAN}`, Math.log10(median)]],
    ),
  );
}

/** The channel of a chart of medians. */
export const medianChannel = (id: string): string => id.slice(0, -MEDIAN.length);

const controlChart = (id: string, { target, sd, points, breaks }: LeveyJennings, of: readonly Dated[]): TrendChart => ({
  id,
  scale: id.endsWith(MEDIAN) ? 'log10' : 'display',
  centre: target,
  lower: target - 3 * sd,
  upper: target + 3 * sd,
  points: points.map(({ value }, i) => ({
    ...identityOf(of[i]),
    value,
    rules: withoutNeedlessWarning(breaks.filter(({ at }) => at === i).map(({ rule }) => rule)),
  })),
});

const withoutNeedlessWarning = (rules: readonly WestgardRule[]): readonly WestgardRule[] =>
  rules.length > 1 ? rules.filter((rule) => rule !== '1-2s') : rules;

/** A point that a person should know of, though it stops nothing. */
export const isWarning = ({ rules }: TrendPoint): boolean => rules.length === 1 && rules[0] === '1-2s';

/** A lot is one point, however often it was sampled: its last sample. One without a lot stands for itself. */
function latestOfLots(samples: readonly Dated[]): readonly Dated[] {
  const latest = new Map<string, Dated>();
  for (const sample of samples) {
    const { lot } = sample.analysis.sample.metadata;
    const key = lot === undefined ? `sample ${sample.id}` : `lot ${lot}`;
    latest.delete(key);
    latest.set(key, sample);
  }
  return [...latest.values()].filter(({ analysis }) => (analysis.composition?.denominatorCount ?? 0) > 0);
}

const roles = ['nk', 'nkt-like', 't', 'double-negative'] as const satisfies readonly CompositionPart['role'][];

const lotCharts = (lots: readonly Dated[]): readonly TrendChart[] =>
  roles.flatMap((role): TrendChart[] => {
    const counted = lots.flatMap((lot) => {
      const part = lot.analysis.composition?.parts.find((known) => known.role === role);
      return part === undefined ? [] : [{ lot, count: part.count, total: lot.analysis.composition?.denominatorCount ?? 0 }];
    });
    const chart = chartLots(counted);
    if (chart === undefined) return [];
    const points = chart.points.map(({ logit, breach }, i) => ({
      ...identityOf(counted[i]?.lot),
      value: logit,
      rules: breach === undefined ? [] : [breach],
    }));
    return [{ id: role, scale: 'logit', centre: logitAt(chart.centre), lower: logitAt(chart.lower), upper: logitAt(chart.upper), points }];
  });

const identityOf = ({ id = '', name = '', at = '' }: Partial<Dated> = {}) => ({ id, name, at });

const logitAt = (percent: number): number => Math.log(percent / (100 - percent));

/** A value of the chart's scale as a person knows it: a percentage, a linear median, a place on the display scale. */
export const valueAt = (scale: TrendChart['scale'], value: number): number =>
  scale === 'logit' ? 100 / (1 + Math.exp(-value)) : scale === 'log10' ? 10 ** value : value;

const percents = [0.01, 0.1, 0.5, 1, 2, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 98, 99, 99.5, 99.9, 99.99];

/** Round percentages between two logits, at most `most` of them. */
export function logitTicks(min: number, max: number, most = 5): readonly number[] {
  const inside = percents.map((percent) => logitAt(percent)).filter((logit) => logit >= min && logit <= max);
  const step = Math.ceil(inside.length / most);
  return inside.filter((_, i) => i % step === 0);
}
