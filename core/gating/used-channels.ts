import type { UsedChannel } from '../analysis.ts';
import { forEachEvent } from '../events/bitmask.ts';
import type { ColumnSource } from '../events/column-source.ts';
import type { SampleColumns } from '../events/sample-columns.ts';
import type { Channel } from '../fcs/fcs-file.ts';
import { classOfChannel } from '../panel/channel-class.ts';
import { quantileInPlace } from '../statistics/median.ts';
import { type ChannelFacts, chooseTransform } from '../transforms/choose.ts';
import { compileTransform, type Transform } from '../transforms/transforms.ts';
import { gridAxis } from './flowjo-grid.ts';
import type { GatingChannel } from './gate-sample.ts';
import type { GateNode } from './strategy.ts';

/** A channel in use, with the display scale that gates and plots share. */
export interface ScaledChannel extends GatingChannel {
  readonly used: UsedChannel;
}

/** Every dimension that a strategy names, once. */
export function dimensionsOf(strategy: readonly GateNode[]): readonly string[] {
  const names = strategy.flatMap((node) => [...node.dimensions, ...node.populations.flatMap(({ gates }) => dimensionsOf(gates ?? []))]);
  return [...new Set(names)];
}

/** Fixes the display scale of a channel: the protocol's, or one chosen from its range and its values. */
export function scaleChannel(
  id: string,
  channel: Channel,
  columns: SampleColumns,
  compensated: boolean,
  fixed: Transform | undefined,
): ScaledChannel {
  const index = channel.index - 1;
  const transform = fixed ?? chooseTransform(factsOf(channel, columns, compensated));
  const used: UsedChannel = {
    id,
    index: channel.index,
    name: channel.name,
    ...(channel.marker === undefined ? {} : { marker: channel.marker }),
    compensated,
    transform,
  };
  return { used, index, scale: compileTransform(transform), grid: () => gridAxis(transform) };
}

const MIN_NEGATIVES = 50;

function factsOf(channel: Channel, columns: SampleColumns, compensated: boolean): ChannelFacts {
  const parts = columns.linear(channel.index - 1);
  let largest = 0;
  let smallest = 0;
  let negatives = 0;
  for (const part of parts) {
    for (let event = 0; event < part.length; event++) {
      const value = part[event]!;
      if (value > largest && value !== Number.POSITIVE_INFINITY) largest = value;
      if (value < 0) {
        negatives++;
        if (value < smallest) smallest = value;
      }
    }
  }
  const { amplification, range } = channel;
  return {
    class: classOfChannel(channel),
    statedTop: amplification === undefined ? range / (channel.gain ?? 1) : amplification.offset * 10 ** amplification.decades,
    logDecades: amplification?.decades,
    compensated,
    largest,
    smallest,
    negativeQuantile: negatives >= MIN_NEGATIVES ? quantileOfNegatives(parts, negatives) : undefined,
  };
}

function quantileOfNegatives(parts: readonly Float64Array[], count: number): number {
  const values = new Float64Array(count);
  let n = 0;
  for (const part of parts) for (let event = 0; event < part.length; event++) if (part[event]! < 0) values[n++] = part[event]!;
  return quantileInPlace(values, 0.05);
}

/** Values of one channel for the members of a population, finite ones only. */
export function gather(
  columns: SampleColumns,
  of: number | ColumnSource,
  members: Parameters<typeof forEachEvent>[0],
  count: number,
): Float64Array {
  const parts = columns.linear(of);
  const values = new Float64Array(count);
  let n = 0;
  let part = 0;
  forEachEvent(members, (event) => {
    while (event >= (columns.shards[part]?.firstEvent ?? 0) + (parts[part]?.length ?? 0)) part++;
    const value = parts[part]![event - (columns.shards[part]?.firstEvent ?? 0)]!;
    if (!Number.isNaN(value)) values[n++] = value;
  });
  return values.subarray(0, n);
}
