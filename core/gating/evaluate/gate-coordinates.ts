import type { Scale } from '../../data/transforms/kind/transform.ts';
import { type Gate, kindOf, mapCoordinates } from '../gates/gates.ts';
import { unmappableGate } from '../strategy/gate-problems.ts';
import type { GatingChannel } from '../strategy/gating-channel.ts';
import type { GateNode } from '../strategy/strategy.ts';

/** The gate with the coordinates of some dimensions mapped; those without a map stay. */
function mapGate(
  node: GateNode,
  gate: Gate,
  channels: readonly GatingChannel[],
  mapOf: (channel: GatingChannel) => Scale['scale'] | undefined,
): Gate {
  const maps = channels.map(mapOf);
  if (maps.every((map) => map === undefined)) return gate;
  const mapped = mapCoordinates(
    gate,
    maps.map((map) => map ?? ((coordinate: number) => coordinate)),
  );
  if (mapped === undefined) throw unmappableGate(node.populations, gate.kind);
  return mapped;
}

/** The gate as events are compared with it: gates in linear coordinates are put on the scales of their channels. */
export const onScales = (node: GateNode, gate: Gate, channels: readonly GatingChannel[]): Gate =>
  mapGate(node, gate, channels, ({ coordinates, scale }) => (coordinates === undefined ? undefined : scale.scale));

/** The gate with all coordinates linear, for FlowJo's rules; kinds that have no such form are left as they are. */
export function drawnLinear(node: GateNode, gate: Gate, channels: readonly GatingChannel[]): Gate {
  if (kindOf(gate).countOnGrid === undefined) return gate;
  return mapGate(node, gate, channels, ({ coordinates, scale }) => (coordinates === undefined ? scale.unscale : undefined));
}
