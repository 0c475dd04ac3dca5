import type { Transform } from './transforms.ts';

/** Width of the linear part, in decades: negatives of bright dyes stay in sight. */
const LINEAR = 1;

/**
 * The scale on which samples stand side by side. It follows from the range of the channel alone and never from a sample's values, so that
 * the pictures of one instrument share their axes whichever samples are there.
 */
export const figureTransform = (own: Transform): Transform => (own.kind === 'logicle' ? { ...own, W: LINEAR, A: 0 } : own);
