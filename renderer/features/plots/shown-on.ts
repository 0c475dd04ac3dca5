import type { Scale } from '../../../core/data/transforms/kind/transform.ts';
import { compileTransform } from '../../../core/data/transforms/transforms.ts';
import type { UsedChannel } from '../../../core/gating/strategy/used-channels.ts';

/** How a dimension of a gate stands on an axis: on the very scale that it was drawn on, or on another one of the same channel. */
export interface Standing {
  readonly own: Scale;
  /** The same object where it is the same scale. */
  readonly shown: Scale;
}

/** Undefined where the axis shows another channel, or the same one with another compensation. */
export function standingOn(dimension: string, axis: UsedChannel | undefined, channels: readonly UsedChannel[]): Standing | undefined {
  const drawn = channels.find(({ id }) => id === dimension);
  if (axis === undefined || drawn === undefined) return undefined;
  if (drawn.index !== axis.index || drawn.compensated !== axis.compensated) return undefined;
  const own = compileTransform(drawn.transform);
  const isSame = JSON.stringify(drawn.transform) === JSON.stringify(axis.transform);
  return { own, shown: isSame ? own : compileTransform(axis.transform) };
}

export const isForeign = ({ own, shown }: Standing): boolean => own !== shown;
