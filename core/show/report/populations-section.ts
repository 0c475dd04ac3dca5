import type { Light } from '../../gating/automatic/kind/step.ts';
import type { AbsentPopulation } from '../../gating/strategy/absent-populations.ts';
import { lightOfGate } from '../../gating/strategy/population.ts';
import type { PopulationResult } from '../../statistics/population-result.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { formatCount, formatNumber, formatPercent, formatRange, formatValue } from '../plot/number-format.ts';
import type { MessageKey, Translate } from './messages.ts';
import type { Cell, Row, TableSection } from './model.ts';

export const lightWords: { readonly [L in Light]: MessageKey } = { green: 'lightGreen', amber: 'lightAmber', red: 'lightRed' };

/** Every population in the order of the strategy, indented by its depth. */
export function populationsSection({ populations, absent = [] }: SampleAnalysis, t: Translate): TableSection {
  const confidence = populations.find(({ interval }) => interval)?.interval?.confidence;
  return {
    heading: t('populationsHeading'),
    columns: [
      { title: t('population'), align: 'left', weight: 3.9 },
      { title: t('count'), align: 'right', weight: 1.5 },
      { title: t('percentOfParent'), align: 'right', weight: 1.6 },
      {
        title: confidence === undefined ? t('intervalPlain') : t('interval', { confidence: formatValue(confidence * 100) }),
        align: 'right',
        weight: 2.7,
      },
      { title: t('percentOfTotal'), align: 'right', weight: 1.8 },
      { title: t('gateState'), align: 'left', weight: 2.1 },
    ],
    rows: [...populations.map((population) => populationRow(population, t)), ...absent.map((one) => absentRow(one, t))],
    note: t('countingOnly'),
  };
}

function populationRow(population: PopulationResult, t: Translate): Row {
  const { path, count, percentOfTotal } = population;
  const { percentOfParent, interval } = path === '' ? {} : population; // all events have no parent
  return {
    cells: [
      nameCell(population, t),
      { text: formatCount(count) },
      { text: formatPercent(percentOfParent) },
      { text: interval ? formatRange(interval.low, interval.high) : '–', quiet: true },
      { text: formatPercent(percentOfTotal) },
      gateCell(population, t),
    ],
  };
}

/** Asked for, and not to be had in this sample: no number, and why. */
function absentRow({ path, missing }: AbsentPopulation, t: Translate): Row {
  const none: Cell = { text: '–', quiet: true };
  return {
    cells: [
      { text: path.replaceAll('/', ' › '), depth: 1 },
      none,
      none,
      none,
      none,
      { text: t('lacksMarker', { missing: missing.join(', ') }) },
    ],
  };
}

const nameCell = ({ name, path, depth }: PopulationResult, t: Translate): Cell => ({
  text: path === '' ? t('allEvents') : name,
  depth,
});

function gateCell({ gate }: PopulationResult, t: Translate): Cell {
  if (!gate) return { text: '' };
  const light = lightOfGate(gate);
  return light === undefined ? { text: t('fixedGate'), quiet: true } : { text: t(lightWords[light]), light };
}

/** Channels in one table of medians: what an A4 page holds without crowding. */
const mediansAcross = 8;

/** Medians by population and channel, in as many tables as the channels need. Empty where nothing was measured. */
export function mediansSections({ populations, channels }: SampleAnalysis, t: Translate): readonly TableSection[] {
  const measured = channels.map(({ id }) => id).filter((id) => populations.some(({ medians }) => medians[id] !== undefined));
  const groups = Array.from({ length: Math.ceil(measured.length / mediansAcross) }, (_, i) =>
    measured.slice(i * mediansAcross, (i + 1) * mediansAcross),
  );
  return groups.map((ids) => ({
    heading: t('mediansHeading'),
    columns: [
      { title: t('population'), align: 'left', weight: 3.2 },
      ...ids.map((id) => ({ title: id, align: 'right', weight: 1.2 }) as const),
    ],
    rows: populations.map((population) => ({
      cells: [nameCell(population, t), ...ids.map((id) => medianCell(population.medians[id]))],
    })),
    note: t('mediansNote'),
  }));
}

const medianCell = (median: number | undefined): Cell =>
  median === undefined ? { text: '–', quiet: true } : { text: formatNumber(median) };
