import * as z from 'zod';
import { inverseOf } from '../../../base/math/quadratic-form.ts';
import { rule } from '../../../base/rule.ts';

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
    rule({
      en: 'the covariance matrix has a row and a column for each dimension',
      ja: '共分散行列には次元ごとの行と列が必要です',
    }),
  )
  .refine(
    ({ covariance }) => inverseOf(covariance) !== undefined,
    rule({ en: 'the covariance matrix has an inverse', ja: '共分散行列には逆行列が必要です' }),
  );
export type EllipsoidGate = z.infer<typeof ellipsoidSchema>;
