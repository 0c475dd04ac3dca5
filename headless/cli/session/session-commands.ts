import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import type { ChainHead } from '../../../core/base/chain/chain.ts';
import type { Language } from '../../../core/base/message.ts';
import { Problem } from '../../../core/base/problem.ts';
import { openHistory, seal, sessionOf } from '../../../core/study/session/history.ts';
import { openSession, serialiseSession } from '../../../core/study/session/session-text.ts';
import { readSessionFile, writeSessionFile } from '../../files/session-file.ts';
import { whoWorks } from '../../host/who-works.ts';
import { packSession } from '../../packed/pack-session.ts';
import { unpackSession } from '../../packed/unpack-session.ts';
import { anchorOf } from '../shared/anchor-flag.ts';
import { describeError, exitCodes, printErrors, printJson } from '../shared/output.ts';
import { printTrust, trustJson, wasChanged } from '../shared/session-trust.ts';

interface SessionFlags {
  readonly json?: true;
  readonly lang: Language;
  readonly anchor?: ChainHead;
  readonly reason: string;
}

/** Sessions as files: whether they are what their audit tells, and sealing those of before. */
export function sessionCommand(finish: (code: number) => void): Command {
  const session = new Command('session').description('Whether saved sessions are what their audit trails tell; seal one of before.');
  withFlags(session.command('check'))
    .description('Check the chain of an audit trail and replay it. Exit code 1 where a session was changed outside this software.')
    .argument('<sessions...>', 'sessions of the window (.lymphoscope)')
    .option('--anchor <n:sha256>', 'where the audit trail stood elsewhere, as a report says it: entries and digest of the last', anchorOf)
    .action(async (files: string[], flags: SessionFlags) => finish(await check(files, flags)));
  withFlags(session.command('seal'))
    .description('Take the audit trail of a session of before as it stands; its entries are chained from here on.')
    .argument('<session>', 'a session of the window (.lymphoscope)')
    .requiredOption('--reason <reason>', 'why; kept in the audit trail')
    .action(async (file: string, flags: SessionFlags) => finish(await sealFile(file, flags)));
  withFlags(session.command('pack'))
    .description('Write a session and the FCS files of its samples into one ZIP archive. Each file is checked against its digest.')
    .argument('<session>', 'a session of the window (.lymphoscope)')
    .requiredOption('--out <file>', 'the archive that is written')
    .action(async (file: string, flags: PackFlags) => finish(await packFile(file, flags)));
  withFlags(session.command('unpack'))
    .description('Unpack a packed session into a new folder. Hostile or broken archives are refused.')
    .argument('<packed>', 'a packed session (.zip)')
    .requiredOption('--out <folder>', 'a folder that is not there yet')
    .action(async (file: string, flags: PackFlags) => finish(await unpackFile(file, flags)));
  return session;
}

interface PackFlags extends SessionFlags {
  readonly out: string;
}

async function packFile(file: string, { out, json }: PackFlags): Promise<number> {
  const { document, places } = await readSessionFile(file);
  await packSession(out, { document: JSON.stringify(document), places });
  return wrote(out, json);
}

async function unpackFile(file: string, { out, json }: PackFlags): Promise<number> {
  return wrote(await unpackSession(file, out), json);
}

function wrote(file: string, json: true | undefined): number {
  if (json === true) printJson({ file });
  else process.stdout.write(`${file}\n`);
  return exitCodes.done;
}

const withFlags = (command: Command): Command =>
  command
    .exitOverride()
    .option('--json', 'print one JSON document')
    .addOption(new Option('--lang <language>', 'language of sentences').choices(['en', 'ja']).default('en'));

async function readTrust(file: string, anchors: readonly ChainHead[]) {
  const { document, places } = await readSessionFile(file);
  return { ...openSession(JSON.stringify(document), anchors), places };
}

async function check(files: readonly string[], { json, lang, anchor }: SessionFlags): Promise<number> {
  const results = [];
  let code: number = exitCodes.done;
  for (const file of files) {
    try {
      const { trust } = await readTrust(file, anchor === undefined ? [] : [anchor]);
      if (wasChanged(trust)) code = exitCodes.someFailed;
      printTrust(file, trust, lang);
      results.push({ file, ...trustJson(trust, lang) });
      if (json !== true) process.stdout.write(`${file}: ${trust.seal} ${trust.head.entries}:${trust.head.head}\n`);
    } catch (error) {
      code = files.length === 1 ? exitCodes.nothingDone : exitCodes.someFailed;
      results.push(describeError(file, error, lang));
    }
  }
  if (json === true) printJson({ files: results });
  printErrors(results);
  return code;
}

async function sealFile(file: string, { json, lang, reason }: SessionFlags): Promise<number> {
  const { session, trust, places } = await readTrust(file, []);
  printTrust(file, trust, lang);
  if (wasChanged(trust)) throw new Problem('session-changed', changed, { file }, { path: file });
  if (trust.seal === 'sealed') throw new Problem('session-sealed-already', sealedAlready, { file }, { path: file });
  const history = seal(openHistory(session), reason.trim(), { at: new Date().toISOString(), by: whoWorks() });
  const sealed = sessionOf(history, session.arrangement);
  await writeSessionFile(
    file,
    serialiseSession(sealed),
    new Map([...places].map(([token, tried]) => [token, tried.find((place) => existsSync(place)) ?? tried[0] ?? ''])),
  );
  const { seal: head } = sealed;
  if (json === true) printJson({ file, ...head });
  else process.stdout.write(`${file}: ${head?.entries}:${head?.head}\n`);
  return exitCodes.done;
}

const changed = {
  en: '{file} was changed outside this software and is not sealed.',
  ja: '{file}は本ソフトウェア以外で変更されているため、封印しません。',
};
const sealedAlready = { en: '{file} is sealed already.', ja: '{file}はすでに封印されています。' };
