import { say } from '../../../core/base/message.ts';
import { nameGates, unnameGates } from '../../../core/study/run-priors/run-priors.ts';
import { updateProtocolPriors } from '../../../core/study/run-priors/update-protocol-priors.ts';
import { writeText } from '../../files/write-file.ts';
import { analyseFiles } from '../analyse/analyse.ts';
import type { AnalyseFilesOptions } from '../analyse/analyse-options.ts';
import type { LoadedProtocol } from '../shared/load-protocol.ts';
import { exitCodeOf, isFailed, printErrors, printJson } from '../shared/output.ts';

/** The command `teach`: a protocol whose priors have learnt from a book of overrides. Nothing else ever moves a prior. */
export async function updatePriorsByFiles(
  files: readonly string[],
  { protocol, sha256 }: LoadedProtocol,
  options: AnalyseFilesOptions & { readonly json: boolean; readonly out: string },
): Promise<number> {
  const named = { ...protocol, strategy: [...nameGates(protocol.strategy)] };
  const results = await analyseFiles(files, { protocol: named, sha256 }, options);
  const updated = updateProtocolPriors(
    named,
    results.flatMap((result) => (isFailed(result) ? [] : [result.analysis])),
  );
  const revised = { ...updated.protocol, strategy: unnameGates(updated.protocol.strategy) };
  await writeText(options.out, `${JSON.stringify(revised, undefined, 2)}\n`);
  const sentences = updated.gates.map(({ populations, samples }) => say(lines.taught, { populations, samples }, options.lang));
  if (options.json) printJson({ out: options.out, revision: revised.revision, gates: updated.gates });
  else process.stdout.write(`${(sentences.length > 0 ? sentences : [lines.nothing[options.lang]]).join('\n')}\n${options.out}\n`);
  printErrors(results);
  return exitCodeOf(results);
}

const lines = {
  taught: { en: '{populations}: learned from samples ({samples}).', ja: '{populations}: {samples}検体から学習しました。' },
  nothing: {
    en: 'Nothing to learn: no person has moved an automatic gate of these files.',
    ja: '学習する内容がありません: 自動ゲートの変更がありません。',
  },
} as const;
