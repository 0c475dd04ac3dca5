import { readFile } from 'node:fs/promises';
import { type Language, say } from '../../../core/base/message.ts';
import type { TableForm } from '../../../core/base/tables/write-table.ts';
import { compensationWords } from '../../../core/data/compensation/describe-compensation.ts';
import type { ReadingMode } from '../../../core/data/fcs/read/reading-mode.ts';
import { differFromStored } from '../../../core/exchange/flowjo/stored-counts.ts';
import { compensateByTable } from '../../../core/exchange/formats/compensate-by-table.ts';
import { readStrategy, type StrategyForSample } from '../../../core/exchange/formats/read-strategy.ts';
import { noteSentences, uncountedNotes } from '../../../core/exchange/strategy/imported-strategy.ts';
import { nameOutside } from '../../../core/exchange/strategy/population-names.ts';
import type { Evaluator } from '../../../core/gating/evaluate/evaluators.ts';
import { lightOfGate } from '../../../core/gating/strategy/population.ts';
import { findingText } from '../../../core/study/sample/analysis-findings.ts';
import { type GatedFile, gateFileBy } from '../../../core/study/sample/gate-by-strategy.ts';
import { fileProblem, openFile } from '../../files/file-source.ts';
import { createPool, createSha256 } from '../../host/host.ts';
import { lightWord } from '../shared/light-text.ts';
import { choiceOf, loadMatrix } from '../shared/load-compensation.ts';
import { describeError, exitCodes, isFailed, printErrors, printJson, showProgress, textTable } from '../shared/output.ts';
import { writeMemberships } from '../shared/write-memberships.ts';
import { countFindings, gridCounts } from './grid-counts.ts';

export interface GateOptions {
  readonly strategy: string;
  readonly sample: string | undefined;
  readonly evaluator: Evaluator;
  readonly memberships: string | undefined;
  /** A file with a matrix. */
  readonly compensation: string | undefined;
  /** How CSV is written. */
  readonly form: TableForm;
  /** 0 for the first data set. */
  readonly dataset: number;
  readonly lang: Language;
  readonly mode: ReadingMode;
  readonly json: boolean;
}

/** The command `gate`: the counts of every population of a strategy from anywhere. */
export async function gateFile(file: string, options: GateOptions): Promise<number> {
  const result = await run(file, options).catch((error: unknown) => describeError(file, error, options.lang));
  if (options.json) printJson({ files: [result] });
  else if (!isFailed(result)) process.stdout.write(`${textOf(result, options.lang)}\n`);
  printErrors([result]);
  if (isFailed(result)) return exitCodes.nothingDone;
  const isDoubtful = result.populations.some((population) => 'error' in population || population.differs !== undefined);
  return isDoubtful ? exitCodes.someFailed : exitCodes.done;
}

async function run(file: string, options: GateOptions) {
  const strategy = await readFile(options.strategy).catch((error: unknown) => {
    throw fileProblem(options.strategy, error);
  });
  const matrix =
    options.compensation === undefined ? undefined : choiceOf(await loadMatrix(options.compensation, options.lang), options.compensation);
  const source = await openFile(file);
  const { sample, dataset, mode } = options;
  try {
    return await gateFileBy(
      source,
      { pool: createPool(), createHash: createSha256 },
      { dataset, mode, onProgress: (fraction) => showProgress(file, fraction) },
      (header) => {
        const chosen = readStrategy(strategy, options.strategy, header, { file, ...(sample === undefined ? {} : { sample }) });
        if (matrix === undefined) return chosen;
        const notes = chosen.notes.filter(({ code }) => code !== 'file-not-compensated');
        return { ...chosen, notes, protocol: compensateByTable(chosen.protocol, matrix, header) };
      },
      async (gated) => {
        if (options.memberships !== undefined)
          await writeMemberships(options.memberships, gated.gated[options.evaluator], gated.raw.dataset.eventCount, {
            nameOf: nameOutside,
            form: options.form,
          });
        return resultOf(file, gated, options);
      },
    );
  } finally {
    await source.close();
  }
}

type Gated = GatedFile<StrategyForSample>;
type Result = ReturnType<typeof resultOf>;

function resultOf(file: string, { raw, identity, prepared, chosen, findings, gated, results }: Gated, { evaluator, lang }: GateOptions) {
  const other: Evaluator = evaluator === 'exact' ? 'flowjo' : 'exact';
  const onGrid = chosen.format === 'flowjo' ? gridCounts(gated, results) : undefined;
  // the grid of FlowJo says something of what FlowJo drew
  const isCompared = evaluator !== 'exact' || chosen.format === 'flowjo';
  const otherCounts = new Map(isCompared ? results[other].map(({ path, count }) => [path, count]) : []);
  const counted = results[evaluator]
    .filter(({ path }) => path !== '')
    .map(({ path, name, count, percentOfParent, percentOfTotal, interval, gate }) => {
      const light = gate && lightOfGate(gate);
      const [stored, beside] = [chosen.sample?.counts.get(path), otherCounts.get(path)];
      const grid = onGrid?.(path) ?? [];
      const [byCell, byCentre] = grid;
      return {
        path: nameOutside(path),
        name: nameOutside(name),
        count,
        percentOfParent,
        percentOfTotal,
        interval,
        ...(light === undefined ? {} : { light }),
        // where the two evaluators differ, both numbers are shown
        ...(beside === undefined || beside === count ? {} : { [`${other}Count`]: beside }),
        ...(byCentre === undefined || byCell === byCentre ? {} : { 'flowjo-11Count': byCentre }),
        ...(stored === undefined ? {} : { storedCount: stored }),
        ...(stored !== undefined && differFromStored(stored, grid) ? { differs: byCell } : {}),
      };
    });
  const refused = gated[evaluator].refused.map(({ path, problem }) => ({
    path: nameOutside(path),
    error: { code: problem.code, message: problem.in(lang) },
  }));
  const unread = chosen.notes
    .filter(({ code }) => uncountedNotes.includes(code))
    .map(({ code, about, line }) => ({
      path: nameOutside(about),
      error: { code, message: say(noteSentences[code], { about: nameOutside(about) }, lang), ...(line === undefined ? {} : { line }) },
    }));
  return {
    file,
    sha256: identity.sha256,
    dataset: raw.dataset.index,
    events: raw.dataset.eventCount,
    compensation: prepared.compensation,
    format: chosen.format,
    ...(chosen.sample === undefined
      ? {}
      : { sample: { id: chosen.sample.id, name: chosen.sample.name, by: chosen.sample.by, differing: chosen.sample.differing } }),
    evaluator,
    ...(evaluator === 'exact' ? {} : { approximate: true }),
    populations: [...counted, ...refused, ...unread],
    findings: [
      ...findings.map((finding) => ({ code: finding.code, message: findingText(finding, lang) })),
      ...chosen.notes.map(({ code, about, line }) => ({
        code,
        message: say(noteSentences[code], { about: nameOutside(about) }, lang),
        ...(line === undefined ? {} : { line }),
      })),
      ...counted.flatMap((population) => countFindings(population, lang)),
    ],
  };
}

function textOf({ file, populations, findings, evaluator, compensation }: Result, lang: Language): string {
  const percent = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(2));
  const rows = populations.map((population) =>
    'error' in population
      ? [population.path, '–', '–', '–', '', population.error.message]
      : [
          population.path,
          String(population.count),
          percent(population.percentOfParent),
          percent(population.percentOfTotal),
          'storedCount' in population ? String(population.storedCount) : '',
          population.light === undefined ? '' : lightWord(population.light, lang),
        ],
  );
  const head = ['population', 'count', '% parent', '% total', 'FlowJo', 'gate'];
  const values = compensation.status === 'declined' ? [] : [`compensation: ${compensationWords(compensation, lang)}`];
  const notes = findings.map(({ message, code }) => `! ${message} [${code}]`);
  return [`${file} (${evaluator}${evaluator === 'exact' ? '' : ', approximate'})`, textTable(head, rows), ...values, ...notes].join('\n');
}
