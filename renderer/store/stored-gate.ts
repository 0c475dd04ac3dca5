import { compileTransform } from '../../core/data/transforms/transforms.ts';
import { type Gate, mapCoordinates } from '../../core/gating/gates/gates.ts';
import { unmappableGate } from '../../core/gating/strategy/gate-problems.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';

const same = (coordinate: number): number => coordinate;

/**
 * A gate as its strategy holds it: a hand moves it on the scales that are shown, while dimensions that came from another program may hold
 * linear values. Throws `gate-unmappable` where the moved gate has no counterpart there.
 */
export const storedGate = (gate: Gate, dimensions: readonly string[], protocol: NamedDimensions, channels: UsedChannels): Gate =>
  mapped(gate, dimensions, protocol, channels, 'unscale');

/** Where a gate is on the scales once it was stored: to the last bit what events are compared with. */
export const settledGate = (gate: Gate, dimensions: readonly string[], protocol: NamedDimensions, channels: UsedChannels): Gate =>
  mapped(storedGate(gate, dimensions, protocol, channels), dimensions, protocol, channels, 'scale');

type NamedDimensions = Pick<Protocol, 'dimensions'>;
type UsedChannels = SampleAnalysis['channels'];

function mapped(
  gate: Gate,
  dimensions: readonly string[],
  { dimensions: named = {} }: NamedDimensions,
  channels: UsedChannels,
  way: 'scale' | 'unscale',
): Gate {
  const maps = dimensions.map((id) => {
    const isLinear = Object.hasOwn(named, id) && named[id]?.coordinates !== undefined;
    const channel = channels.find((used) => used.id === id);
    return isLinear && channel !== undefined ? compileTransform(channel.transform)[way] : same;
  });
  if (maps.every((map) => map === same)) return gate;
  const found = mapCoordinates(gate, maps);
  if (found === undefined) throw unmappableGate([], gate.kind);
  return found;
}
