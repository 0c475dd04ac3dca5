/* The scales of Gating-ML 2.0 by their definitions, each solved by halving: slow, and nothing of the product in it. */

export type PlainScale =
  | { readonly formula: 'flin'; readonly T: number; readonly A: number }
  | { readonly formula: 'flog'; readonly T: number; readonly M: number }
  | { readonly formula: 'fasinh'; readonly T: number; readonly M: number; readonly A: number }
  | { readonly formula: 'logicle' | 'hyperlog'; readonly T: number; readonly W: number; readonly M: number; readonly A: number };

export function plainScale(scale: PlainScale): (value: number) => number {
  switch (scale.formula) {
    case 'flin':
      return (value) => (value + scale.A) / (scale.T + scale.A);
    case 'flog':
      return (value) => (value > 0 ? Math.log10(value / scale.T) / scale.M + 1 : Number.NEGATIVE_INFINITY);
    case 'fasinh':
      return (value) =>
        (Math.asinh((value * Math.sinh(scale.M * Math.LN10)) / scale.T) + scale.A * Math.LN10) / ((scale.M + scale.A) * Math.LN10);
    case 'logicle':
      return inverseOf(logicleInverse(scale));
    case 'hyperlog':
      return inverseOf(hyperlogInverse(scale));
  }
}

interface Parameters {
  readonly T: number;
  readonly W: number;
  readonly M: number;
  readonly A: number;
}

/** Section 6.4: a e^(b y) - c e^(-d y) - f, odd about x1. */
function logicleInverse({ T, W, M, A }: Parameters): (y: number) => number {
  const w = W / (M + A);
  const x2 = A / (M + A);
  const x1 = x2 + w;
  const x0 = x2 + 2 * w;
  const b = (M + A) * Math.LN10;
  const d = w === 0 ? b : halved((value) => 2 * (Math.log(value) - Math.log(b)) + w * (value + b), b * 1e-12, b);
  const ca = Math.exp(x0 * (b + d));
  const fa = Math.exp(b * x1) - ca / Math.exp(d * x1);
  const a = T / (Math.exp(b) - ca / Math.exp(d) - fa);
  const upper = (y: number) => a * Math.exp(b * y) - (ca * a) / Math.exp(d * y) - fa * a;
  return (y) => (y >= x1 ? upper(y) : -upper(2 * x1 - y));
}

/** Section 6.5: a e^(b y) + c y - f, odd about x1. */
function hyperlogInverse({ T, W, M, A }: Parameters): (y: number) => number {
  const w = W / (M + A);
  const x2 = A / (M + A);
  const x1 = x2 + w;
  const x0 = x2 + 2 * w;
  const b = (M + A) * Math.LN10;
  const e0 = Math.exp(b * x0);
  const ca = e0 / w;
  const fa = Math.exp(b * x1) + ca * x1;
  const a = T / (Math.exp(b) + ca - fa);
  const upper = (y: number) => a * Math.exp(b * y) + ca * a * y - fa * a;
  return (y) => (y >= x1 ? upper(y) : -upper(2 * x1 - y));
}

const inverseOf =
  (of: (y: number) => number) =>
  (value: number): number =>
    halved((y) => of(y) - value, -20, 20);

/** Where a rising function is 0. */
function halved(of: (x: number) => number, low: number, high: number): number {
  let [from, to] = [low, high];
  for (let step = 0; step < 200; step++) {
    const middle = (from + to) / 2;
    if (middle === from || middle === to) return middle;
    if (of(middle) < 0) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
