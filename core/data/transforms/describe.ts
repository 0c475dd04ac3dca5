import type { Transform } from './transforms.ts';

/** A transform in one short word and its parameters: `logicle(262144, 0.5, 4.5, 0)`. */
export function describeTransform({ kind, ...parameters }: Transform): string {
  return `${kind}(${Object.values(parameters).join(', ')})`;
}
