import type { Light } from '../../gating/automatic/kind/step.ts';
import type { AbsentPopulation } from '../../gating/strategy/absent-populations.ts';
import type { PopulationResult } from '../../statistics/population-result.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { formatCount, formatNumber, formatPercent, formatRange, formatValue } from '../plot/number-format.ts';
import type { Cell, Row, TableSection } from './model.ts';
import type { Speak, Word } from './words.ts';

export const lightWords: { readonly [L in Light]: Word } = { green: 'lightGreen', amber: 'lightAmber', red: 'lightRed' };

/** Every population in the order of the strategy, indented by its depth. */
export function populationsSection({ populations, absent = [] }: SampleAnalysis, speak: Speak): TableSection {
  const confidence = populations.find(({ interval }) => interval)?.interval?.confidence;
  return {
    heading: speak('populationsHeading'),
    columns: [
      { title: speak('population'), align: 'left', weight: 3.9 },
      { title: speak('count'), align: 'right', weight: 1.5 },
      { title: speak('percentOfParent'), align: 'right', weight: 1.6 },
      {
        title: confidence === undefined ? speak('intervalPlain') : speak('interval', { confidence: formatValue(confidence * 100) }),
        align: 'right',
        weight: 2.7,
      },
      { title: speak('percentOfTotal'), align: 'right', weight: 1.8 },
      { title: speak('gateState'), align: 'left', weight: 2.1 },
    ],
    rows: [...populations.map((population) => populationRow(population, speak)), ...absent.map((one) => absentRow(one, speak))],
    note: speak('countingOnly'),
  };
}

function populationRow(population: PopulationResult, speak: Speak): Row {
  const { path, count, percentOfTotal } = population;
  const { percentOfParent, interval } = path === '' ? {} : population; // all events have no parent
  return {
    cells: [
      nameCell(population, speak),
      { text: formatCount(count) },
      { text: formatPercent(percentOfParent) },
      { text: interval ? formatRange(interval.low, interval.high) : '–', quiet: true },
      { text: formatPercent(percentOfTotal) },
      gateCell(population, speak),
    ],
  };
}

/** Asked for, and not to be had in this sample: no number, and why. */
function absentRow({ path, missing }: AbsentPopulation, speak: Speak): Row {
  const none: Cell = { text: '–', quiet: true };
  return {
    cells: [
      { text: path.replaceAll('/', ' › '), depth: 1 },
      none,
      none,
      none,
      none,
      { text: speak('lacksMarker', { missing: missing.join(', ') }) },
    ],
  };
}

const nameCell = ({ name, path, depth }: PopulationResult, speak: Speak): Cell => ({
  text: path === '' ? speak('allEvents') : name,
  depth,
});

function gateCell({ gate }: PopulationResult, speak: Speak): Cell {
  if (!gate) return { text: '' };
  const light = gate.automatic?.light ?? gate.follows;
  return light === undefined ? { text: speak('fixedGate'), quiet: true } : { text: speak(lightWords[light]), light };
}

/** Channels in one table of medians: what an A4 page holds without crowding. */
const mediansAcross = 8;

/** Medians by population and channel, in as many tables as the channels need. Empty where nothing was measured. */
export function mediansSections({ populations, channels }: SampleAnalysis, speak: Speak): readonly TableSection[] {
  const measured = channels.map(({ id }) => id).filter((id) => populations.some(({ medians }) => medians[id] !== undefined));
  const groups = Array.from({ length: Math.ceil(measured.length / mediansAcross) }, (_, i) =>
    measured.slice(i * mediansAcross, (i + 1) * mediansAcross),
  );
  return groups.map((ids) => ({
    heading: speak('mediansHeading'),
    columns: [
      { title: speak('population'), align: 'left', weight: 3.2 },
      ...ids.map((id) => ({ title: id, align: 'right', weight: 1.2 }) as const),
    ],
    rows: populations.map((population) => ({
      cells: [nameCell(population, speak), ...ids.map((id) => medianCell(population.medians[id]))],
    })),
    note: speak('mediansNote'),
  }));
}

const medianCell = (median: number | undefined): Cell =>
  median === undefined ? { text: '–', quiet: true } : { text: formatNumber(median) };
