#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import type { Language } from '../../core/base/message.ts';
import { Problem } from '../../core/base/problem.ts';
import { type Evaluator, evaluators } from '../../core/gating/evaluate/evaluators.ts';
import { fileProblem } from '../files/file-source.ts';
import { sweepOnSignals } from '../files/temporary-files.ts';
import { helperFor } from '../helper-thread/helper-pool.ts';
import { firstPlace } from '../host/first-place.ts';
import { softwareVersion } from '../host/host.ts';
import { type CountFlags, countsOf, withCountFlags } from './analyse/count-flags.ts';
import { exportCommand } from './analyse/export-command.ts';
import { certificateFlags, type ReportFlags, withReportFlags } from './analyse/report-flags.ts';
import {
  checkDeclared,
  type ReferenceFlags,
  referenceFlag,
  type SampleFlags,
  sampleOptions,
  withSampleFlags,
} from './analyse/sample-flags.ts';
import { type CsvFlag, csvForm, withCsvFlag } from './shared/csv-flag.ts';
import { loadProtocol } from './shared/load-protocol.ts';
import { exitCodes, printJson } from './shared/output.ts';
import { modeOf, positive, type SharedFlags, withSharedFlags } from './shared/shared-flags.ts';
import { convertCommand, spilloverCommand } from './strategy/strategy-commands.ts';

interface GateFlags extends SharedFlags, CsvFlag {
  readonly compensation?: string;
  readonly strategy: string;
  readonly sample?: string;
  readonly evaluator: Evaluator;
  readonly memberships?: string;
  readonly dataset: number;
}

sweepOnSignals();

// what a command does is loaded when it is asked for: a start costs what it needs
const program = new Command('lymphoscope')
  .description('Flow cytometry of cultured immune cells. Research use only: it never diagnoses.')
  .version(softwareVersion())
  .exitOverride()
  .showHelpAfterError('(--help tells more)')
  .addHelpText(
    'after',
    '\nExit codes: 0 done; 1 some files failed, the others are done; 2 nothing could be done.\nWith --json one document goes to standard output and nothing else; progress and errors go to standard error.',
  );

withSharedFlags(program.command('inspect'))
  .description('What is in FCS files: data sets, channels, and everything repaired or assumed, item by item.')
  .argument('<files...>', 'FCS or LMD files; with --recursive also folders')
  .option('--digests', 'a SHA-256 of the events of each data set too (reads all events)')
  .addOption(new Option('--quick', 'HEADER and TEXT only: no digests, no check sums').conflicts('digests'))
  .addHelpText('after', '\nExamples:\n  lymphoscope inspect run.fcs\n  lymphoscope inspect --recursive --digests --json archive/')
  .action(async (files: string[], flags: SharedFlags & { readonly digests?: true; readonly quick?: true }) =>
    finish(
      await (await import('./analyse/inspect.ts')).inspectFiles(files, {
        recursive: flags.recursive === true,
        digests: flags.digests === true,
        quick: flags.quick === true,
        json: flags.json === true,
        lang: flags.lang,
        mode: modeOf(flags),
      }),
    ),
  );

withCsvFlag(withCountFlags(referenceFlag(withSampleFlags(withSharedFlags(program.command('analyse'))))))
  .description('Compensate, gate, count and classify each file by a protocol; a saved session by its own.')
  .option('--memberships <csv>', 'of one file: which event is in which population, one row an event in the order of the file')
  .argument('<files...>', 'FCS or LMD files, or sessions of the window (.lymphoscope); with --recursive also folders')
  .addHelpText(
    'after',
    '\nExamples:\n  lymphoscope analyse run.fcs\n  lymphoscope analyse --protocol my-protocol.json --metadata samples.csv --json runs/*.fcs',
  )
  .action(async (files: string[], flags: SampleFlags & ReferenceFlags & CountFlags & CsvFlag & { readonly memberships?: string }) => {
    const counts = countsOf(flags);
    const helper = await helperFor(files);
    const loaded = await withTable(flags);
    checkDeclared(flags, loaded);
    finish(
      await (await import('./analyse/analyse.ts')).printAnalyses(files, loaded, {
        ...(await sampleOptions(flags, files)),
        helper,
        counts,
        memberships: flags.memberships,
        form: csvForm(flags),
        reference: flags.reference,
        plots: false,
        json: flags.json === true,
      }),
    );
  });

withReportFlags(withCountFlags(referenceFlag(withSampleFlags(withSharedFlags(program.command('report'))))))
  .description(
    'QC certificates as a PDF: verdict by the approved limits of the protocol, identity, results, acts, room to sign; short annexes.',
  )
  .argument('<files...>', 'FCS or LMD files, or sessions; with --recursive also folders')
  .requiredOption('--out <file>', 'the PDF to write; with --each a folder')
  .option('--each', 'one PDF a sample, in the folder --out')
  .option('--record <file>', 'the analysis record too, a second PDF that leaves nothing out')
  .addHelpText(
    'after',
    '\nExample:\n  lymphoscope report run.fcs --protocol product.json --metadata lots.csv --template lab.json --lang ja --out run.pdf',
  )
  .action(async (files: string[], flags: SampleFlags & ReferenceFlags & CountFlags & ReportFlags) => {
    const counts = countsOf(flags);
    const loaded = await withTable(flags);
    checkDeclared(flags, loaded);
    finish(
      await (await import('./analyse/report.ts')).reportFiles(files, loaded, {
        ...(await sampleOptions(flags, files)),
        ...certificateFlags(flags),
        plots: true,
        quality: true,
        json: flags.json === true,
        out: flags.out,
        each: flags.each === true,
        template: flags.template,
        record: flags.record,
        counts,
        reference: flags.reference,
      }),
    );
  });

withSampleFlags(withSharedFlags(program.command('teach')))
  .description('A protocol whose priors have learned from gates that persons placed (--overrides). Nothing else moves a prior.')
  .argument('<files...>', 'the FCS or LMD files that the book speaks of; with --recursive also folders')
  .requiredOption('--out <file>', 'the protocol to write, the next revision')
  .addHelpText('after', '\nExample:\n  lymphoscope teach runs/*.fcs --protocol lab.json --overrides book.json --out lab-2.json')
  .action(async (files: string[], flags: SampleFlags & { readonly out: string }) => {
    const loaded = await withTable(flags);
    finish(
      await (await import('./strategy/teach.ts')).updatePriorsByFiles(files, loaded, {
        ...(await sampleOptions(flags, files)),
        plots: false,
        json: flags.json === true,
        out: flags.out,
      }),
    );
  });

withCsvFlag(withSharedFlags(program.command('gate')))
  .description('Count the populations of a gating strategy: a protocol, Gating-ML 2.0, or a FlowJo 10 workspace.')
  .argument('<file>', 'an FCS or LMD file')
  .requiredOption('--strategy <file>', 'a protocol (.json), a Gating-ML 2.0 document (.xml) or a FlowJo workspace (.wsp)')
  .option('--sample <name>', 'the sample of the workspace that the file is, by name or sampleID')
  .addOption(
    new Option('--evaluator <evaluator>', 'compare events where they lie, or on the grid of FlowJo').choices(evaluators).default('exact'),
  )
  .option('--compensation <table>', "a matrix in place of the protocol's or the file's own: CSV, TSV, FlowJo's .mtx")
  .option('--memberships <csv>', 'write one column a population, 0 or 1 for each event in their order')
  .option('--dataset <n>', 'which data set of the file, from 1', positive, 1)
  .addHelpText(
    'after',
    '\nExamples:\n  lymphoscope gate run.fcs --strategy gates.xml --memberships members.csv --json\n  lymphoscope gate run.fcs --strategy study.wsp --evaluator flowjo',
  )
  .action(async (file: string, flags: GateFlags) =>
    finish(
      await (await import('./strategy/gate.ts')).gateFile(file, {
        strategy: flags.strategy,
        sample: flags.sample,
        evaluator: flags.evaluator,
        memberships: flags.memberships,
        compensation: flags.compensation,
        form: csvForm(flags),
        dataset: flags.dataset - 1,
        lang: flags.lang,
        mode: modeOf(flags),
        json: flags.json === true,
      }),
    ),
  );

withSharedFlags(program.command('quality'))
  .description(
    'Acquisition quality of each file: time parameter, flow rate, stability of peaks, off-scale events, carry-over; good, review or reject.',
  )
  .argument('<files...>', 'FCS or LMD files; with --recursive also folders')
  .option('--protocol <protocol>', 'a protocol file, or the name of one that ships', 'nk-t')
  .option('--dataset <n>', 'which data set of the file, from 1', positive, 1)
  .option('--peacoqc', 'by the rules and defaults of PeacoQC, to cross-check')
  .addHelpText('after', '\nExamples:\n  lymphoscope quality run.fcs\n  lymphoscope quality --recursive --json archive/')
  .action(async (files: string[], flags: SharedFlags & { readonly protocol: string; readonly dataset: number; readonly peacoqc?: true }) =>
    finish(
      await (await import('./analyse/quality.ts')).printQuality(files, await loadProtocol(flags.protocol), {
        recursive: flags.recursive === true,
        json: flags.json === true,
        lang: flags.lang,
        dataset: flags.dataset - 1,
        mode: modeOf(flags),
        peacoqc: flags.peacoqc === true,
      }),
    ),
  );

program.addCommand(exportCommand(finish));
// what the archive and the classification are made of is loaded unless something else is asked for
const small = [
  '--version',
  '-V',
  'analyse',
  'inspect',
  'report',
  'quality',
  'gate',
  'export',
  'convert',
  'spillover',
  'teach',
  'benchmark',
];
if (!small.includes(process.argv[2] ?? '')) await addLargeCommands();
await addBenchmark();
program.addCommand(convertCommand(finish));
program.addCommand(spilloverCommand(finish));

async function addLargeCommands(): Promise<void> {
  const { archiveCommand } = await import('./archive/archive-commands.ts');
  const { batchCommand } = await import('./archive/batch-command.ts');
  const { workerCommand } = await import('./archive/worker-command.ts');
  const { watchCommand } = await import('./archive/watch-command.ts');
  const { diffCommand } = await import('./archive/diff-command.ts');
  const { sessionCommand } = await import('./session/session-commands.ts');
  const { cytotoxicityCommand } = await import('./killing/cytotoxicity-command.ts');
  const { courseCommand } = await import('./course/course-command.ts');
  const { lotCommand } = await import('./lot/lot-command.ts');
  const { residualCommand } = await import('./residual/residual-command.ts');
  const { cultureCommands } = await import('./culture/culture-commands.ts');
  for (const command of cultureCommands(finish)) program.addCommand(command);
  const { validateCommand } = await import('./validate/validate-command.ts');
  for (const command of [
    archiveCommand,
    batchCommand,
    workerCommand,
    watchCommand,
    diffCommand,
    sessionCommand,
    residualCommand,
    cytotoxicityCommand,
    lotCommand,
    validateCommand,
    courseCommand,
  ])
    program.addCommand(command(finish));
}

/** The benchmark stands above the command line and is found by its place: beside this program, where it was built. */
async function addBenchmark(): Promise<void> {
  const place = firstPlace(import.meta.url, './benchmark.js');
  if (place === undefined || (process.argv[2] ?? '').match(/^(benchmark|help|-h|--help)?$/) === null) return;
  const { benchmarkCommand }: { benchmarkCommand: (finish: (code: number) => void) => Command } = await import(
    /* @vite-ignore */ place.href
  );
  program.addCommand(benchmarkCommand(finish));
}

/** The protocol, with the matrix of a table where one is named. */
async function withTable({ protocol, compensation, lang }: Pick<SampleFlags, 'protocol' | 'compensation' | 'lang'>) {
  const loaded = await loadProtocol(protocol);
  return compensation === undefined
    ? loaded
    : (await import('./shared/load-compensation.ts')).withCompensationTable(loaded, compensation, lang);
}

function finish(code: number): void {
  process.exitCode = code;
}

// a reader that has had enough (`| head`) is no failure; a full disk behind standard output is
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.done);
  const problem = fileProblem('standard output', error);
  process.stderr.write(problem instanceof Problem ? `${problem.message} [${problem.code}]\n` : `${String(error)}\n`);
  process.exit(exitCodes.nothingDone);
});

/** What is wrong with the arguments of any command ends with the same code. */
function overrideExits(command: Command): void {
  command.exitOverride();
  command.commands.forEach(overrideExits);
}

overrideExits(program);
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : exitCodes.nothingDone;
  else if (error instanceof Problem) {
    const language: Language = process.argv.includes('ja') ? 'ja' : 'en';
    if (process.argv.includes('--json')) printJson({ files: [], error: { code: error.code, message: error.in(language), ...error.place } });
    process.stderr.write(`${error.in(language)} [${error.code}]\n`);
    process.exitCode = exitCodes.nothingDone;
  } else throw error;
}
