import { asProblem } from '../../../core/base/as-problem.ts';
import type { Language } from '../../../core/base/message.ts';
import type { SessionTrust } from '../../../core/study/session/audit-check.ts';

export const exitCodes = { done: 0, someFailed: 1, nothingDone: 2 } as const;

/** What every command prints: one JSON document on standard output, or text for people; progress and errors on standard error. */
export interface FileError {
  readonly file: string;
  /** 0 for the first data set, where it is one of several. */
  readonly dataset?: number;
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly offset?: number;
    readonly line?: number;
    readonly path?: string;
  };
}

/** What is wrong with one file, as JSON says it. */
export function describeError(file: string, error: unknown, language: Language): FileError {
  const problem = asProblem(error);
  const { file: own = file, ...place } = problem.place;
  return { file: own, error: { code: problem.code, message: problem.in(language), ...place } };
}

export const isFailed = (result: object): result is FileError => 'error' in result;

/** A sample whose session was changed outside this software is done, and not in order. */
export function exitCodeOf(results: readonly object[]): number {
  const failed = results.filter(isFailed).length;
  const isDoubted = results.some((result) => 'session' in result && (result.session as SessionTrust).findings.length > 0);
  if (failed === 0 && results.length > 0) return isDoubted ? exitCodes.someFailed : exitCodes.done;
  return failed === results.length ? exitCodes.nothingDone : exitCodes.someFailed;
}

export function printErrors(results: readonly object[]): void {
  for (const result of results)
    if (isFailed(result)) process.stderr.write(`${titleOf(result)}: ${result.error.message} [${result.error.code}${placeOf(result)}]\n`);
}

/** A data set for people: its file, with its number where the file holds several. */
export const titleOf = ({ file, dataset }: { readonly file: string; readonly dataset?: number | undefined }): string =>
  dataset === undefined ? file : `${file} [${dataset + 1}]`;

const placeOf = ({ error }: FileError): string =>
  error.offset !== undefined
    ? `, byte ${error.offset}`
    : error.line !== undefined
      ? `, line ${error.line}`
      : error.path !== undefined && error.path !== ''
        ? `, ${error.path}`
        : '';

export const printJson = (document: unknown): void => void process.stdout.write(`${JSON.stringify(document)}\n`);

/** Progress for people: one line, rewritten; silent where standard error is no terminal. */
export function showProgress(label: string, fraction: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${label} ${Math.round(fraction * 100)} %${fraction >= 1 ? '\n' : ''}`);
}

/**
 * A table for people: first column left, numbers right; full-width letters count two. The last column takes a sentence of any length without
 * widening the table; what would break a line or turn its direction stands as a dot.
 */
export function textTable(head: readonly string[], given: readonly (readonly string[])[]): string {
  const rows = given.map((row) => row.map((cell) => cell.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, '·')));
  const last = head.length - 1;
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => widthOf(row[column] ?? ''))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, column > 0 && /^[<>]?[\d,.–% ()-]*$/.test(cell)))
      .join('  ')
      .trimEnd();
  return [
    line(head),
    widths.map((width, column) => '─'.repeat(column === last ? Math.min(width, MOST_RULE) : width)).join('  '),
    ...rows.map(line),
  ].join('\n');
}

const MOST_RULE = 24;

const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, letter) =>
      sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(letter) ? 2 : 1),
    0,
  );
const pad = (text: string, width: number, right: boolean): string =>
  right ? ' '.repeat(Math.max(0, width - widthOf(text))) + text : text + ' '.repeat(Math.max(0, width - widthOf(text)));
