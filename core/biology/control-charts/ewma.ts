/** Exponentially weighted moving average (Roberts 1959) with its widening limits: sees a slow drift that single points hide. */
export interface EwmaPoint {
  readonly value: number;
  readonly limit: number;
  readonly breach: boolean;
}

const WEIGHT = 0.2;
const WIDTH = 3;

/** @param z distances from the target in standard deviations, in order of time */
export function ewma(z: readonly number[]): readonly EwmaPoint[] {
  let value = 0;
  return z.map((next, i) => {
    value = WEIGHT * next + (1 - WEIGHT) * value;
    const limit = WIDTH * Math.sqrt((WEIGHT / (2 - WEIGHT)) * (1 - (1 - WEIGHT) ** (2 * (i + 1))));
    return { value, limit, breach: Math.abs(value) > limit };
  });
}
