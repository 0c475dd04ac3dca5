import { type BlandAltman, blandAltman } from './bland-altman.ts';
import type { RunComparison } from './compare-analyses.ts';

export interface ComparedRun extends RunComparison {
  readonly id: string;
  readonly name: string;
}

export interface RunsSummary {
  readonly runs: number;
  readonly changed: number;
  readonly flippedCalls: number;
  readonly flippedLimits: number;
  /** How many runs went from one call to another, most first. */
  readonly flips: readonly { readonly before: string; readonly after: string; readonly runs: number }[];
  /** By path of the population, those with the largest bias first; populations that both have in three runs at least. */
  readonly agreement: readonly { readonly path: string; readonly agreement: BlandAltman }[];
}

/** Adds up comparisons run by run; takes no more memory than a few numbers a run and population. */
export function createSummary() {
  const pairs = new Map<string, { before: number; after: number }[]>();
  const flips = new Map<string, { readonly before: string; readonly after: string; runs: number }>();
  let [runs, changed, flippedCalls, flippedLimits] = [0, 0, 0, 0];
  return {
    add({ populations, call, limits, changed: isChanged }: RunComparison): void {
      runs += 1;
      if (isChanged) changed += 1;
      if (limits.length > 0) flippedLimits += 1;
      if (call.flipped) {
        flippedCalls += 1;
        const [before, after] = [callText(call.before), callText(call.after)];
        const known = flips.get(`${before} ${after}`) ?? { before, after, runs: 0 };
        flips.set(`${before} ${after}`, { ...known, runs: known.runs + 1 });
      }
      for (const { path, before, after } of populations) {
        if (before?.percent === undefined || after?.percent === undefined) continue;
        const known = pairs.get(path) ?? [];
        known.push({ before: before.percent, after: after.percent });
        pairs.set(path, known);
      }
    },
    summary(): RunsSummary {
      const agreement = [...pairs]
        .flatMap(([path, of]) => {
          const found = blandAltman(of);
          return found === undefined ? [] : [{ path, agreement: found }];
        })
        .sort((a, b) => Math.abs(b.agreement.bias) - Math.abs(a.agreement.bias));
      return { runs, changed, flippedCalls, flippedLimits, flips: [...flips.values()].sort((a, b) => b.runs - a.runs), agreement };
    },
  };
}

const callText = ({ group, method }: { readonly group: string; readonly method: string }): string =>
  method === 'indeterminate' || method === '' ? group : `${group}: ${method}`;
