import { printBench } from './bench-output.ts';
import { measureKernels } from './measure-kernels.ts';

/** Every kernel, alone. */
const repeats = Number(process.env['LYMPHO_BENCH_REPEATS'] ?? 15);
printBench(
  'kernels',
  measureKernels(repeats).flatMap(({ twin, each }) => [twin, each]),
);
