import { describe, expect, it } from 'vitest';
import { evaluate, gateExamples, waysToEvaluate } from '../../gating/gates/gate-examples.ts';

/* Every kind of gate holds the same events whether its words come from plain TypeScript, the kernels' referenceKernels or the compiled kernels. */

/** More than two calls of a kernel, and no whole number of words. */
const EVENTS = 10_001;

/** Values of which many lie on the lines of the examples. */
function column(seed: number): readonly number[] {
  let state = seed;
  return Array.from({ length: EVENTS }, (_, i) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    if (i % 997 === 0) return Number.NaN;
    return i % 3 === 0 ? (state >>> 28) / 10 : (state / 2 ** 32) * 1.4 - 0.2;
  });
}

describe('benches of gates', () => {
  const columns = [column(1), column(2)];
  it.each(Object.keys(gateExamples) as (keyof typeof gateExamples)[])('%s', (kind) => {
    for (const outside of [false, true]) {
      const gate = { ...gateExamples[kind], ...(outside && /polygon|rectangle|ellipsoid/.test(kind) ? { outside: true as const } : {}) };
      const [plain, ...others] = waysToEvaluate.map((gateKernels) =>
        evaluate(gate as (typeof gateExamples)[typeof kind], columns, {}, gateKernels),
      );
      for (const other of others) expect(other).toEqual(plain);
    }
  });
});
