import path from 'node:path';
import { Command } from 'commander';
import { checkDocumentOf, parseJson } from '../../../core/base/json-document.ts';
import type { Language } from '../../../core/base/message.ts';
import { decodeTable } from '../../../core/base/tables/decode-table.ts';
import { verdictWords } from '../../../core/study/watch/verdict-columns.ts';
import { type WatchRule, watchRuleKind } from '../../../core/study/watch/watch-rule.ts';
import { keepProtocol } from '../../archive/documents.ts';
import { removeWatchRule, setWatchRule, watchRules } from '../../archive/watch-rules.ts';
import { type FileVerdict, lastVerdicts } from '../../archive/watch-verdicts.ts';
import { readDocument } from '../../files/read-document.ts';
import { whoWorks } from '../../host/who-works.ts';
import { writeStatus } from '../../watch/status.ts';
import { watchOn } from '../../watch/watch-on.ts';
import { readProtocolText } from '../shared/load-protocol.ts';
import { exitCodes, printJson } from '../shared/output.ts';
import { positive } from '../shared/shared-flags.ts';
import { type ArchiveFlags, nowText, stopSignal, withArchive, withArchiveFlags } from './archive-flags.ts';

interface WatchFlags extends ArchiveFlags {
  readonly jobs: number;
  readonly every: number;
  readonly once?: true;
  readonly status?: string;
}

/** The command `watch`: from a new file in a watched folder to its verdict. */
export function watchCommand(finish: (code: number) => void): Command {
  const watch = new Command('watch').description('From a new file in a watched folder to its verdict.');
  withArchiveFlags(watch.command('run', { isDefault: true }))
    .description('Do what the rules of an archive say with new files in their folders: import, gate, judge, certify.')
    .option('--jobs <n>', 'how many runs at once', positive, 1)
    .option('--every <seconds>', 'how often to look', positive, 5)
    .option('--once', 'end when everything that is whole has its verdict')
    .option('--status <json>', 'a file that always says how it stands: pass, look or stop')
    .addHelpText(
      'after',
      '\nExample:\n  lymphoscope watch add --archive lab.archive rule.json\n  lymphoscope watch --archive lab.archive --status status.json\nCtrl-C stops after the files in hand.',
    )
    .action(async (flags: WatchFlags) => {
      const did: FileVerdict[] = [];
      await watchOn(flags.archive, {
        ...{ jobs: flags.jobs, by: whoWorks(), now: nowText, signal: stopSignal(), seconds: flags.every, once: flags.once === true },
        onVerdict: (verdict) => {
          if (flags.once === true) did.push(verdict);
          process.stderr.write(`${verdictText(verdict, flags.lang)}\n`);
        },
        onNote: (problem) => process.stderr.write(`! ${problem.in(flags.lang)} [${problem.code}]\n`),
        ...(flags.status === undefined ? {} : { onStatus: (status) => writeStatus(flags.status!, status) }),
      });
      if (flags.json === true) printJson({ verdicts: did });
      finish(did.some(({ verdict }) => verdict === 'stop') ? exitCodes.someFailed : exitCodes.done);
    });
  withArchiveFlags(watch.command('add'))
    .description('Add a rule, or put it in the place of the one of its name. Files that are in its folder already are left alone.')
    .argument('<rule>', 'a rule as JSON')
    .option('--all', 'take the files that are there already too')
    .action(async (file: string, flags: ArchiveFlags & { readonly all?: true }) =>
      finish(
        await withArchive(flags, async ({ db }) => {
          const rule = await readRule(file, flags.all === true, (text) => keepProtocol(db, text, whoWorks(), nowText()));
          await setWatchRule(db, rule, whoWorks(), nowText());
          say(flags, rule, ruleText(rule));
          return exitCodes.done;
        }),
      ),
    );
  withArchiveFlags(watch.command('list'))
    .description('The rules, and the last verdicts.')
    .option('--limit <n>', 'at most so many verdicts', positive, 20)
    .action(async (flags: ArchiveFlags & { readonly limit: number }) =>
      finish(
        await withArchive(flags, async ({ db }) => {
          const [rules, verdicts] = [await watchRules(db), await lastVerdicts(db, flags.limit)];
          say(flags, { rules, verdicts }, [...rules.map(ruleText), ...verdicts.map((one) => verdictText(one, flags.lang))].join('\n'));
          return exitCodes.done;
        }),
      ),
    );
  withArchiveFlags(watch.command('remove'))
    .description('Take a rule away; its verdicts stay.')
    .argument('<name>', 'the name of the rule')
    .action(async (name: string, flags: ArchiveFlags) =>
      finish(
        await withArchive(flags, async ({ db }) => {
          await removeWatchRule(db, name);
          say(flags, { removed: name }, `- ${name}`);
          return exitCodes.done;
        }),
      ),
    );
  return watch;
}

/** A rule as a person writes it: the protocol by name or path, folders and files beside the rule. */
async function readRule(file: string, all: boolean, keep: (text: string) => Promise<{ readonly sha256: string }>): Promise<WatchRule> {
  const parsed = parseJson(decodeTable(await readDocument(file)), watchRuleKind);
  const document = (typeof parsed === 'object' ? parsed : {}) as { readonly [field: string]: unknown };
  const { protocol = 'nk-t', since } = document;
  const beside = (at: string): string => path.resolve(path.dirname(file), at);
  const from = since ?? (all ? new Date(0).toISOString() : nowText());
  const rule = checkDocumentOf({ ...document, protocol: '0'.repeat(64), since: from }, watchRuleKind);
  const text = await readProtocolText(String(protocol)).catch(() => readProtocolText(beside(String(protocol))));
  const { certificate, table, drop } = rule;
  return {
    ...rule,
    protocol: (await keep(text)).sha256,
    folder: beside(rule.folder),
    ...(certificate && {
      certificate: {
        ...certificate,
        folder: beside(certificate.folder),
        ...(certificate.template === undefined ? {} : { template: beside(certificate.template) }),
      },
    }),
    ...(table && { table: { ...table, file: beside(table.file) } }),
    ...(drop && { drop: { ...drop, folder: beside(drop.folder) } }),
  };
}

const ruleText = ({ name, folder, files }: WatchRule): string => `${name}: ${path.join(folder, files)}`;

const verdictText = ({ verdict, path: at, reasons }: FileVerdict, lang: Language): string =>
  [`${verdictWords[verdict][lang]}: ${at}`, ...reasons.map(({ text }) => `  ${text[lang]}`)].join('\n');

const say = ({ json }: ArchiveFlags, document: object, text: string): void => {
  if (json === true) printJson(document);
  else process.stdout.write(`${text}\n`);
};
