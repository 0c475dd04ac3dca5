import type { Transform } from '../../../../../core/data/transforms/transforms.ts';

/** One example of every transform; the compiler asks for a new kind's. */
export const transformExamples: { readonly [Kind in Transform['kind']]: Transform } = {
  linear: { kind: 'linear', T: 262_144, A: 100 },
  log: { kind: 'log', T: 10_000, M: 4 },
  arcsinh: { kind: 'arcsinh', T: 1000, M: 4, A: 1 },
  logicle: { kind: 'logicle', T: 262_144, W: 0.7, M: 4.5, A: 0 },
  hyperlog: { kind: 'hyperlog', T: 10_000, W: 1, M: 4.5, A: 0 },
  biexponential: { kind: 'biexponential', width: -100, positive: 4.418539922, negative: 0, top: 262_144 },
  'flowjo-linear': { kind: 'flowjo-linear', min: 50_000, max: 150_000 },
  'flowjo-log': { kind: 'flowjo-log', offset: 1e-3, decades: 8 },
  'stored-log': { kind: 'stored-log', decades: 1, T: 262_144, W: 0.7, M: 4.5 },
};
