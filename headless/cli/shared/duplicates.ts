import type { Language } from '../../../core/base/message.ts';
import type { Duplicates } from '../../../core/study/sample/find-duplicates.ts';

/** For JSON: data sets are counted from 1, as `--dataset` does. */
export const numbered = (group: Duplicates) => group.map(({ file, dataset }) => ({ file, dataset: dataset + 1 }));

/** One line a group, on standard output: the same events under several names are worth a look. */
export function printDuplicates(groups: readonly Duplicates[], language: Language): void {
  const head = language === 'ja' ? '同一のイベントを含むファイル' : 'The same events';
  for (const group of groups)
    process.stdout.write(`! ${head}: ${group.map(({ file, dataset }) => `${file} [${dataset + 1}]`).join(', ')} [events-duplicate]\n`);
}
