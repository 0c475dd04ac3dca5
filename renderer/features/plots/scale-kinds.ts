import { kindOfTransform, type Transform, transformKinds } from '../../../core/data/transforms/transforms.ts';

/** Of a scale that has no top or decades of its own. */
const USUAL = { T: 262_144, M: 4.5 };

/** Scales that a person chooses from; FlowJo's linear and logarithmic axes come in with a workspace and stay. */
export const editableScales: readonly Transform['kind'][] = Object.values(transformKinds)
  .flatMap(({ usual }) => usual?.(USUAL) ?? [])
  .map(({ kind }) => kind);

/** The usual scale of a kind with the top of the one before it. */
export function scaleOfKind(kind: Transform['kind'], before: Transform): Transform {
  if (before.kind === kind) return before;
  const top = 'top' in before ? { T: before.top } : {};
  return kindOfTransform({ kind }).usual?.({ ...USUAL, ...top, ...before }) ?? before;
}
