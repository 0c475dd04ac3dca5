import path from 'node:path';
import { Command } from 'commander';
import { positive } from '../headless/cli/shared/shared-flags.ts';

const sharedCorpus = path.resolve(process.env['LYMPHO_SHARED'] ?? path.join('..', 'shared'), 'corpus');

/** The command `benchmark` of the command line, which finds this module by its place. */
export function benchmarkCommand(finish: (code: number) => void): Command {
  const benchmark = new Command('benchmark').description('Measures the product against known answers; for developers and validation.');
  benchmark
    .command('autogating')
    .description('Unattended gating on mixtures of real events and on simulated cultures, beside its baselines.')
    .option('--json', 'print one JSON document')
    .option('--small', 'few scenarios and events')
    .option('--repeats <n>', 'repeats of every scenario', positive, 3)
    .option('--corpus <folder>', 'folder of real files', sharedCorpus)
    .option('--verbose', 'every sample that is wrong by more than 0.7 points, on standard error')
    .action(
      async (flags: {
        readonly json?: true;
        readonly small?: true;
        readonly repeats: number;
        readonly corpus: string;
        readonly verbose?: true;
      }) =>
        finish(
          await (await import('./autogating/benchmark.ts')).benchmarkAutogating({
            ...flags,
            json: flags.json === true,
            small: flags.small === true,
            verbose: flags.verbose === true,
          }),
        ),
    );

  benchmark
    .command('classification')
    .description('Calls of culture methods on lots, outsiders and samples of few events, from panels of rising richness.')
    .option('--json', 'print one JSON document')
    .option('--small', 'few lots and events')
    .option('--corpus <folder>', 'folder of real files', sharedCorpus)
    .option('--seed <n>', 'other lots, from 1 on: none of them was looked at when the shipped limits were set', positive)
    .option('--verbose', 'every call that is open or wrong, on standard error')
    .action(
      async (flags: {
        readonly json?: true;
        readonly small?: true;
        readonly corpus: string;
        readonly seed?: number;
        readonly verbose?: true;
      }) =>
        finish(
          await (await import('./classification/benchmark.ts')).benchmarkClassification({
            ...flags,
            json: flags.json === true,
            small: flags.small === true,
            verbose: flags.verbose === true,
            seed: flags.seed ?? 0,
          }),
        ),
    );

  benchmark
    .command('science')
    .description('Formulas of lysis, rare events, lots, doses and courses against vectors of known answers.')
    .argument('<vectors>', 'a JSON document of the format lymphoscope-science-vectors')
    .option('--json', 'print one JSON document, with everything that was computed')
    .action(async (file: string, flags: { readonly json?: true }) =>
      finish(await (await import('./science/benchmark.ts')).benchmarkScience(file, { json: flags.json === true })),
    );

  benchmark
    .command('residual')
    .description('Leukaemic cells put into real and simulated events: coverage of intervals and of upper limits of bags, false detections.')
    .option('--json', 'print one JSON document')
    .option('--draws <n>', 'tubes of every level', positive, 1000)
    .option('--corpus <folder>', 'folder of real files', sharedCorpus)
    .action(async (flags: { readonly json?: true; readonly draws: number; readonly corpus: string }) =>
      finish(await (await import('./residual/benchmark.ts')).benchmarkResidual({ ...flags, json: flags.json === true })),
    );

  benchmark
    .command('cytotoxicity')
    .description('Simulated plates: how often the intervals of lysis and of lytic units hold the truth.')
    .option('--json', 'print one JSON document')
    .option('--plates <n>', 'plates of every kind', positive, 1000)
    .option('--seed <n>', 'other plates', positive, 1)
    .action(async (flags: { readonly json?: true; readonly plates: number; readonly seed: number }) =>
      finish(await (await import('./cytotoxicity/benchmark.ts')).benchmarkCytotoxicity({ ...flags, json: flags.json === true })),
    );
  return benchmark;
}
