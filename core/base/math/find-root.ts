/** Where a continuous function changes its sign between `low` and `high`, by bisection to the last place; undefined where it does not. */
export function findRoot(value: (x: number) => number, low: number, high: number): number | undefined {
  const atLow = value(low);
  if (atLow === 0) return low;
  const atHigh = value(high);
  if (atHigh === 0) return high;
  if (!(atLow * atHigh < 0)) return undefined;
  let [from, to] = [low, high];
  for (let step = 0; step < 200; step++) {
    const middle = (from + to) / 2;
    if (middle === from || middle === to) break;
    const at = value(middle);
    if (at === 0) return middle;
    if (at > 0 === atLow > 0) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
