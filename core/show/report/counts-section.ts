import { type Language, type Sentence, say } from '../../base/message.ts';
import type { AbsoluteResult } from '../../statistics/count-absolute.ts';
import type { ProliferationResult } from '../../statistics/count-generations.ts';
import { absoluteReasons, proliferationReasons } from '../../statistics/count-reasons.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { formatCount, formatNumber } from '../plot/number-format.ts';
import type { TableSection } from './model.ts';

const words = {
  absolute: { en: 'Cells per microlitre', ja: '1 µLあたりの細胞数' },
  population: { en: 'population', ja: '細胞集団' },
  cells: { en: 'cells', ja: '細胞数' },
  perMicrolitre: { en: 'cells per µL', ja: '1 µLあたり' },
  interval: { en: '{confidence} % interval', ja: '{confidence}%区間' },
  beads: {
    en: 'By {beads} of {added} beads in {volume} µL of sample, diluted {dilution}-fold. Exact limits of counting (binomial), and the uncertainty of beads and volume.',
    ja: '検体 {volume} µLに加えたビーズ {added}個のうち{beads}個の計数による(希釈 {dilution}倍)。区間は計数の正確な限界(二項)とビーズ数・体積の不確かさによります。',
  },
  volume: {
    en: 'By {volume} µL that were drawn, diluted {dilution}-fold. Exact limits of counting (Poisson), and the uncertainty of the volume.',
    ja: '測定した体積 {volume} µLによる(希釈 {dilution}倍)。区間は計数の正確な限界(ポアソン)と体積の不確かさによります。',
  },
  dilution: { en: 'Dye dilution: {name}', ja: '色素希釈: {name}' },
  withheld: { en: 'withheld', ja: '算出せず' },
  number: { en: 'number', ja: '数値' },
} as const satisfies { readonly [word: string]: Sentence };

const numbers = {
  precursors: { en: 'precursors', ja: '前駆細胞数' },
  percentDivided: { en: '% divided', ja: '分裂した割合%' },
  divisionsPerPrecursor: { en: 'divisions per precursor', ja: '前駆細胞あたりの分裂回数' },
  divisionsPerDividing: { en: 'divisions per dividing cell', ja: '分裂した細胞あたりの分裂回数' },
  expansion: { en: 'expansion', ja: '増加倍率' },
  expansionOfDividing: { en: 'expansion of dividing cells', ja: '分裂した細胞の増加倍率' },
} as const satisfies { readonly [number: string]: Sentence };

/** Cells per microlitre and dye dilutions, one table each; empty where none was asked for. What is withheld says why. */
export const countsSections = ({ absolute, proliferation = [] }: SampleAnalysis, language: Language): readonly TableSection[] => [
  ...(absolute === undefined ? [] : [absoluteSection(absolute, language)]),
  ...proliferation.map((one) => proliferationSection(one, language)),
];

function absoluteSection({ request, method, populations }: AbsoluteResult, language: Language): TableSection {
  const confidence = populations.find(({ interval }) => interval)?.interval?.confidence ?? 0.95;
  const { dilution } = request;
  return {
    heading: words.absolute[language],
    columns: [
      { title: words.population[language], align: 'left', weight: 4 },
      { title: words.cells[language], align: 'right', weight: 1.5 },
      { title: words.perMicrolitre[language], align: 'right', weight: 1.8 },
      { title: say(words.interval, { confidence: formatNumber(100 * confidence, 2) }, language), align: 'right', weight: 3.5 },
    ],
    rows: populations.map(({ population, cells, perMicrolitre, interval, reason }) => ({
      cells: [
        { text: population.replaceAll('/', ' › ') },
        { text: cells === undefined ? '–' : formatCount(cells) },
        { text: perMicrolitre === undefined ? '–' : formatNumber(perMicrolitre) },
        interval === undefined
          ? { text: reason === undefined ? '–' : absoluteReasons[reason][language] }
          : { text: `${formatNumber(interval.low)}–${formatNumber(interval.high)}`, quiet: true },
      ],
    })),
    note:
      method === undefined
        ? undefined
        : method.by === 'volume'
          ? say(words.volume, { volume: formatNumber(method.volume), dilution }, language)
          : say(
              words.beads,
              {
                beads: formatCount(method.beadEvents),
                added: formatCount(method.beadsAdded),
                volume: formatNumber(method.sampleVolume),
                dilution,
              },
              language,
            ),
  };
}

function proliferationSection({ name, generations, values, reason }: ProliferationResult, language: Language): TableSection {
  const row = (label: string, text: string) => ({ cells: [{ text: label }, { text }] });
  const shown = (value: number | undefined) => (value === undefined ? '–' : formatNumber(value));
  return {
    heading: say(words.dilution, { name: name.replaceAll('/', ' › ') }, language),
    columns: [
      { title: words.population[language], align: 'left', weight: 4 },
      { title: words.number[language], align: 'right', weight: 3 },
    ],
    rows: [
      ...generations.map(({ population, cells }) => row(population.replaceAll('/', ' › '), cells === undefined ? '–' : formatCount(cells))),
      ...(values === undefined
        ? [row(words.withheld[language], reason === undefined ? '–' : proliferationReasons[reason][language])]
        : Object.entries(numbers).map(([number, label]) => row(label[language], shown(values[number as keyof typeof numbers])))),
    ],
    note: undefined,
  };
}
