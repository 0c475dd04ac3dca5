import type { Language } from '../../base/message.ts';
import type { ResidualChange, ResidualSide } from '../../study/comparison/compare-residual.ts';
import type { ResidualCells } from '../../study/residual/cells.ts';
import type { ResidualCourse } from '../../study/residual/follow-residual.ts';
import type { EventsNeeded, ResidualResult } from '../../study/residual/measure-residual.ts';
import type { ResidualPlan } from '../../study/residual/residual-plan.ts';
import type { Tube } from '../../study/residual/tube.ts';
import { formatCount, formatNumber, formatValue } from '../plot/number-format.ts';
import { translator } from './words.ts';

/** A fraction in percent to three digits, without its sign: rare ones keep theirs. */
export const percentOf = (fraction: number | undefined): string => (fraction === undefined ? '–' : formatNumber(100 * fraction));

/** A number of cells to three digits; millions and more as a power of ten. */
export const cellsOf = (cells: number): string => written(cells, (size) => Number(size.toPrecision(3)));

/** An upper limit of cells, rounded up: what cannot be excluded is never printed as less. */
export const upperCells = (cells: number): string =>
  written(cells, (size) => {
    const step = 10 ** (Math.floor(Math.log10(size)) - 2);
    return Number((Math.ceil(size / step - 1e-9) * step).toPrecision(3));
  });

function written(cells: number, rounded: (size: number) => number): string {
  if (!(cells > 0)) return '0';
  const size = rounded(cells);
  if (size < 1) return formatNumber(size);
  if (size < 1e6) return formatCount(Math.ceil(size - 1e-9));
  const power = Math.floor(Math.log10(size) + 1e-12);
  return `${(size / 10 ** power).toFixed(2)}×10${[...String(power)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`;
}

/** The fraction of all tubes, without its sign; of tubes that disagree from the lowest to the highest: no percentages are averaged. */
export function fractionOfTubes({ sum, tubes }: Pick<ResidualResult, 'sum' | 'tubes'>): string {
  if (sum === undefined || sum.isPooled) return percentOf(sum?.fraction);
  const each = tubes.map(({ fraction }) => fraction);
  return `${percentOf(Math.min(...each))}–${percentOf(Math.max(...each))}`;
}

/** A probability; one that is too small to be told by its sign. */
export const chanceOf = (p: number): string => (p < 1e-4 ? '< 0.0001' : formatNumber(p));

export const confidenceOf = (confidence: number): string => formatValue(Number((100 * confidence).toPrecision(6)));

/** What was found, in sentences: the first stands on every page and screen. */
export function resultSentences(result: ResidualResult, cells: ResidualCells | undefined, language: Language): readonly string[] {
  const t = translator(language);
  const { sum, state, upper, doubts, hasFlow, plan } = result;
  if (sum === undefined) return [`${t('state.cannot-tell')}: ${t('nothing')}`, ...doubts.map(({ code }) => t(`doubt.${code}`))];
  const values = { n: formatCount(sum.n), total: formatCount(sum.total), fraction: fractionOfTubes(result), upper: percentOf(upper) };
  return [
    t(sum.isPooled ? 'result' : 'resultApart', { state: t(`state.${state}`), ...values, confidence: confidenceOf(plan.confidence) }),
    ...doubts.map(({ code, events }) => t(`doubt.${code}`, events === undefined ? {} : { events: formatCount(events) })),
    ...(sum.isPooled ? [] : [t('disagree', { p: chanceOf(sum.pHomogeneous) })]),
    ...(cells === undefined ? [] : cellSentences(cells, sum.n, confidenceOf(plan.confidence), language)),
    ...(hasFlow === undefined ? [] : [hasFlowSentence(hasFlow, confidenceOf(plan.confidence), language), t('hasFlowNote')]),
  ];
}

function cellSentences(cells: ResidualCells, n: number, confidence: string, language: Language): readonly string[] {
  const t = translator(language);
  const viable = cellsOf(cells.viable);
  const upper = upperCells(cells.upper);
  return [
    n === 0
      ? t('inCellsNone', { viable, upper, confidence })
      : t('inCells', { viable, cells: cellsOf(cells.cells), low: cellsOf(cells.low), high: upperCells(cells.high), upper, confidence }),
    ...(cells.cv === 0 ? [t('noCellsCv')] : []),
    ...(cells.byVolume === undefined ? [] : [t('byVolume', { upper: upperCells(cells.byVolume) })]),
  ];
}

function hasFlowSentence(
  { cadm1, low, high, group, d, n }: NonNullable<ResidualResult['hasFlow']>,
  confidence: string,
  language: Language,
): string {
  const numbers = { cadm1: formatNumber(cadm1), low: formatNumber(low), high: formatNumber(high), d: formatNumber(d), n: formatNumber(n) };
  return translator(language)('hasFlowIs', { ...numbers, group, confidence });
}

/** What stands beside a result because of what its tubes are. */
export function residualRemarks(plan: ResidualPlan, tubes: readonly Pick<Tube, 'metadata'>[], language: Language): readonly string[] {
  const isCulture = tubes.some(({ metadata }) => (metadata.day ?? 0) > 0);
  return plan.material === 'blood' && isCulture ? [translator(language)('bloodOnCulture')] : [];
}

/** What became of the cells over a culture. */
export function courseSentences(
  plan: ResidualPlan,
  { fate, decay, entryMet, endMet }: ResidualCourse,
  language: Language,
): readonly string[] {
  const t = translator(language);
  return [
    fate === undefined ? t('fateUnknown') : t(`fate.${fate}`),
    decay?.halfLifeDays === undefined ? t('noHalfLife') : t('halfLife', { days: formatNumber(decay.halfLifeDays) }),
    ...(entryMet === undefined ? [] : [t(entryMet ? 'entryMet' : 'entryNotMet')]),
    ...(endMet === undefined ? [] : [t(endMet ? 'endMet' : 'endNotMet', { results: plan.end?.results ?? 0 })]),
  ];
}

/** One sample whose state a batch would change. */
export function residualChangeSentence({ lot, day, files, before, after }: ResidualChange, language: Language): string {
  const t = translator(language);
  const sample = lot === undefined ? files.join(', ') : day === undefined ? lot : t('lotOnDay', { lot, day: formatValue(day) });
  const side = ({ state, n, total, plan }: ResidualSide) =>
    t('changeSide', { state: t(`state.${state}`), n: formatCount(n), total: formatCount(total), ...plan });
  return t('stateChanges', { sample, before: side(before), after: side(after) });
}

/** How many events a limit asks for, before acquisition. */
export const neededSentence = (
  { toExclude, toDetect, toQuantify }: EventsNeeded,
  { limit, confidence, lod, loq }: { readonly limit: number; readonly confidence: number; readonly lod: number; readonly loq: number },
  language: Language,
): string =>
  translator(language)('needed', {
    ...{ limit: percentOf(limit), confidence: confidenceOf(confidence), lod, loq },
    ...{ exclude: formatCount(toExclude), detect: formatCount(toDetect), quantify: formatCount(toQuantify) },
  });
