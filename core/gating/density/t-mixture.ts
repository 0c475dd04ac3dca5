import { DENSITY_HIGH, DENSITY_LOW } from './density-range.ts';
import type { Cells } from './grid-2d.ts';

/** One cluster of a mixture of bivariate t distributions with 6 degrees of freedom, on the display scale. */
export interface Component {
  readonly weight: number;
  readonly mean: readonly [x: number, y: number];
  /** Of the scale matrix: xx, xy, yy. */
  readonly spread: readonly [xx: number, xy: number, yy: number];
}

/** Where a component is expected, worth so many events. */
export interface ComponentPrior {
  readonly mean: readonly [x: number, y: number];
  readonly meanEvents: number;
  readonly variance: readonly [x: number, y: number];
  readonly varianceEvents: number;
}

export interface Mixture {
  readonly components: readonly Component[];
  /** Weight of events that belong to no component, uniform over the plane. */
  readonly background: number;
  readonly logLikelihood: number;
}

const NU = 6;
const BACKGROUND_DENSITY = 1 / (DENSITY_HIGH - DENSITY_LOW) ** 2;
/** More than this is no background but a component that fits badly. */
const MOST_BACKGROUND = 0.05;
const LEAST_VARIANCE = 0.012 ** 2;

/** One-dimensional marginal of the density: t with the same degrees of freedom. */
export function marginalAt({ mean, spread }: Component, axis: 0 | 1, at: number): number {
  const variance = axis === 0 ? spread[0] : spread[2];
  const kernel = 1 + (at - mean[axis]) ** 2 / (variance * NU);
  return 0.38273277 / Math.sqrt(variance) / (kernel * kernel * kernel * Math.sqrt(kernel));
}

/**
 * One turn of expectation maximisation of the penalised likelihood over grid cells (Peel and McLachlan 2000 for the t
 * distribution). Returns the new mixture and the events that each component claims.
 */
export function climb(cells: Cells, { components, background }: Mixture, priors: readonly ComponentPrior[]) {
  const kinds = components.length;
  const sums = components.map(() => new Float64Array(7));
  const held = new Float64Array(kinds);
  let stray = 0;
  let logLikelihood = 0;
  const flat = components.map(({ weight, mean, spread: [a, b, c] }) => {
    const det = a * c - b * b;
    return {
      x: mean[0],
      y: mean[1],
      a: c / (det * NU),
      b: (-2 * b) / (det * NU),
      c: a / (det * NU),
      front: weight / (2 * Math.PI * Math.sqrt(det)),
    };
  });
  for (let cell = 0; cell < cells.n.length; cell++) {
    const x = cells.x[cell]!;
    const y = cells.y[cell]!;
    const n = cells.n[cell]!;
    let all = background * BACKGROUND_DENSITY;
    const kernels = KERNELS;
    for (let k = 0; k < kinds; k++) {
      const f = flat[k]!;
      const dx = x - f.x;
      const dy = y - f.y;
      const kernel = 1 + f.a * dx * dx + f.b * dx * dy + f.c * dy * dy;
      const squared = kernel * kernel;
      const p = f.front / (squared * squared);
      kernels[k] = kernel;
      held[k] = p;
      all += p;
    }
    stray += (n * background * BACKGROUND_DENSITY) / all;
    logLikelihood += n * Math.log(all);
    for (let k = 0; k < kinds; k++) {
      const claimed = (n * held[k]!) / all;
      if (claimed < 1e-9) continue;
      // far events pull less: what makes the t distribution robust
      const pull = (claimed * (NU + 2)) / (NU * kernels[k]!);
      const sum = sums[k]!;
      const dx = x - flat[k]!.x;
      const dy = y - flat[k]!.y;
      sum[0]! += claimed;
      sum[1]! += pull;
      sum[2]! += pull * dx;
      sum[3]! += pull * dy;
      sum[4]! += pull * dx * dx;
      sum[5]! += pull * dx * dy;
      sum[6]! += pull * dy * dy;
    }
  }
  const claimed = sums.map((sum) => sum[0]!);
  const next = components.map((component, k) => follow(component, sums[k]!, priors[k]!, cells.total));
  return { mixture: { components: next, background: Math.min(MOST_BACKGROUND, stray / cells.total), logLikelihood }, claimed };
}

const KERNELS = new Float64Array(16);

function follow({ mean, weight }: Component, sum: Float64Array, prior: ComponentPrior, total: number): Component {
  const [claimed, pull] = [sum[0]!, sum[1]!];
  const toward = (axis: 0 | 1) => (sum[2 + axis]! + prior.meanEvents * (prior.mean[axis] - mean[axis])) / (pull + prior.meanEvents);
  const [dx, dy] = [toward(0), toward(1)];
  const over = claimed + prior.varianceEvents;
  const around = (square: number, a: number, b: number, da: number, db: number) => square - a * db - b * da + pull * da * db;
  const xx = around(sum[4]!, sum[2]!, sum[2]!, dx, dx);
  const xy = around(sum[5]!, sum[2]!, sum[3]!, dx, dy);
  const yy = around(sum[6]!, sum[3]!, sum[3]!, dy, dy);
  const a = Math.max(LEAST_VARIANCE, (xx + prior.varianceEvents * prior.variance[0]) / over);
  const c = Math.max(LEAST_VARIANCE, (yy + prior.varianceEvents * prior.variance[1]) / over);
  const most = 0.9 * Math.sqrt(a * c);
  return {
    weight: weight === 0 ? 0 : claimed / total,
    mean: [mean[0] + dx, mean[1] + dy],
    spread: [a, Math.max(-most, Math.min(most, xy / over)), c],
  };
}
