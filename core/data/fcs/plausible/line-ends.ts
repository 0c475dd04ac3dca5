import type { SampledRows } from './sampled-rows.ts';

const [LINE_FEED, RETURN] = [10, 13];
/** So many line feeds, all of them behind a return, are no chance. */
const FEWEST = 20;
const SHARE = 0.98;

/** Whether a program that takes files for text has put a return before every line feed. */
export function hasConvertedLines({ runs }: SampledRows): boolean {
  let [feeds, behindReturn] = [0, 0];
  for (const run of runs)
    for (let at = 1; at < run.length; at++) {
      if (run[at] !== LINE_FEED) continue;
      feeds++;
      if (run[at - 1] === RETURN) behindReturn++;
    }
  return feeds >= FEWEST && behindReturn >= SHARE * feeds;
}
