import type { Book, SpecifiedTest, StandingTest, TestResult, TestVerdict } from './book.ts';
import { lineOf } from './lineage.ts';

/** The tests of a lot that stand: the version of the document that was set last. */
export const specificationOf = ({ specifications }: Book, lot: string): Book['specifications'][number] | undefined =>
  specifications.findLast((one) => one.lot === lot);

/**
 * Every test of the lots that stand against materials: of each the last result, once for the whole lot and once for every material that was tested on
 * the way to them; one that has none is not done. Tests of a lot stand against all that holds its cells.
 */
export function standingTests(book: Book, lots: readonly string[], materials: readonly string[]): readonly StandingTest[] {
  const line = new Set(materials.flatMap((id) => [...lineOf(book, id)]));
  return lots.flatMap((lot): readonly StandingTest[] => {
    const last = new Map<string, TestResult>();
    for (const one of book.tests)
      if (one.lot === lot && (one.material === undefined || line.has(one.material))) last.set(`${one.test}\n${one.material ?? ''}`, one);
    const results = [...last.values()];
    const tests = specificationOf(book, lot)?.tests ?? [];
    const specified = tests.flatMap((test): readonly StandingTest[] => {
      const own = results.filter((result) => result.test === test.test);
      if (own.length === 0) return [{ lot, test: test.test, verdict: 'not-done', specified: test }];
      return own.map((result) => ({ ...result, specified: test }));
    });
    const named = new Set(tests.map(({ test }) => test));
    return [...specified, ...results.filter(({ test }) => !named.has(test))];
  });
}

/** What stands in the way of a full release. */
export const againstRelease = (tests: readonly StandingTest[]): readonly StandingTest[] =>
  tests.filter(({ verdict, specified }) => {
    if (specified === undefined) return verdict === 'fail' || verdict === 'pending';
    return specified.needed === 'follow-up' ? verdict === 'fail' : verdict !== 'pass';
  });

/** What stands in the way of a conditional one, where some tests are named as open. */
export const againstConditional = (tests: readonly StandingTest[], named: readonly string[]): readonly StandingTest[] =>
  againstRelease(tests).filter(
    ({ test, verdict, specified }) =>
      verdict === 'fail' || !named.includes(test) || (specified !== undefined && specified.needed !== 'conditional-release'),
  );

/** A value as it was measured: a number, below one, or above one. */
interface TestValue {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A value against the limit of a test. Undefined where it cannot be said: "<5" against at least 3. */
export function judgeValue(
  { value, low, high }: TestValue,
  { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }: SpecifiedTest,
): { readonly verdict: Extract<TestVerdict, 'pass' | 'fail'>; readonly near: boolean } | undefined {
  const isBound = !Number.isFinite(low) || !Number.isFinite(high);
  if (isBound) {
    if (low >= atLeast && high <= atMost) return { verdict: 'pass', near: false };
    return high < atLeast || low > atMost ? { verdict: 'fail', near: false } : undefined;
  }
  const holds = (limit: number) => low < high && low <= limit && limit <= high;
  return { verdict: value >= atLeast && value <= atMost ? 'pass' : 'fail', near: holds(atLeast) || holds(atMost) };
}
