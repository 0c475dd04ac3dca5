import { Problem } from '../../base/problem.ts';
import { decodeTable } from '../../base/tables/decode-table.ts';
import { type TableForm, tableLine } from '../../base/tables/write-table.ts';
import type { NamedMatrix } from '../../gating/strategy/dimension.ts';
import { readSpilloverMatrix } from '../flowjo/read-matrix.ts';
import { writeSpilloverMatrix } from '../flowjo/write-matrix.ts';
import { readMatrix } from '../gating-ml/read-matrix.ts';
import type { MatrixNote } from '../tables/matrix-table.ts';
import { readMatrixTable } from '../tables/matrix-table.ts';
import { decodeXml } from '../xml/decode.ts';
import { namespaces } from '../xml/known-namespaces.ts';
import { parseXml } from '../xml/parse.ts';
import { attributeOf, element, elementsOf, type XmlElement } from '../xml/tree.ts';
import { writeXml } from '../xml/write.ts';

/** A matrix from a file, and what is odd about it. */
export interface MatrixFile {
  readonly name: string;
  readonly matrix: NamedMatrix;
  readonly notes: readonly MatrixNote[];
}

/**
 * Reads a compensation matrix: a table in CSV, tab- or space-separated text (FlowJo's older matrix files, R's tables, FlowKit's CSV), or XML
 * (FlowJo's .mtx and workspaces, Gating-ML): the first matrix there is. Throws `matrix-invalid` with the line, or an XML problem.
 */
export function readMatrixFile(input: Uint8Array | string): MatrixFile {
  const head = typeof input === 'string' ? input.slice(0, 256) : decodeTable(input.subarray(0, 256));
  if (/^\ufeff?\s*</.test(head) && !/^\ufeff?\s*<\s*>/.test(head))
    return readXmlMatrix(typeof input === 'string' ? input : decodeXml(input));
  const { name, matrix, notes } = readMatrixTable(input);
  return { name, ...judged(matrix, notes) };
}

function readXmlMatrix(text: string): MatrixFile {
  const found = findMatrix(parseXml(text));
  if (found === undefined) throw noMatrix();
  const name = attributeOf(found, 'name') ?? attributeOf(found, 'id') ?? '';
  const matrix = found.local === 'spectrumMatrix' ? readMatrix(found) : readSpilloverMatrix(found).matrix;
  if (matrix === undefined) throw noMatrix();
  return { name, ...judged(matrix, []) };
}

function findMatrix(root: XmlElement): XmlElement | undefined {
  const open: XmlElement[] = [root];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const isMatrix =
      at.local === 'spectrumMatrix' || (at.local === 'spilloverMatrix' && elementsOf(at).some(({ local }) => local === 'spillover'));
    if (isMatrix) return at;
    open.push(...elementsOf(at).toReversed());
  }
  return undefined;
}

/** Percent becomes parts; what else is unusual is said, not changed. */
function judged(matrix: NamedMatrix, notes: readonly MatrixNote[]): Pick<MatrixFile, 'matrix' | 'notes'> {
  if (matrix.inverted === true) return { matrix, notes };
  const own = (row: readonly number[], i: number) => row[matrix.detectors.indexOf(matrix.fluorochromes[i]!)] ?? row[i]!;
  const percent = matrix.matrix.every((row, i) => own(row, i) === 100);
  const values = percent ? matrix.matrix.map((row) => row.map((value) => value / 100)) : matrix.matrix;
  const isUnit = values.every((row, i) => own(row, i) === 1);
  const extreme = values
    .flatMap((row, i) => row.filter((_, j) => j !== i))
    .reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
  return {
    matrix: { ...matrix, matrix: values },
    notes: [
      ...notes,
      ...(percent ? [{ code: 'percent' as const }] : []),
      ...(isUnit ? [] : [{ code: 'diagonal-not-one' as const }]),
      ...(extreme > 1.5 || extreme < -0.05 ? [{ code: 'unusual-values' as const, value: extreme }] : []),
    ],
  };
}

/** A table with the detectors in its first row and the stains in its first column. */
export const writeMatrixCsv = ({ fluorochromes, detectors, matrix }: NamedMatrix, form?: TableForm): string =>
  [['', ...detectors], ...matrix.map((row, i) => [fluorochromes[i]!, ...row])].map((row) => tableLine(row, form)).join('');

/** FlowJo 10's matrix file (.mtx). */
export function writeMatrixMtx(name: string, matrix: NamedMatrix): string {
  const declared = Object.fromEntries(Object.entries(namespaces).map(([prefix, uri]) => [`xmlns:${prefix}`, uri]));
  return writeXml(element('gating:gatingML', declared, [writeSpilloverMatrix(name, name, matrix)]));
}

const noMatrix = (): Problem =>
  new Problem('matrix-invalid', { en: 'The file holds no compensation matrix.', ja: 'ファイルに補正行列がありません。' }, {}, { line: 1 });
