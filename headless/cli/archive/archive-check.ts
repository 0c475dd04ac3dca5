import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Command } from 'commander';
import type { ChainHead } from '../../../core/base/chain/chain.ts';
import { Problem } from '../../../core/base/problem.ts';
import { checkArchive } from '../../archive/check.ts';
import { headOfLog } from '../../archive/log.ts';
import { materialSplits } from '../../archive/material-splits.ts';
import { isServer, openArchive } from '../../archive/open-archive.ts';
import { anchorOf } from '../shared/anchor-flag.ts';
import { exitCodes, printJson } from '../shared/output.ts';
import { checkJson, checkText } from './archive-check-text.ts';
import { type ArchiveFlags, withArchive, withArchiveFlags } from './archive-flags.ts';

interface CheckFlags extends ArchiveFlags {
  readonly anchor?: ChainHead;
  readonly against?: string;
}

export const checkCommand = (command: Command, finish: (code: number) => void): Command =>
  withArchiveFlags(command)
    .description('Whether pages, references, every document and the log are whole, and lots, their cultures and donors are kept apart.')
    .option('--anchor <n:sha256>', 'where the log stood elsewhere, as a report or an earlier check says it', anchorOf)
    .option('--against <backup>', 'the log of a backup must be the beginning of this one')
    .action(async (flags: CheckFlags) => finish(isServer(flags.archive) || isChild() ? await check(flags) : await checkInChild(flags)));

const CHILD = 'LYMPHOSCOPE_CHECKS';
const isChild = (): boolean => process.env[CHILD] === '1';

/** The library of SQLite ends the process on some damage: the check is done in one of its own, so that this can be said. */
async function checkInChild({ archive }: CheckFlags): Promise<number> {
  const child = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    env: { ...process.env, [CHILD]: '1' },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (code !== null && signal === null && code < 128) {
    process.stderr.write(said);
    return code;
  }
  throw new Problem('archive-library-ended', ended, { archive, how: signal ?? String(code) }, { path: archive });
}

async function check(flags: CheckFlags): Promise<number> {
  const anchors = [
    ...(flags.anchor === undefined ? [] : [flags.anchor]),
    ...(flags.against === undefined ? [] : [await headIn(flags.against)]),
  ];
  return withArchive(
    flags,
    async (opened) => {
      const report = await checkArchive(opened, anchors);
      const splits = await materialSplits(opened.db);
      if (flags.json === true) printJson(checkJson(report, splits, flags.lang));
      else process.stdout.write(`${checkText(report, splits, flags.lang)}\n`);
      return report.faults.length === 0 ? exitCodes.done : exitCodes.nothingDone;
    },
    { checks: true },
  );
}

async function headIn(backup: string): Promise<ChainHead> {
  const archive = await openArchive(backup);
  return headOfLog(archive.db).finally(() => archive.close());
}

const ended = {
  en: 'The archive {archive} is damaged in a way that ends the database library ({how}). It was left as it is; restore a backup beside it.',
  ja: 'アーカイブ{archive}の破損により、データベースライブラリが異常終了しました({how})。ファイルには手を加えていません。バックアップから復元してください。',
};
