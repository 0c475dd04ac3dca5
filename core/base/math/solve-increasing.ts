/** First and second derivative. */
export interface Slopes {
  readonly slope: number;
  readonly bend: number;
}

/** t >= 0 with rise(t) = value, for an increasing function with rise(0) = 0, by Halley's steps inside a bracket that never fails. */
export function solveIncreasing(rise: (t: number) => number, slopes: (t: number) => Slopes, value: number, guess: number): number {
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let t = guess > 0 && Number.isFinite(guess) ? guess : 0;
  for (let step = 0; step < 200; step++) {
    const residual = rise(t) - value;
    if (residual === 0) return t;
    if (residual > 0) high = t;
    else low = t;
    const { slope, bend } = slopes(t);
    const next = t - residual / (slope * (1 - (residual * bend) / (2 * slope * slope)));
    const inside = next > low && next < high;
    // Halley's steps converge cubically: after one this small the error is below the last place
    if (inside && Math.abs(next - t) < 1e-6 * Math.max(t, 1e-9)) return next;
    t = inside ? next : high === Number.POSITIVE_INFINITY ? 2 * t + 1e-3 : (low + high) / 2;
    if (t === low || t === high) return t;
  }
  return t;
}
