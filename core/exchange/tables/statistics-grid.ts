import type { Sentence } from '../../base/message.ts';
import type { Light } from '../../gating/automatic/kind/step.ts';
import { lightOfGate } from '../../gating/strategy/population.ts';
import { groupNames, words } from '../../show/report/messages.ts';
import type { StatisticRequest } from '../../statistics/request.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';

/** What stands in one cell: a value, or why there is none. */
export interface GridCell {
  readonly value?: string | number | undefined;
  /** The value as a word of each language, where it is a code. */
  readonly word?: Sentence | undefined;
  readonly withheld?: keyof typeof withheldWords;
  /** Of the gate that the number rests on. */
  readonly light?: Light | undefined;
}

/** Why a cell has no number. */
export const withheldWords = {
  red: { en: 'the gate is not to be trusted', ja: 'ゲートが信頼できません' },
  few: { en: 'the parent holds too few events', ja: '親集団のイベント数が不足しています' },
  absent: { en: 'this sample has no such population', ja: 'この検体にはこの細胞集団がありません' },
  none: { en: 'not defined', ja: '定義されません' },
} as const satisfies { readonly [reason: string]: Sentence };

export interface GridColumn {
  readonly id: string;
  readonly kind: 'text' | 'number';
  readonly title: Sentence;
  /** Path of the population that the statistic is of; undefined for what is said of the sample. */
  readonly population?: string;
  readonly cell: (analysis: SampleAnalysis) => GridCell;
}

/** A statistic that a table can show of any population. */
export interface GridStatistic {
  readonly id: string;
  readonly title: Sentence;
}

/** What is said of the samples themselves. */
export const sampleColumns: readonly GridColumn[] = [
  text('file', { en: 'File', ja: 'ファイル' }, ({ sample }) => sample.file.split(/[\\/]/).at(-1)),
  {
    ...text('role', { en: 'Role', ja: '区分' }, ({ sample }) => sample.metadata.role),
    cell: ({ sample }) => ({ value: sample.metadata.role, word: words[`role.${sample.metadata.role}`] }),
  },
  {
    ...text('group', { en: 'Gated by group', ja: '適用グループ' }, ({ sample }) => sample.group ?? undefined),
    cell: ({ sample: { group } }) => (group === null ? { value: '', word: words.allSamples } : { value: group }),
  },
  text('lot', { en: 'Lot', ja: 'ロット' }, ({ sample }) => sample.metadata.lot),
  text('donor', { en: 'Donor', ja: 'ドナー' }, ({ sample }) => sample.metadata.donor),
  { ...text('day', { en: 'Day', ja: '培養日数' }, ({ sample }) => sample.metadata.day), kind: 'number' },
  {
    ...text('call', { en: 'Call', ja: '判定' }, ({ classification }) => classification.group),
    cell: ({ classification }) => ({ value: classification.group, word: groupNames[classification.group] }),
  },
];

function text(id: string, title: Sentence, value: (analysis: SampleAnalysis) => string | number | undefined): GridColumn {
  return { id, kind: 'text', title, cell: (analysis) => ({ value: value(analysis) }) };
}

/** Statistics that any of these samples has: counts, percentages of every ancestor, medians, cells per microlitre, and what the protocol reports. */
export function statisticsOf(analyses: readonly SampleAnalysis[]): readonly GridStatistic[] {
  const populations = new Map(analyses.flatMap(({ populations: own }) => own.map(({ path, name }) => [path, name] as const)));
  const names = [...populations.values()];
  // two of one name are told apart by where they stand
  const called = (path: string, name: string) =>
    names.filter((other) => other === name).length > 1 ? path.split('/').slice(-2).join('/') : name;
  const inner = [...populations].filter(([path]) => path !== '' && [...populations.keys()].some((other) => other.startsWith(`${path}/`)));
  const channels = new Set(analyses.flatMap(({ populations: own }) => own.flatMap(({ medians }) => Object.keys(medians))));
  const reported = new Map(
    analyses.flatMap(({ statistics = [] }) => statistics.map(({ request }) => [reportedId(request), request] as const)),
  );
  return [
    { id: 'count', title: { en: 'Events', ja: 'イベント数' } },
    { id: 'percent-of-parent', title: { en: '% of parent', ja: '親集団比 (%)' } },
    { id: 'percent-of-total', title: { en: '% of total', ja: '総イベント比 (%)' } },
    ...inner.map(([path, name]) => ({
      id: `percent-of:${path}`,
      title: { en: `% of ${called(path, name)}`, ja: `${called(path, name)}比 (%)` },
    })),
    ...[...channels].map((channel) => ({ id: `median:${channel}`, title: { en: `Median ${channel}`, ja: `${channel}中央値` } })),
    ...(analyses.some(({ absolute }) => absolute !== undefined)
      ? [{ id: 'cells-per-microlitre', title: { en: 'Cells/µL', ja: '細胞数/µL' } }]
      : []),
    ...[...reported].map(([id, request]) => ({ id, title: reportedTitle(request) })),
  ];
}

/** The columns of a choice, population by population; `minimumOf`: events that a parent needs in a sample for its percentages to be shown. */
export function statisticsColumns(
  populations: readonly string[],
  statistics: readonly GridStatistic[],
  minimumOf: (analysis: SampleAnalysis) => number,
): readonly GridColumn[] {
  return populations.flatMap((path) =>
    statistics.map(
      ({ id, title }): GridColumn => ({
        id: JSON.stringify([path, id]),
        kind: 'number',
        title,
        population: path,
        cell: (analysis) => cellOf(analysis, path, id, minimumOf(analysis)),
      }),
    ),
  );
}

function cellOf(analysis: SampleAnalysis, path: string, statistic: string, minimumEvents: number): GridCell {
  const { populations } = analysis;
  const population = populations.find((known) => known.path === path);
  if (population === undefined) return { withheld: 'absent' };
  const light = population.gate && lightOfGate(population.gate);
  const number = (value: number | undefined): GridCell => (value === undefined ? { withheld: 'none', light } : { value, light });
  const percentOf = (whole: string | undefined): GridCell => {
    const of = populations.find((known) => known.path === whole);
    if (of === undefined || whole === path) return { withheld: 'none', light };
    if (light === 'red') return { withheld: 'red', light };
    if (of.count < minimumEvents) return { withheld: 'few', light };
    return number(of.count === 0 ? undefined : (100 * population.count) / of.count);
  };
  if (statistic === 'count') return number(population.count);
  if (statistic === 'percent-of-parent') return percentOf(parentOf(path));
  if (statistic === 'percent-of-total') return path === '' ? number(100) : percentOf('');
  if (statistic.startsWith('percent-of:')) {
    const whole = statistic.slice('percent-of:'.length);
    return path.startsWith(`${whole}/`) ? percentOf(whole) : { withheld: 'none', light };
  }
  if (statistic.startsWith('median:')) return number(population.medians[statistic.slice('median:'.length)]);
  if (statistic === 'cells-per-microlitre')
    return number(analysis.absolute?.populations.find((row) => row.population === path)?.perMicrolitre);
  return number(analysis.statistics?.find((one) => one.population === path && reportedId(one.request) === statistic)?.value);
}

const parentOf = (path: string): string | undefined => (path === '' ? undefined : path.slice(0, Math.max(0, path.lastIndexOf('/'))));

/** A request without the populations that it is made of: the same statistic. */
const reportedId = ({ populations: _populations, ...request }: StatisticRequest): string => `reported:${JSON.stringify(request)}`;

function reportedTitle(request: StatisticRequest): Sentence {
  const same = (title: string): Sentence => ({ en: title, ja: title });
  if (request.of === 'values') {
    const percentile = request.percentile === undefined ? '' : ` ${request.percentile}`;
    return same(`${request.statistic}${percentile} ${request.channel}`);
  }
  if (request.of === 'correlation') return same(`r ${request.channels.join(' × ')}`);
  if (request.of === 'pair') return same(`${request.statistic} ${request.channel} / ${request.against.split('/').at(-1)}`);
  const { denominator } = request;
  const of = denominator === 'total' ? 'total' : 'ancestor' in denominator ? `ancestor ${denominator.ancestor}` : denominator.population;
  return { en: `% of ${of}`, ja: `${of}比 (%)` };
}
