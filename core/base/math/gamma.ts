import { logGamma } from './beta.ts';

/** Regularised lower incomplete gamma function P(a, x): series below a + 1, Lentz's continued fraction above (DLMF 8.11.4, 8.9.2). */
export function incompleteGamma(a: number, x: number): number {
  if (!(x > 0)) return 0;
  if (x === Number.POSITIVE_INFINITY) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 1_000_000 && term > 1e-17 * sum; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return front * sum;
  }
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let result = d;
  for (let n = 1; n < 1_000_000; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = numerator * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + numerator / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    result *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return 1 - front * result;
}

/** The x at which P(a, x) is p, by bisection: relative error below 1e-9 up to a = 1e7. */
export function gammaQuantile(p: number, a: number): number {
  if (!(p > 0)) return 0;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  let low = 0;
  let high = Math.max(1, a);
  while (incompleteGamma(a, high) < p) {
    low = high;
    high *= 2;
  }
  for (let step = 0; step < 1100 && high - low > 1e-15 * high; step++) {
    // halve in logarithms while small, so that bounds near 1e-8 are as precise as those near 1
    const middle =
      low > 0 && high / low > 4 ? Math.sqrt(low * high) : low === 0 && high > 1e-300 && high < 1 ? high / 16 : (low + high) / 2;
    if (middle === low || middle === high) break;
    if (incompleteGamma(a, middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
