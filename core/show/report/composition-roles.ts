import type { CompositionPart } from '../../biology/features/composition.ts';

/** In the order in which bars are stacked. */
export const compositionRoles = ['nk', 'nkt-like', 't', 'double-negative'] as const satisfies readonly CompositionPart['role'][];
