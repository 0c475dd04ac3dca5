import { createHash } from 'node:crypto';
import path from 'node:path';
import { type Language, say } from '../../../core/base/message.ts';
import { Problem } from '../../../core/base/problem.ts';
import type { CompensationChoice } from '../../../core/data/compensation/compensation-choice.ts';
import { type MatrixFile, readMatrixFile } from '../../../core/exchange/formats/matrix-file.ts';
import { matrixNoteSentences } from '../../../core/exchange/tables/matrix-table.ts';
import { changedProtocol } from '../../../core/study/protocol/protocol.ts';
import { readDocument } from '../../files/read-document.ts';
import type { LoadedProtocol } from './load-protocol.ts';
import { named } from './named-problem.ts';

/** A matrix from a table or another program's document; what is wrong with it is said under its name, and what is odd on standard error. */
export async function loadMatrix(file: string, lang: Language): Promise<MatrixFile> {
  const bytes = await readDocument(file);
  const read = named(file, () => readMatrixFile(bytes));
  for (const { code, value = 0 } of read.notes)
    process.stderr.write(
      `! ${file}: ${say(matrixNoteSentences[code], { value: Number(value.toPrecision(4)) }, lang)}${lang === 'ja' ? '。' : '.'} [${code}]\n`,
    );
  return read;
}

/** The protocol with another matrix in it; its digest names both. */
export async function withCompensationTable(loaded: LoadedProtocol, file: string | undefined, lang: Language): Promise<LoadedProtocol> {
  if (file === undefined) return loaded;
  const compensation = choiceOf(await loadMatrix(file, lang), file);
  const sha256 = createHash('sha256')
    .update(`${loaded.sha256} ${JSON.stringify(compensation)}`)
    .digest('hex');
  return { protocol: changedProtocol(loaded.protocol, { compensation }), sha256 };
}

/** Compensation by a matrix of a file that is named after it. */
export function choiceOf(
  { matrix: { fluorochromes, detectors, matrix, inverted } }: MatrixFile,
  file: string,
): Extract<CompensationChoice, { use: 'matrix' }> {
  if (fluorochromes.length !== detectors.length || inverted === true)
    throw new Problem('matrix-not-square', notSquare, { file }, { path: file });
  return { use: 'matrix', table: path.basename(file), channels: [...detectors], matrix: matrix.map((row) => [...row]) };
}

const notSquare = {
  en: '{file}: the matrix has more detectors than stains, or is an inverse; compensation takes a square matrix of spillover.',
  ja: '{file}: 行列の検出器と色素の数が一致しないか、逆行列です。補正には正方の漏れ込み行列が必要です。',
};
