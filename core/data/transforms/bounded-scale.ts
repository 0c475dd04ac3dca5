import * as z from 'zod';
import { rule } from '../../base/rule.ts';
import { identityScale, type Scale } from './kind/transform.ts';
import { compileTransform, type Transform } from './transforms.ts';

/** What a scale is held between (Gating-ML 2.0, boundMin and boundMax), in its own positions. */
export const boundsSchema = z
  .strictObject({ min: z.number().optional(), max: z.number().optional() })
  .refine(
    ({ min, max }) => min === undefined || max === undefined || min <= max,
    rule({ en: 'the lower limit lies above the upper limit', ja: '下限が上限を上回っています' }),
  );
export type ScaleBounds = z.infer<typeof boundsSchema>;

/** A position, or the bound that it lies beyond; NaN stays. */
export const held = (position: number, { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: ScaleBounds): number =>
  position < min ? min : position > max ? max : position;

const made = new WeakMap<Scale, Map<string, Scale>>();

/**
 * The scale of a transform (linear values as they are without one), held between bounds where there are any; one object for the same of both.
 * It has no pieces: what makes whole columns by them knows no bounds.
 */
export function boundedScale(transform: Transform | undefined, bounds: ScaleBounds | undefined): Scale {
  const whole = transform === undefined ? identityScale : compileTransform(transform);
  if (bounds === undefined) return whole;
  const known = made.get(whole) ?? new Map<string, Scale>();
  made.set(whole, known);
  const key = JSON.stringify([bounds.min, bounds.max]);
  const found = known.get(key) ?? { scale: (value) => held(whole.scale(value), bounds), unscale: whole.unscale };
  known.set(key, found);
  return found;
}
