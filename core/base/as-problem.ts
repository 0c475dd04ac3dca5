import { Problem } from './problem.ts';

/**
 * What ended the work on one sample, as a problem of that sample, so that it ends no other: a Problem as it is, anything unforeseen as
 * `analysis-crashed` with the error as its cause. Throws on what was given up (an AbortError), for nothing went wrong there.
 */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Error && error.name === 'AbortError') throw error;
  const problem = new Problem('analysis-crashed', crashed, { why: error instanceof Error ? error.message : String(error) });
  problem.cause = error;
  return problem;
}

const crashed = {
  en: 'The analysis of this sample stopped at a mistake in the software ({why}). Other samples are not touched by it.',
  ja: 'ソフトウェアの不具合により、この検体の解析が中断されました({why})。ほかの検体には影響しません。',
};
