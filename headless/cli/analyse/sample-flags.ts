import { readFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { Problem } from '../../../core/base/problem.ts';
import { profilesOf } from '../../../core/biology/classification/classifier.ts';
import { findMethod } from '../../../core/biology/classification/declared.ts';
import type { MetadataMatcher } from '../../../core/data/metadata/match-metadata.ts';
import { recordFields, roles, type SampleMetadata } from '../../../core/data/metadata/sample-metadata.ts';
import type { OverrideBook } from '../../../core/study/overrides/override-book.ts';
import { fileProblem } from '../../files/file-source.ts';
import { readDocument } from '../../files/read-document.ts';
import { expandFiles } from '../shared/expand-files.ts';
import type { LoadedProtocol } from '../shared/load-protocol.ts';
import { named } from '../shared/named-problem.ts';
import { isSessionFile } from '../shared/session-name.ts';
import { modeOf, positive, type SharedFlags } from '../shared/shared-flags.ts';
import type { AnalyseFilesOptions } from './analyse-options.ts';

/** Flags of the commands that analyse samples by a protocol. */
export interface SampleFlags extends SharedFlags, Partial<SampleMetadata> {
  readonly protocol: string;
  readonly dataset?: number;
  readonly metadata?: string;
  readonly overrides?: string;
  /** A file with a matrix. */
  readonly compensation?: string;
  readonly sameRun?: true;
  /** Another word for `declaredMethod`. */
  readonly declared?: string;
}

export function withSampleFlags(command: Command): Command {
  return command
    .option('--protocol <protocol>', 'a protocol file, or the name of one that ships', 'nk-t')
    .option('--dataset <n>', 'only this data set of each file, from 1; all where absent', positive)
    .option('--overrides <book>', 'gates that persons placed in single files, as a JSON book')
    .option('--compensation <table>', "a matrix in place of the protocol's or the files': CSV, TSV, FlowJo's .mtx")
    .option(
      '--metadata <csv>',
      `a table with the columns file, role, culture, lot, donor, run, omits, day, declaredMethod, ${recordFields.join(', ')}`,
    )
    .option(
      '--same-run',
      'files of one run (column run) lend each other what they know: FMO and unstained controls (columns role, omits), other samples',
    )
    .addOption(new Option('--role <role>', 'role of the samples').choices(roles))
    .option('--culture <name>', 'culture')
    .option('--lot <lot>', 'lot')
    .option('--donor <pseudonym>', 'donor, as a pseudonym')
    .option('--day <n>', 'culture day', notNegative)
    .option('--declared-method <method>', 'culture method as the laboratory declares it')
    .option('--declared <method>', 'the same');
}

const several = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** For commands that classify. */
export interface ReferenceFlags {
  readonly reference: readonly string[];
}

/** Throws `declared-unknown` where a flag declares a method that the protocol's profiles do not know. */
export function checkDeclared({ declaredMethod, declared = declaredMethod }: SampleFlags, { protocol }: LoadedProtocol): void {
  if (declared === undefined) return;
  const { methods } = profilesOf(protocol.classifier);
  if (findMethod(methods, declared) !== undefined) return;
  const known = methods.map(({ method }) => method.replace(/#\d+$/, '')).join(', ');
  throw new Problem('declared-unknown', unknownMethod, { declared, known });
}
const unknownMethod = {
  en: 'There is no culture method "{declared}" in the protocol; it knows: {known}.',
  ja: '培養法「{declared}」はプロトコルにありません。使用できる名称: {known}',
};

export const referenceFlag = (command: Command): Command =>
  command.option('--reference <file>', "the day's resting blood on the same instrument, for the blast index; repeatable", several, []);

/** The files are matched with the metadata table before any is read: what contradicts ends the command at once. */
export async function sampleOptions(flags: SampleFlags, given: readonly string[]): Promise<Omit<AnalyseFilesOptions, 'plots'>> {
  const table = flags.metadata === undefined ? undefined : await loadMetadata(flags.metadata);
  if (table !== undefined) for (const file of await expandFiles(given, flags.recursive === true)) if (!isSessionFile(file)) table.of(file);
  const { role, culture, lot, donor, day, declaredMethod = flags.declared } = flags;
  const byHand = Object.fromEntries(
    Object.entries({ role, culture, lot, donor, day, declaredMethod }).filter(([, value]) => value !== undefined),
  );
  return {
    recursive: flags.recursive === true,
    lang: flags.lang,
    mode: modeOf(flags),
    dataset: flags.dataset === undefined ? undefined : flags.dataset - 1,
    sameRun: flags.sameRun === true,
    ...(flags.overrides === undefined ? {} : { overrides: await loadOverrides(flags.overrides) }),
    ...(table === undefined ? {} : { table }),
    metadataOf: (file, asReference = false) => ({ ...table?.of(file), ...(asReference ? {} : byHand) }),
  };
}

/** A metadata table that finds its rows for files. */
export async function loadMetadata(file: string): Promise<MetadataMatcher> {
  const { readMetadataTable } = await import('../../../core/data/metadata/metadata-table.ts');
  const { matchMetadata } = await import('../../../core/data/metadata/match-metadata.ts');
  const bytes = await readDocument(file);
  return matchMetadata(named(file, () => readMetadataTable(bytes)));
}

/** What persons decided about single files. */
export async function loadOverrides(file: string): Promise<OverrideBook> {
  const book = await import('../../../core/study/overrides/override-book.ts');
  const text = await readText(file);
  return named(file, () => book.parseOverrideBook(text));
}

const readText = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    throw fileProblem(file, error);
  });

export function notNegative(text: string): number {
  const value = Number(text);
  if (!(value >= 0)) throw new InvalidArgumentError('a number from 0 on');
  return value;
}
