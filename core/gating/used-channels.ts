import type { UsedChannel } from '../analysis.ts';
import type { SampleColumns } from '../events/sample-columns.ts';
import type { Channel } from '../fcs/fcs-file.ts';
import { once } from '../once.ts';
import { chooseTransform } from '../transforms/choose.ts';
import { compileTransform, type Transform } from '../transforms/transforms.ts';
import { channelFacts } from './channel-facts.ts';
import { gridAxis } from './flowjo-grid.ts';
import type { GatingChannel } from './gate-sample.ts';
import type { GateNode } from './strategy.ts';

/** A channel in use, with the display scale that gates and plots share. */
export interface ScaledChannel extends GatingChannel {
  readonly used: UsedChannel;
}

const dimensionsOfGate = ({ dimensions, otherwise }: Pick<GateNode, 'dimensions' | 'otherwise'>): readonly string[] => [
  ...dimensions,
  ...(otherwise === undefined ? [] : dimensionsOfGate(otherwise)),
];

/** Every dimension that a strategy names, once. */
export function dimensionsOf(strategy: readonly GateNode[]): readonly string[] {
  const names = strategy.flatMap((node) => [
    ...dimensionsOfGate(node),
    ...node.populations.flatMap(({ gates }) => dimensionsOf(gates ?? [])),
  ]);
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
  const transform = fixed ?? chooseTransform(channelFacts(channel, columns, compensated));
  const used: UsedChannel = {
    id,
    index: channel.index,
    name: channel.name,
    ...(channel.marker === undefined ? {} : { marker: channel.marker }),
    compensated,
    transform,
    ...(channel.detail.voltage === undefined ? {} : { voltage: channel.detail.voltage }),
  };
  return { used, index, scale: compileTransform(transform), grid: once(() => gridAxis(transform)) };
}
