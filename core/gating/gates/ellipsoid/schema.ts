import * as z from 'zod';
import { inverseOf } from '../../../base/math/quadratic-form.ts';

/**
 * An ellipsoid in any number of dimensions (Gating-ML 2.0 section 5.3): (x - mean)' covariance^-1 (x - mean) <= distanceSquare.
 * Its surface belongs. The standard's own examples hold a matrix that is no covariance matrix, so any that has an inverse is taken.
 */
export const ellipsoidSchema = z
  .strictObject({
    kind: z.literal('ellipsoid'),
    mean: z.array(z.number()).min(2),
    covariance: z.array(z.array(z.number())).min(2),
    distanceSquare: z.number().positive(),
    /** The events outside are meant. */
    outside: z.literal(true).optional(),
  })
  .refine(
    ({ mean, covariance }) => covariance.length === mean.length && covariance.every((row) => row.length === mean.length),
    'ellipsoid: the covariance matrix has a row and a column for each dimension',
  )
  .refine(({ covariance }) => inverseOf(covariance) !== undefined, 'ellipsoid: the covariance matrix has an inverse');
export type EllipsoidGate = z.infer<typeof ellipsoidSchema>;
