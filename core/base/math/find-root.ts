/** One end of where a root lies, with the value there. */
interface End {
  readonly x: number;
  readonly value: number;
}

/**
 * Where a smooth function that takes long changes its sign, up to `within`: by the rule of false position, an end that stays twice having half its weight
 * (the Illinois algorithm; Dowell and Jarratt, BIT 1971;11:168). Undefined where the ends are of one sign.
 */
export function findSmoothRoot(value: (x: number) => number, low: End, high: End, within: number): number | undefined {
  if (!(low.value * high.value < 0)) return undefined;
  let [from, to] = [low, high];
  for (let step = 0; step < 200 && Math.abs(to.x - from.x) > within; step++) {
    // an end that is as good as the root is passed, so that both close in on it
    const [least, most] = [Math.min(from.x, to.x) + within / 2, Math.max(from.x, to.x) - within / 2];
    const x = Math.max(least, Math.min(most, (from.x * to.value - to.x * from.value) / (to.value - from.value)));
    const at = { x, value: value(x) };
    if (at.value === 0) return x;
    from = at.value * to.value < 0 ? to : { x: from.x, value: from.value / 2 };
    to = at;
  }
  return to.x;
}
