import type { UsedChannel } from '../../core/analysis.ts';
import type { CoordinateMap } from '../../core/gates/gate.ts';
import { compileTransform } from '../../core/transforms/transforms.ts';

/** How a dimension of a gate stands on an axis: on the very scale that it was drawn on, or on another one of the same channel. */
export type Standing = { readonly map: CoordinateMap; readonly isForeign: boolean };

const unmoved: Standing = { map: (coordinate) => coordinate, isForeign: false };

/** Undefined where the axis shows another channel, or the same one with another compensation. */
export function standingOn(dimension: string, axis: UsedChannel | undefined, channels: readonly UsedChannel[]): Standing | undefined {
  const drawn = channels.find(({ id }) => id === dimension);
  if (axis === undefined || drawn === undefined) return undefined;
  if (drawn.index !== axis.index || drawn.compensated !== axis.compensated) return undefined;
  if (JSON.stringify(drawn.transform) === JSON.stringify(axis.transform)) return unmoved;
  const [from, to] = [compileTransform(drawn.transform), compileTransform(axis.transform)];
  return { map: (coordinate) => to.scale(from.unscale(coordinate)), isForeign: true };
}
