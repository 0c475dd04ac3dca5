import { once } from '../../base/once.ts';
import type { Channel } from '../../data/events/channel.ts';
import { compileTransform, type Transform } from '../../data/transforms/transforms.ts';
import { gridAxis } from './flowjo-grid.ts';
import type { GatingChannel } from './gating-channel.ts';
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

/** A channel in use on its display scale. */
export function scaleChannel(id: string, channel: Channel, compensated: boolean, transform: Transform): ScaledChannel {
  const used: UsedChannel = {
    id,
    index: channel.index,
    name: channel.name,
    ...(channel.marker === undefined ? {} : { marker: channel.marker }),
    compensated,
    transform,
  };
  return { used, index: channel.index - 1, scale: compileTransform(transform), grid: once(() => gridAxis(transform)) };
}

export interface UsedChannel {
  /** The panel's name for it, such as CD3 or FSC-A. */
  readonly id: string;
  readonly index: number;
  readonly name: string;
  readonly marker?: string;
  readonly compensated: boolean;
  readonly transform: Transform;
  /** $PnV as the file has it. */
  readonly voltage?: string;
}
