import * as z from 'zod';
import { inverseOf, quadraticForm } from '../../../base/math/quadratic-form.ts';
import { type Bitmask, fillWords } from '../../../data/events/bitmask.ts';
import type { GateKind } from '../kind/gate.ts';

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

export const ellipsoid: GateKind<EllipsoidGate> = {
  populationCount: () => 1,
  dimensionCount: ({ mean }) => mean.length,
  evaluate({ mean, covariance, distanceSquare, outside = false }, { columns, eventCount }, [members]) {
    const inverse = inverseOf(covariance);
    if (inverse === undefined) throw new Error('ellipsoid with a covariance matrix that its schema refuses');
    const point = new Array<number>(mean.length).fill(0);
    fillWords(members as Bitmask, eventCount, (start, end) => {
      let word = 0;
      for (let event = start; event < end; event++) {
        for (let i = 0; i < point.length; i++) point[i] = columns[i]![event]! - mean[i]!;
        const distance = quadraticForm(inverse, point);
        if (outside ? distance > distanceSquare : distance <= distanceSquare) word |= 1 << event;
      }
      return word;
    });
  },
  work({ mean, covariance, distanceSquare, outside = false }) {
    const inverse = inverseOf(covariance);
    if (inverse === undefined || mean.length !== 2) return undefined;
    const [x, y, [xx, xy], [yx, yy]] = [...mean, ...inverse] as [number, number, [number, number], [number, number]];
    return {
      run: ({ kernels: { inEllipse }, columns: [xs, ys], events, words: [words] }) =>
        inEllipse(xs!, ys!, events, x, y, xx, xy, yx, yy, distanceSquare, outside, words!.byteOffset),
    };
  },
  mapCoordinates(gate, maps) {
    const lines = gate.mean.map((centre, i) => straightLine(maps[i]!, centre, Math.sqrt(gate.covariance[i]![i]! * gate.distanceSquare)));
    if (lines.some((slope) => slope === undefined)) return undefined;
    return {
      ...gate,
      mean: gate.mean.map((centre, i) => maps[i]!(centre)),
      covariance: gate.covariance.map((row, i) => row.map((value, j) => value * lines[i]! * lines[j]!)),
    };
  },
};

/** The slope of a map over the ellipsoid's extent, where the map is a straight line. */
function straightLine(map: (coordinate: number) => number, centre: number, reach: number): number | undefined {
  const [low, middle, high] = [map(centre - reach), map(centre), map(centre + reach)];
  // left where it is: no rounding of a slope of 1
  if (low === centre - reach && high === centre + reach) return 1;
  const isStraight = Math.abs(low + high - 2 * middle) <= 1e-9 * Math.max(Math.abs(high - low), Number.MIN_VALUE);
  return isStraight ? (high - low) / (2 * reach) : undefined;
}
