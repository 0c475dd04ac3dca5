import type { SampleAnalysis } from '../../core/analysis.ts';
import { type Gate, mapCoordinates } from '../../core/gates/gates.ts';
import { unmappableGate } from '../../core/gating/gate-problems.ts';
import type { Protocol } from '../../core/session/protocol.ts';
import { compileTransform } from '../../core/transforms/transforms.ts';

const same = (coordinate: number): number => coordinate;

/**
 * A gate as its strategy holds it: a hand moves it on the scales that are shown, while dimensions that came from another program may hold
 * linear values. Throws `gate-unmappable` where the moved gate has no counterpart there.
 */
export function storedGate(
  gate: Gate,
  dimensions: readonly string[],
  { dimensions: named = {} }: Pick<Protocol, 'dimensions'>,
  channels: SampleAnalysis['channels'],
): Gate {
  const maps = dimensions.map((id) => {
    const isLinear = Object.hasOwn(named, id) && named[id]?.coordinates === 'linear';
    const channel = channels.find((used) => used.id === id);
    return isLinear && channel !== undefined ? compileTransform(channel.transform).unscale : same;
  });
  if (maps.every((map) => map === same)) return gate;
  const stored = mapCoordinates(gate, maps);
  if (stored === undefined) throw unmappableGate([], gate.kind);
  return stored;
}
