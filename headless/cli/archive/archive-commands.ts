import path from 'node:path';
import { Command } from 'commander';
import { say as sayIn } from '../../../core/base/message.ts';
import { Problem } from '../../../core/base/problem.ts';
import { recordFields } from '../../../core/data/metadata/sample-metadata.ts';
import { olderEngine } from '../../../core/study/comparison/older-engine.ts';
import { backUp, restore } from '../../archive/backup.ts';
import { findBatch } from '../../archive/batches.ts';
import { importFiles } from '../../archive/import/import-files.ts';
import { watchFolders } from '../../archive/import/watch-folders.ts';
import type { Archive } from '../../archive/open-archive.ts';
import { importBook } from '../../archive/overrides.ts';
import type { ResultChoice } from '../../archive/result-source.ts';
import { filesOf } from '../../archive/runs.ts';
import { forgetQuery, listQueries, saveQuery } from '../../archive/saved-queries.ts';
import { whoWorks } from '../../host/who-works.ts';
import { writeBatchPdf, writeRunsPdf } from '../../reports/write-reports.ts';
import { resultTable } from '../../tables/result-table.ts';
import { writeTable } from '../../tables/write-table.ts';
import { type CertificateCommandFlags, certificateFlags, withReportFlags } from '../analyse/report-flags.ts';
import { loadMetadata, loadOverrides } from '../analyse/sample-flags.ts';
import { type CsvFlag, csvForm, withCsvFlag } from '../shared/csv-flag.ts';
import { loadProtocol } from '../shared/load-protocol.ts';
import { printMetadataNotes } from '../shared/metadata-notes.ts';
import { exitCodes, printJson, showProgress } from '../shared/output.ts';
import { checkPdfName } from '../shared/pdf-name.ts';
import { positive } from '../shared/shared-flags.ts';
import { checkCommand } from './archive-check.ts';
import { type ArchiveFlags, nowText, stopSignal, withArchive, withArchiveFlags } from './archive-flags.ts';
import { keywordsCommand, maskCommand } from './archive-names.ts';
import { setCommand } from './archive-set.ts';
import { importSummary, listJson, listText } from './archive-text.ts';
import { platesCommand } from './plates-command.ts';

type Finish = (code: number) => void;

export function archiveCommand(finish: Finish): Command {
  const archive = new Command('archive').description('Thousands of runs and what was made of them: import, look up, back up, check.');
  withArchiveFlags(archive.command('import'))
    .description('Import FCS files and all in and below folders. What is known is left alone; what cannot be read is named.')
    .argument('<places...>', 'files and folders')
    .option('--metadata <csv>', 'a table with the columns file, role, culture, lot, donor, day, declaredMethod')
    .option('--overrides <book>', 'gates that persons placed in single files, as a JSON book')
    .option('--watch', 'go on looking for new files until stopped')
    .option('--every <seconds>', 'how often to look', positive, 30)
    .addHelpText(
      'after',
      '\nExamples:\n  lymphoscope archive import --archive lab.archive /data/cytometer\n  lymphoscope archive import --archive lab.archive --watch /mnt/instrument',
    )
    .action(async (places: string[], flags: ImportFlags) => finish(await importCommand(places, flags)));
  withArchiveFlags(archive.command('list'))
    .description('Runs, or what else an archive holds.')
    .argument('[what]', 'runs, lots, materials, splits, protocols, profiles, batches, decisions, duplicates, failures or queries', 'runs')
    .option('--query <query>', 'which runs: lot=A12 day>=10 cytometer~canto acquired>=2026-01', '')
    .option('--limit <n>', 'at most so many', positive, 1000)
    .action(async (what: string, flags: ListFlags) =>
      finish(
        await withArchive(flags, async (opened) => {
          const listed = await listJson(opened, what, flags);
          if (flags.json === true) printJson(listed);
          else process.stdout.write(`${listText(listed, flags.lang)}\n`);
          return exitCodes.done;
        }),
      ),
    );
  withArchiveFlags(archive.command('query'))
    .description('How many runs a query means and where they lie; --save keeps it under a name, --forget drops a name.')
    .argument('[query]', 'such as: lot=A12|A13 role=sample nk>=50', '')
    .option('--save <name>', 'keep the query under this name')
    .option('--forget <name>', 'drop a kept query')
    .action(async (query: string, flags: QueryFlags) => finish(await withArchive(flags, (opened) => queryCommand(opened, query, flags))));
  platesCommand(archive.command('plates'), finish);
  setCommand(archive.command('set'), finish);
  withArchiveFlags(archive.command('backup'))
    .description('Write a checked copy as one file while others go on working.')
    .argument('<file>', 'the copy')
    .action(async (file: string, flags: ArchiveFlags) =>
      finish(
        await withArchive(flags, async (opened) => {
          const report = await backUp(opened, file);
          say(flags, { backup: path.resolve(file), ...report }, `${file}: ${report.runs} runs, ${report.results} results`);
          return exitCodes.done;
        }),
      ),
    );
  withArchiveFlags(archive.command('restore'))
    .description('Make an archive out of a backup, which is checked first. Nothing is overwritten.')
    .argument('<backup>', 'a copy that backup wrote')
    .option('--replace', 'move an archive that stands in the place aside')
    .action(async (backup: string, flags: ArchiveFlags & { readonly replace?: true }) => {
      const report = await restore(backup, flags.archive, { replace: flags.replace === true, now: nowText() });
      say(flags, { archive: flags.archive, ...report }, `${flags.archive}: ${report.runs} runs, ${report.results} results`);
      finish(exitCodes.done);
    });
  checkCommand(archive.command('check'), finish);
  keywordsCommand(archive.command('keywords'), finish);
  maskCommand(archive.command('mask'), finish);
  withCsvFlag(withArchiveFlags(archive.command('table')))
    .description('The results of a batch, or those that stand, as a table: .csv, .xlsx or .parquet, one row a run and population.')
    .requiredOption('--out <file>', 'the table to write')
    .option('--query <query>', 'results that stand, of these runs', '')
    .option('--batch <batch>', 'the results of this batch instead')
    .action(async (flags: OutFlags) =>
      finish(
        await withArchive(flags, async (opened) => {
          await writeTable(await resultTable(opened.db, await choiceOf(opened, flags)), flags.out, csvForm(flags));
          say(flags, { table: flags.out }, flags.out);
          return exitCodes.done;
        }),
      ),
    );
  withReportFlags(withArchiveFlags(archive.command('report')))
    .description('A PDF: of a batch (a row a lot, summary, charts, changes), or with --runs the certificates of its runs.')
    .requiredOption('--out <file>', 'the PDF to write')
    .option('--batch <batch>', 'a batch by its number or id; the last one where absent')
    .option('--against <batch>', 'changes against another batch instead of what stands')
    .option('--runs', 'the certificates of the runs')
    .option('--metadata <table>', `with --runs: what is printed beside the numbers, by file: ${recordFields.join(', ')}`)
    .option('--query <query>', 'with --runs: results that stand, of these runs, instead of a batch')
    .action(async (flags: PdfFlags) => finish(await withArchive(flags, (opened) => reportCommand(opened, flags))));
  return archive;
}

async function reportCommand(archive: Archive, flags: PdfFlags): Promise<number> {
  checkPdfName(flags.out);
  const { lang: language, template } = flags;
  const shared = { language, generatedAt: nowText(), ...certificateFlags(flags), ...(template === undefined ? {} : { template }) };
  if (flags.runs === true) {
    const choice = flags.query === undefined ? { batch: await findBatch(archive.db, flags.batch) } : { query: flags.query };
    const table = flags.metadata === undefined ? undefined : await loadMetadata(flags.metadata);
    const recordOf = table && ((file: string) => table.of(file));
    const { runs: count, olderEngine: older } = await writeRunsPdf(archive, choice, flags.out, {
      ...shared,
      ...(recordOf === undefined ? {} : { recordOf }),
    });
    noteEngine(older, flags);
    say(flags, { report: flags.out, runs: count }, flags.out);
    return exitCodes.done;
  }
  const against = flags.against === undefined ? {} : { against: await findBatch(archive.db, flags.against) };
  const { olderEngine: older } = await writeBatchPdf(archive, await findBatch(archive.db, flags.batch), flags.out, shared, against);
  noteEngine(older, flags);
  say(flags, { report: flags.out }, flags.out);
  return exitCodes.done;
}

/** Says of older results that they can be gated again. */
function noteEngine(engine: string | undefined, { lang }: Pick<ArchiveFlags, 'lang'>): void {
  if (engine === undefined) return;
  const { sentence, values, code } = olderEngine(engine);
  process.stderr.write(`! ${sayIn(sentence, values, lang)} [${code}]\n`);
}

const choiceOf = async ({ db }: Archive, { batch, query }: OutFlags): Promise<ResultChoice> =>
  batch === undefined ? { query } : { batch: await findBatch(db, batch) };

interface OutFlags extends ArchiveFlags, CsvFlag {
  readonly out: string;
  readonly query: string;
  readonly batch?: string;
}
interface PdfFlags extends ArchiveFlags, CertificateCommandFlags {
  readonly metadata?: string;
  readonly out: string;
  readonly batch?: string;
  readonly against?: string;
  readonly runs?: true;
  readonly query?: string;
}

const say = ({ json }: ArchiveFlags, document: object, text: string): void => {
  if (json === true) printJson(document);
  else process.stdout.write(`${text}\n`);
};

interface ImportFlags extends ArchiveFlags {
  readonly metadata?: string;
  readonly overrides?: string;
  readonly watch?: true;
  readonly every: number;
}
interface ListFlags extends ArchiveFlags {
  readonly query: string;
  readonly limit: number;
}
interface QueryFlags extends ArchiveFlags {
  readonly save?: string;
  readonly forget?: string;
}

async function importCommand(places: readonly string[], flags: ImportFlags): Promise<number> {
  const table = flags.metadata === undefined ? undefined : await loadMetadata(flags.metadata);
  const book = flags.overrides === undefined ? undefined : await loadOverrides(flags.overrides);
  const { protocol } = await loadProtocol('nk-t');
  const signal = stopSignal();
  return withArchive(
    flags,
    async (archive) => {
      const take = (files: readonly string[]) =>
        importFiles(archive, files, {
          keywords: protocol.metadata,
          metadataOf: (file) => table?.of(file) ?? {},
          now: nowText,
          signal,
          onProgress: ({ files: done, total }) => showProgress('', done / total),
        });
      if (book !== undefined) await importBook(archive.db, book);
      const report = await take(places);
      const sayReport = (done: typeof report) => say(flags, importSummary(done, flags.lang), importSummary(done, flags.lang).text);
      sayReport(report);
      printMetadataNotes(table, flags.lang);
      for (const { path: at, problem } of report.failed) process.stderr.write(`${at}: ${problem.in(flags.lang)} [${problem.code}]\n`);
      if (flags.watch === true)
        await watchFolders(
          places.map((place) => path.resolve(place)),
          {
            seconds: flags.every,
            signal,
            onFiles: async (files) => {
              const seen = await take(files);
              if (seen.added + seen.failed.length > 0) sayReport(seen);
            },
            onAway: (folder, problem) =>
              process.stderr.write(`${problem instanceof Problem ? problem.in(flags.lang) : `${folder}: ${String(problem)}`}\n`),
            onBack: (folder) => process.stderr.write(`${folder}: ✓\n`),
          },
        );
      if (report.failed.length === 0) return exitCodes.done;
      return report.added + report.known > 0 ? exitCodes.someFailed : exitCodes.nothingDone;
    },
    { create: true },
  );
}

async function queryCommand(archive: Archive, query: string, flags: QueryFlags): Promise<number> {
  const { db } = archive;
  if (flags.forget !== undefined) await forgetQuery(db, flags.forget);
  if (flags.save !== undefined) await saveQuery(db, { name: flags.save, query }, whoWorks(), nowText());
  const named = (await listQueries(db)).find(({ name }) => name === query);
  const listed = await listJson(archive, 'runs', { ...flags, query: named?.query ?? query, limit: 1_000_000 });
  const files = await Promise.all(
    listed.rows.map(async (row) => ({
      ...row,
      files: (await filesOf(db, String(row['sha256']))).map((file) => ({ path: file.path, missing: file.missing_since !== null })),
    })),
  );
  if (flags.json === true) printJson({ query: named?.query ?? query, runs: files });
  else
    process.stdout.write(
      `${files.length}\n${files.map(({ files: at }) => at.map((file) => `${file.missing ? '? ' : ''}${file.path}`).join(' = ')).join('\n')}\n`,
    );
  return exitCodes.done;
}
