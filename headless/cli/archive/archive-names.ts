import type { Command } from 'commander';
import { keepKeyword, listKeptKeywords } from '../../archive/keyword-list.ts';
import { maskArchive } from '../../archive/mask-archive.ts';
import { exitCodes, printJson } from '../shared/output.ts';
import { type ArchiveFlags, withArchive, withArchiveFlags } from './archive-flags.ts';

/* What an archive keeps of the keywords of files, where names of persons may stand. */

interface KeywordFlags extends ArchiveFlags {
  readonly add?: string;
  readonly reason?: string;
}

export const keywordsCommand = (command: Command, finish: (code: number) => void): Command =>
  withArchiveFlags(command)
    .description('Keywords that this archive keeps beside those of instrument, acquisition and channels; the rest is a digest.')
    .option('--add <keyword>', 'keep the values of this keyword from the next import on; needs --reason')
    .option('--reason <reason>', 'why')
    .action(async (flags: KeywordFlags) =>
      finish(
        await withArchive(flags, async ({ db }) => {
          if (flags.add !== undefined) await keepKeyword(db, { keyword: flags.add, reason: flags.reason ?? '' });
          const keywords = await listKeptKeywords(db);
          if (flags.json === true) printJson({ keywords });
          else process.stdout.write(keywords.map(({ keyword, reason }) => `${keyword}  ${reason}\n`).join(''));
          return exitCodes.done;
        }),
      ),
    );

export const maskCommand = (command: Command, finish: (code: number) => void): Command =>
  withArchiveFlags(command)
    .description('Take values of keywords that may hold names out of an archive of before. Copies and backups of it keep them.')
    .action(async (flags: ArchiveFlags) =>
      finish(
        await withArchive(flags, async (archive) => {
          const report = await maskArchive(archive);
          if (flags.json === true) printJson(report);
          else process.stdout.write(`${report.runs} runs, ${report.results} results\n`);
          return exitCodes.done;
        }),
      ),
    );
