import type { SampleColumns } from '../../data/events/sample-columns.ts';
import { combinationOf } from '../../gating/gates/gates.ts';
import type { Range } from '../../gating/gates/kind/geometry.ts';
import { rectangleGate } from '../../gating/gates/rectangle/schema.ts';
import type { Population } from '../../gating/strategy/population.ts';
import type { ScaledChannel } from '../../gating/strategy/used-channels.ts';
import { type PlotData, type PlotGate, plotPopulation } from './plot-data.ts';
import { gatesToPlot, plotOfGate, populationIn } from './plot-gates.ts';
import { sharedAxis } from './thumbnail.ts';

/** A gate on the way to a population, drawn on what it stands in, and the events at the end of the way on the same axes. */
export interface GateStep {
  readonly plot: PlotData;
  readonly count: number;
  /** As `plot.density`, of the population that the way leads to. */
  readonly ends: Uint32Array;
}

/** Every gate on the way to a population, from all events down; one that combines gates of one channel each stands on the plane of both. */
export function stepsTo(
  path: string,
  populations: readonly Population[],
  channel: (id: string) => ScaledChannel | undefined,
  columns: SampleColumns,
): readonly GateStep[] {
  const end = populations.find((population) => population.path === path);
  if (end === undefined) return [];
  const isOnWay = (population: Population) => path === population.path || path.startsWith(`${population.path}/`);
  const drawn = gatesToPlot(populations, channel)
    .filter(({ members }) => members.some(isOnWay))
    .map((gate) => plotOfGate(gate, columns));
  const last = combined(end, populations, channel, columns);
  return [...drawn, ...(last === undefined ? [] : [last])].map((plot) => ({
    plot,
    count: end.count,
    ends: plotPopulation(end, [], axisChannel(plot.x, channel), axisChannel(plot.y, channel), columns, [plot.x, plot.y]).density,
  }));
}

const axisChannel = ({ channel: { id } }: PlotData['x'], channel: (id: string) => ScaledChannel | undefined): ScaledChannel => {
  const found = channel(id);
  if (found === undefined) throw new Error(`no channel ${id}`);
  return found;
};

/** The plane of two gates of one channel each, with every combination of them that stands beside this one. */
function combined(
  end: Population,
  populations: readonly Population[],
  channel: (id: string) => ScaledChannel | undefined,
  columns: SampleColumns,
): PlotData | undefined {
  const { parent } = end;
  const region = regionOf(end, populations);
  const [x, y] = [...(region?.keys() ?? [])];
  if (parent === undefined || region?.size !== 2 || x === undefined || y === undefined) return undefined;
  const [across, up] = [channel(x), channel(y)];
  if (across === undefined || up === undefined) return undefined;
  const gates = populations.flatMap((population): PlotGate[] => {
    const other = population.parent === parent ? regionOf(population, populations) : undefined;
    const [onX, onY] = [other?.get(x), other?.get(y)];
    if (onX === undefined || onY === undefined) return [];
    const light = population.light ?? population.placed?.follows;
    return [
      {
        gate: rectangleGate([onX, onY]),
        ...(light === undefined ? {} : { light }),
        populations: [populationIn(population, parent, light)],
      },
    ];
  });
  // few events far from the others lie off a range that is chosen by the others
  return plotPopulation(parent, gates, across, up, columns, [sharedAxis(across, columns), sharedAxis(up, columns)]);
}

/** The rectangle that a combination of open ranges is, by dimension; undefined for any other. */
function regionOf({ placed }: Population, populations: readonly Population[]): ReadonlyMap<string, Range> | undefined {
  const combination = placed && combinationOf(placed.gate);
  if (combination?.operation !== 'and') return undefined;
  const ranges = new Map<string, Range>();
  for (const { population, complement } of combination.operands) {
    const operand = populations.find(({ path }) => path === population)?.placed;
    const [dimension, second] = operand?.dimensions ?? [];
    if (operand?.gate.kind !== 'rectangle' || operand.gate.outside === true || dimension === undefined || second !== undefined)
      return undefined;
    const [{ min, max } = {}] = operand.gate.ranges;
    if (complement && (min === undefined) === (max === undefined)) return undefined;
    const side: Range = complement ? { min: max, max: min } : { min, max };
    const known = ranges.get(dimension) ?? {};
    ranges.set(dimension, { min: inner(known.min, side.min, Math.max), max: inner(known.max, side.max, Math.min) });
  }
  return ranges;
}

const inner = (a: number | undefined, b: number | undefined, choose: (a: number, b: number) => number): number | undefined =>
  a === undefined ? b : b === undefined ? a : choose(a, b);
