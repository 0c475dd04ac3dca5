import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { createPlaces, type ShareRoots } from '../../batch/share-roots.ts';
import { type WorkNote, workOn } from '../../batch/work-on.ts';
import { exitCodes, printJson } from '../shared/output.ts';
import { positive } from '../shared/shared-flags.ts';
import { type ArchiveFlags, nowText, stopSignal, withArchiveFlags } from './archive-flags.ts';

interface WorkerFlags extends ArchiveFlags {
  readonly jobs: number;
  readonly once?: true;
  readonly root: ShareRoots['mapped'];
  readonly search: readonly string[];
}

const several = (folder: string, before: readonly string[]): readonly string[] => [...before, path.resolve(folder)];

function mapping(text: string, before: ShareRoots['mapped']): ShareRoots['mapped'] {
  const [from = '', to = ''] = text.split('=');
  if (from === '' || to === '') throw new InvalidArgumentError('it is FROM=TO');
  return [...before, { from, to }];
}

/** The command `worker`: does open batches of an archive, beside other workers on this and other machines. */
export const workerCommand = (finish: (code: number) => void): Command =>
  withArchiveFlags(new Command('worker'))
    .description('Do the open batches of an archive, beside other workers on this and other machines: no run is done by two.')
    .option('--jobs <n>', 'how many runs at once', positive, 1)
    .option('--root <from=to>', 'what other machines call a share, and what this one does; may be given several times', mapping, [])
    .option('--search <folder>', 'find files anywhere below this folder by what they hold; may be given several times', several, [])
    .option('--once', 'end when no batch is left')
    .addHelpText(
      'after',
      '\nExample:\n  lymphoscope batch --archive postgres://lab@server/archive --enqueue\n  lymphoscope worker --archive postgres://lab@server/archive --jobs 4\nCtrl-C stops after the runs in hand; the others go on.',
    )
    .action(async (flags: WorkerFlags) => {
      const did = await workOn(flags.archive, {
        placesOf: createPlaces({ mapped: flags.root, searched: flags.search }),
        ...{ jobs: flags.jobs, now: nowText, signal: stopSignal(), once: flags.once === true },
        onNote: (note) => process.stderr.write(`${textOf(note, flags)}\n`),
      });
      if (flags.json === true) printJson({ did });
      finish(exitCodes.done);
    });

function textOf(note: WorkNote, { lang }: ArchiveFlags): string {
  const ja = lang === 'ja';
  switch (note.kind) {
    case 'batch':
      return ja ? `バッチ${note.seq}を開始します` : `batch ${note.seq} begins`;
    case 'done':
      return ja ? `バッチ ${note.seq}: ${note.did}件を処理しました` : `batch ${note.seq}: did ${note.did} runs`;
    case 'differs':
      return differs[note.in][lang]({ seq: note.seq, engine: note.engine });
    case 'away':
      return note.problem.in(lang);
  }
}

type Said = (of: { readonly seq: number; readonly engine: string }) => string;
const differs: { readonly [what in Extract<WorkNote, { readonly kind: 'differs' }>['in']]: { readonly en: Said; readonly ja: Said } } = {
  engine: {
    en: ({ seq, engine }) => `batch ${seq} is of engine ${engine}: left to its programs`,
    ja: ({ seq, engine }) => `バッチ${seq}は解析エンジン${engine}のものです`,
  },
  kernels: {
    en: ({ seq }) => `batch ${seq} was begun by a program with other compiled kernels: left to programs of that build`,
    ja: ({ seq }) => `バッチ${seq}は計算カーネルの異なるプログラムで開始されたため、処理しません`,
  },
  locale: {
    en: ({ seq }) => `batch ${seq} was begun under another locale; numbers do not depend on it`,
    ja: ({ seq }) => `バッチ${seq}は異なるロケールで開始されています(数値への影響はありません)`,
  },
};
