import type { Transform } from '../../../core/data/transforms/transforms.ts';

/** Scales that a person chooses from; FlowJo's own come in with a workspace and stay. */
export const editableScales = ['linear', 'log', 'arcsinh', 'logicle', 'hyperlog'] as const satisfies readonly Transform['kind'][];

/** Top of a scale that has none of its own. */
const USUAL_TOP = 262_144;

/** The usual scale of a kind with the top of the one before it. */
export function scaleOfKind(kind: Transform['kind'], before: Transform): Transform {
  if (before.kind === kind) return before;
  const T = 'T' in before ? before.T : USUAL_TOP;
  const M = 'M' in before ? before.M : 4.5;
  switch (kind) {
    case 'linear':
      return { kind, T, A: 0 };
    case 'log':
      return { kind, T, M };
    case 'arcsinh':
      return { kind, T, M, A: 0 };
    case 'logicle':
    case 'hyperlog':
      return { kind, T, W: Math.min(0.5, M / 2), M, A: 0 };
    default:
      return before;
  }
}
