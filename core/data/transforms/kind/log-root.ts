/** d in (0, b] with 2 ln(d / b) + w (d + b) = 0: increasing and concave, so Newton inside a bracket. Both biexponentials need it. */
export function solveLogRoot(b: number, w: number): number {
  if (w === 0) return b;
  let low = 0;
  let high = b;
  let d = b / 2;
  for (let step = 0; step < 200; step++) {
    const g = 2 * Math.log(d / b) + w * (d + b);
    if (g === 0) break;
    if (g > 0) high = d;
    else low = d;
    const newton = d - g / (2 / d + w);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (next === d) break;
    d = next;
  }
  return d;
}
