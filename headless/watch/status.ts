import type { Language } from '../../core/base/message.ts';
import type { Verdict } from '../../core/study/verdict/run-verdict.ts';
import type { FileVerdict } from '../archive/watch-verdicts.ts';
import { writeWhole } from '../files/write-file.ts';

/** How a rule stands just now. */
export interface RuleState {
  readonly rule: string;
  readonly folder: string;
  /** Why the folder cannot be read, until it can. */
  readonly away?: { readonly [L in Language]: string };
  /** Why its table cannot be written, until it can. */
  readonly unwritten?: { readonly [L in Language]: string };
  /** Files that are being written, or are not whole yet. */
  readonly waiting: number;
  readonly last?: Pick<FileVerdict, 'path' | 'verdict' | 'at'>;
}

export interface WatchStatus {
  /** ISO 8601, UTC: a status that is old is one of a program that ended. */
  readonly at: string;
  /** The worst of the rules' last verdicts; a folder that is away asks for a look. */
  readonly state: Verdict;
  readonly rules: readonly RuleState[];
  /** The newest first. */
  readonly verdicts: readonly FileVerdict[];
}

export function statusOf(at: string, rules: readonly RuleState[], verdicts: readonly FileVerdict[]): WatchStatus {
  const states = rules.flatMap(({ last, away, unwritten }): readonly Verdict[] => [
    ...(last === undefined ? [] : [last.verdict]),
    ...(away === undefined && unwritten === undefined ? [] : (['look'] as const)),
  ]);
  const state = (['stop', 'look'] as const).find((one) => states.includes(one)) ?? 'pass';
  return { at, state, rules, verdicts };
}

/** The status as a file for other programs, whole at any moment. */
export const writeStatus = (file: string, status: WatchStatus): Promise<void> =>
  writeWhole(file, async (out) => {
    out.end(`${JSON.stringify(status, null, 2)}\n`);
  });
