import { lightOfGate } from '../../gating/strategy/population.ts';
import type { PopulationResult } from '../../statistics/population-result.ts';
import type { Protocol } from '../../study/protocol/protocol.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { formatCount, formatNumber, formatPercent, formatRange } from '../plot/number-format.ts';
import type { Cell, TableSection } from '../report/model.ts';
import type { NameOf } from './population-names.ts';
import type { Say } from './say.ts';

/** Channels whose medians stand beside the counts: what the width of a page holds. */
const MOST_MEDIANS = 6;

/** Every population with its share, its rating and its medians, in the order of the strategy. */
export function populationsAnnex(analysis: SampleAnalysis, { panel }: Pick<Protocol, 'panel'>, nameOf: NameOf, say: Say): TableSection {
  const { populations, channels, absent = [] } = analysis;
  const signals = new Set(panel.entries.flatMap(({ id, signal }) => (signal === undefined ? [] : [id])));
  const measured = channels.filter(({ id }) => !signals.has(id) && populations.some(({ medians }) => medians[id] !== undefined));
  const shown = measured.slice(0, MOST_MEDIANS);
  return {
    heading: say('annexPopulations'),
    columns: [
      { title: say('population'), align: 'left', weight: 3.9 },
      { title: say('count'), align: 'right', weight: 1.6 },
      { title: say('ofParent'), align: 'right', weight: 2.6 },
      { title: say('ofTotal'), align: 'right', weight: 1.5 },
      { title: say('rating'), align: 'left', weight: 1.6 },
      ...shown.map(({ id }) => ({ title: say('median', { channel: id }), align: 'right', weight: 1.2 }) as const),
    ],
    rows: [
      ...populations.map((population) => ({
        cells: [
          { text: nameOf(population.path), depth: population.depth },
          ...countCells(population, say),
          ...shown.map(({ id }) => medianCell(population.medians[id], isRed(population))),
        ],
      })),
      ...absent.map(({ path, depth, missing }) => ({
        cells: [
          { text: nameOf(path), depth },
          { text: '–', quiet: true },
          { text: say('why.absent'), quiet: true },
          { text: '–', quiet: true },
          { text: missing.join(', '), quiet: true },
          ...shown.map(() => ({ text: '–', quiet: true })),
        ],
      })),
    ],
    note: say('populationsNote', { compensated: shown.some(({ compensated }) => compensated) ? say('compensated') : '' }),
  };
}

const isRed = ({ gate }: PopulationResult): boolean => gate !== undefined && lightOfGate(gate) === 'red';

function countCells(population: PopulationResult, say: Say): readonly Cell[] {
  const { path, count, percentOfTotal, gate } = population;
  const { percentOfParent, interval } = path === '' ? {} : population; // all events have no parent
  const quiet = isRed(population);
  const light = gate && lightOfGate(gate);
  const share =
    percentOfParent === undefined
      ? '–'
      : `${formatPercent(percentOfParent)}${interval ? ` (${formatRange(interval.low, interval.high)})` : ''}`;
  return [
    { text: formatCount(count), quiet },
    { text: share, quiet },
    { text: formatPercent(percentOfTotal), quiet },
    gate === undefined
      ? { text: '' }
      : light === undefined
        ? { text: say('byHand'), quiet: true }
        : { text: quiet ? `${say(`rating.${light}`)}・${say('reference')}` : say(`rating.${light}`), light },
  ];
}

const medianCell = (median: number | undefined, quiet: boolean): Cell =>
  median === undefined ? { text: '–', quiet: true } : { text: formatNumber(median), quiet };
