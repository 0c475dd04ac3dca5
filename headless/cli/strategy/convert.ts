import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Language, say } from '../../../core/base/message.ts';
import type { ReadingMode } from '../../../core/data/fcs/read/reading-mode.ts';
import { exportWorkspace } from '../../../core/exchange/flowjo/export-workspace.ts';
import { readWorkspace } from '../../../core/exchange/flowjo/read-workspace.ts';
import { writeWorkspace } from '../../../core/exchange/flowjo/write-workspace.ts';
import { explicitStrategy } from '../../../core/exchange/formats/explicit-strategy.ts';
import { readStrategy, type StrategyForSample } from '../../../core/exchange/formats/read-strategy.ts';
import { readGatingMl } from '../../../core/exchange/gating-ml/read-gating-ml.ts';
import { type WrittenDocument, writeGatingMl } from '../../../core/exchange/gating-ml/write-gating-ml.ts';
import { type InterchangeNote, noteSentences } from '../../../core/exchange/strategy/imported-strategy.ts';
import { nameOutside } from '../../../core/exchange/strategy/population-names.ts';
import { decodeXml } from '../../../core/exchange/xml/decode.ts';
import { type GatedFile, gateFileBy } from '../../../core/study/sample/gate-by-strategy.ts';
import { fileProblem, openFile } from '../../files/file-source.ts';
import { writeWhole } from '../../files/write-file.ts';
import { createPool, createSha256 } from '../../host/host.ts';
import { describeError, exitCodes, isFailed, printErrors, printJson } from '../shared/output.ts';
import type { StrategyFormat } from './strategy-format.ts';

export interface ConvertOptions {
  readonly strategy: string;
  readonly sample: string | undefined;
  readonly out: string;
  /** 0 for the first data set. */
  readonly dataset: number;
  readonly lang: Language;
  readonly mode: ReadingMode;
  readonly json: boolean;
}

/** The command `convert`: a strategy in another format, as it stands in one file, with a list of what that format cannot hold. */
export async function convertStrategy(file: string, format: StrategyFormat, options: ConvertOptions): Promise<number> {
  const result = await run(file, format, options).catch((error: unknown) => describeError(file, error, options.lang));
  if (options.json) printJson({ files: [result] });
  else if (!isFailed(result)) for (const { message, code } of result.notes) process.stdout.write(`! ${message} [${code}]\n`);
  printErrors([result]);
  return isFailed(result) ? exitCodes.nothingDone : exitCodes.done;
}

async function run(file: string, format: StrategyFormat, { strategy: from, sample, out, dataset, lang, mode }: ConvertOptions) {
  const bytes = await readFile(from).catch((error: unknown) => {
    throw fileProblem(from, error);
  });
  const source = await openFile(file);
  try {
    const { text, notes } = await gateFileBy(
      source,
      { pool: createPool(), createHash: createSha256 },
      { dataset, mode },
      (header) => readStrategy(bytes, from, header, { file, ...(sample === undefined ? {} : { sample }) }),
      (gated) => written(file, format, gated, bytes),
    );
    await writeWhole(out, async (stream) => void stream.end(text));
    const said = notes.map(({ code, about }: InterchangeNote) => {
      const name = nameOutside(about);
      return { code, about: name, message: say(noteSentences[code], { about: name }, lang) };
    });
    return { file, out, notes: said };
  } finally {
    await source.close();
  }
}

function written(
  file: string,
  format: StrategyFormat,
  { raw, prepared, chosen, gated, results }: GatedFile<StrategyForSample>,
  bytes: Uint8Array,
): WrittenDocument {
  if (format === '.json') return { text: `${JSON.stringify(chosen.protocol, undefined, 2)}\n`, notes: chosen.notes };
  // the same format again: with everything that is not modelled
  if (format === '.xml' && chosen.format === 'gating-ml') return writeGatingMl(readGatingMl(decodeXml(bytes)));
  if (format === '.wsp' && chosen.format === 'flowjo') return writeWorkspace(readWorkspace(decodeXml(bytes)));
  const strategy = explicitStrategy(chosen.protocol, prepared, gated.exact);
  const name = path.basename(file);
  const counts = new Map(results.exact.map(({ path: population, count }) => [population, count]));
  const { text, notes } =
    format === '.xml'
      ? writeGatingMl(strategy)
      : exportWorkspace([{ name, uri: encodeURIComponent(name), dataset: raw.dataset, strategy, counts }]);
  return { text, notes: [...chosen.notes, ...strategy.notes, ...notes] };
}
