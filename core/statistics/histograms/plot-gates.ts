import type { SampleColumns } from '../../data/events/sample-columns.ts';
import type { Light } from '../../gating/automatic/kind/step.ts';
import { lightOfGate, type PlacedGate, type Population } from '../../gating/strategy/population.ts';
import type { ScaledChannel } from '../../gating/strategy/used-channels.ts';
import { figurePicture } from './figure-picture.ts';
import type { PlotData, PlotGate, PlotPopulation } from './plot-data.ts';
import { plotPopulation } from './plot-data.ts';

type ChannelById = (id: string) => ScaledChannel | undefined;

/** A gate with its populations, what it stands in, and the channels that it is drawn on. */
export interface GateToPlot {
  readonly placed: PlacedGate;
  readonly members: readonly Population[];
  readonly parent: Population;
  readonly x: ScaledChannel;
  readonly y: ScaledChannel;
}

/** Every gate that can be drawn, in the order of the strategy. */
export function gatesToPlot(populations: readonly Population[], channel: ChannelById): readonly GateToPlot[] {
  const byGate = new Map<unknown, Population[]>();
  for (const population of populations) {
    if (population.placed === undefined) continue;
    // children of one gate share their parent and the gate's very object
    const key = population.placed.gate;
    byGate.set(key, [...(byGate.get(key) ?? []), population]);
  }
  return [...byGate.values()].flatMap((members): GateToPlot[] => {
    const [{ placed, parent } = {}] = members;
    const [x, y] = (placed?.dimensions ?? []).map(channel);
    if (placed === undefined || parent === undefined || x === undefined) return [];
    return [{ placed, members, parent, x, y: y ?? companionOf(x, channel) }];
  });
}

/** One picture a gate, drawn on the population that it stands below, in the order of the strategy. */
export const plotGates = (populations: readonly Population[], channel: ChannelById, columns: SampleColumns): readonly PlotData[] =>
  gatesToPlot(populations, channel).map((gate) => plotOfGate(gate, columns));

export function plotOfGate({ placed, members, parent, x, y }: GateToPlot, columns: SampleColumns): PlotData {
  const light = lightOfGate(placed);
  const gate: PlotGate = {
    gate: placed.gate,
    ...(light === undefined ? {} : { light }),
    populations: members.map((population) => populationIn(population, parent, light)),
  };
  return plotPopulation(parent, [gate], x, y, columns);
}

/** What the label of a population says on the plot of its parent; no number by a gate that is not reliable. */
export const populationIn = ({ name, count }: Population, parent: Population, light: Light | undefined): PlotPopulation => ({
  name,
  percentOfParent: parent.count === 0 || light === 'red' ? undefined : (100 * count) / parent.count,
});

/** What a gate on one channel is drawn against: side scatter, as is usual, or a lineage marker where there is none. */
function companionOf(x: ScaledChannel, channel: ChannelById): ScaledChannel {
  return ['SSC', 'CD3', 'CD56'].flatMap((id) => channel(id) ?? []).find((candidate) => candidate.index !== x.index) ?? x;
}

/** Every picture of an analysis: of its gates, and that of the composition on the scales of the figure of methods. */
export const picturesOf = (...of: Parameters<typeof plotGates>): readonly PlotData[] => [
  ...plotGates(...of),
  ...[figurePicture(...of) ?? []].flat(),
];
