import { type Bitmask, has, wordsFor } from '../../data/events/bitmask.ts';
import type { ColumnSource } from '../../data/events/column-source.ts';
import type { Shard } from '../../data/events/event-table.ts';
import type { SampleColumns } from '../../data/events/sample-columns.ts';
import type { ColumnParts } from '../../data/events/whole-columns.ts';
import type { Scale } from '../../data/transforms/kind/transform.ts';
import type { Light } from '../../gating/automatic/kind/step.ts';
import type { Gate } from '../../gating/gates/gates.ts';
import type { Population } from '../../gating/strategy/population.ts';
import type { UsedChannel } from '../../gating/strategy/used-channels.ts';
import { automaticRange, type Span } from './axis-range.ts';

/** Bins of an axis. */
export const BINS = 256;

export interface PlotChannel {
  readonly used: UsedChannel;
  readonly index: number;
  readonly scale: Scale;
  /** Where its values come from, where that is not the channel itself. */
  readonly source?: ColumnSource;
}

type Parts = ColumnParts<Float64Array>;

/** Counts all events of a population on two channels: every event is in the picture, those off scale in its last bins. */
export function plotPopulation(
  population: Population,
  gates: readonly PlotGate[],
  x: PlotChannel,
  y: PlotChannel,
  columns: SampleColumns,
  [xAxis, yAxis]: readonly [PlotAxis, PlotAxis] = [axisOf(x, columns), axisOf(y, columns)],
): PlotData {
  const [xs, ys] = columns.together([x, y].map(({ source, index, scale }) => ({ of: source ?? index, scale }))) as [Parts, Parts];
  const density = new Uint32Array(BINS * BINS);
  const { gateKernels } = columns;
  columns.shards.forEach((shard, i) => {
    const [xPart, yPart] = [xs[i]!, ys[i]!];
    if (gateKernels !== undefined) {
      const [xRange, yRange] = [xAxis.max - xAxis.min, yAxis.max - yAxis.min];
      gateKernels.count(
        [xPart, yPart],
        shard.eventCount,
        membersIn(population, shard),
        ({ countPlane }, [across, up], events, words, counts) =>
          countPlane(across!, up!, events, words, xAxis.min, xRange, yAxis.min, yRange, BINS, counts),
        density,
      );
      return;
    }
    for (let event = 0; event < shard.eventCount; event++) {
      if (!has(population.members, shard.firstEvent + event)) continue;
      const column = binOf(xPart[event]!, xAxis);
      const row = binOf(yPart[event]!, yAxis);
      if (column >= 0 && row >= 0) density[row * BINS + column]! += 1;
    }
  });
  return { population: population.path, count: population.count, x: xAxis, y: yAxis, bins: BINS, density, gates };
}

/** A population's members in one shard. */
export const membersIn = (
  { members }: Population,
  { firstEvent, eventCount }: Pick<Shard<unknown>, 'firstEvent' | 'eventCount'>,
): Bitmask => members.subarray(firstEvent / 32, firstEvent / 32 + wordsFor(eventCount)) as Bitmask;

/**
 * The part of a channel's scale that a plot shows: `chosen` in linear values, or what follows from the sample; one that the scale has no place
 * for is not chosen. The first and the last bin lie beyond it and hold what is off scale.
 */
export function axisOf(channel: PlotChannel, columns: SampleColumns, chosen?: Span): PlotAxis {
  const { used, scale } = channel;
  const positions = chosen && { min: scale.scale(chosen.min), max: scale.scale(chosen.max) };
  const isPlace = positions !== undefined && Number.isFinite(positions.max - positions.min) && positions.max > positions.min;
  const { min, max } = isPlace ? positions : automaticRange(channel, columns);
  // a hair wider, so that what lies on an end is on scale
  const pile = ((max - min) / (BINS - 2)) * (1 + 1e-9);
  return { channel: used, min: min - pile, max: max + pile };
}

/** What the axes of a plot show, where a person chose it: linear values of their channels. */
export interface ChosenRanges {
  readonly x?: Span | undefined;
  readonly y?: Span | undefined;
}

/** What an axis shows without the bins of what is off scale, in linear values. */
export function rangeShown({ min, max }: Span, { unscale }: Pick<Scale, 'unscale'>): Span {
  const bin = (max - min) / BINS;
  return { min: unscale(min + bin), max: unscale(max - bin) };
}

/** How many of the events that a picture was counted from lie off scale: counts of a plane of bins row by row, or along one axis. */
export function countOffScale(counts: Uint32Array, bins = BINS): number {
  if (counts.length === bins) return counts[0]! + counts[bins - 1]!;
  let sum = 0;
  const last = bins * (bins - 1);
  for (let i = 0; i < bins; i++) sum += counts[i]! + counts[last + i]!;
  for (let row = bins; row < last; row += bins) sum += counts[row]! + counts[row + bins - 1]!;
  return sum;
}

/** The bin of a scaled value, the last ones for values off scale; -1 for NaN, which has no place. */
export const binOf = (value: number, { min, max }: PlotAxis): number =>
  Number.isNaN(value) ? -1 : Math.min(BINS - 1, Math.max(0, Math.floor(((value - min) / (max - min)) * BINS)));

/** One picture: the density of a population on two channels, and the gates drawn on it. */
export interface PlotData {
  /** Path of the population whose events are drawn. */
  readonly population: string;
  readonly count: number;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  /** bins x bins counts over the axes' ranges, row by row from the bottom; events beyond an edge are in its last bin. */
  readonly bins: number;
  readonly density: Uint32Array;
  readonly gates: readonly PlotGate[];
  /** Drawn on the scales on which culture methods stand side by side, for that figure alone. */
  readonly figure?: 'methods';
}

export interface PlotAxis {
  readonly channel: UsedChannel;
  /** Shown range on the display scale. */
  readonly min: number;
  readonly max: number;
}

export interface PlotGate {
  readonly gate: Gate;
  readonly light?: Light;
  /** Of its lines, where a person has chosen one: #rrggbb. */
  readonly colour?: string | undefined;
  /** Drawn on another scale of these channels: dashed. */
  readonly isForeign?: true;
  readonly populations: readonly PlotPopulation[];
}

/** What a label says, and where a person has put it. */
export interface PlotPopulation {
  readonly name: string;
  readonly percentOfParent: number | undefined;
  /** The percentage is about so. */
  readonly isAbout?: boolean;
  /** In place of the percentage: other numbers, or why there is none. */
  readonly instead?: string | undefined;
  /** From where its label would stand by itself, in widths and heights of the frame. */
  readonly moved?: { readonly x: number; readonly y: number } | undefined;
}
