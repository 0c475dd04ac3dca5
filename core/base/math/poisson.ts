/** A seeded source of Poisson counts (mulberry32 below): the same seed gives the same counts on every machine. */
export function seedPoisson(seed: number): (mean: number) => number {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4_294_967_296;
  };
  return (mean) => {
    if (mean <= 0) return 0;
    if (mean > 40) {
      // normal, with the half that rounding takes; the sum of twelve needs no trigonometry
      let sum = -6;
      for (let i = 0; i < 12; i++) sum += uniform();
      return Math.max(0, Math.round(mean + Math.sqrt(mean) * sum));
    }
    const limit = Math.exp(-mean);
    let [n, product] = [0, uniform()];
    while (product > limit) {
      n++;
      product *= uniform();
    }
    return n;
  };
}
