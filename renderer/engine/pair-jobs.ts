import type { JobContext } from '../../core/base/workers/job-table.ts';
import { type PairAtlas, pairAtlas } from '../../core/show/plot/pair-atlas.ts';
import { coloursOf } from '../../core/show/plot/plot-kind.ts';
import { pairPictures } from '../../core/study/sample/pair-pictures.ts';
import { populationAt, type SampleArgs, withPrepared } from './kept-samples.ts';

/** All pairs of channels at once, coloured here, so that the window's own thread only shows them. */
export const pairJobs = {
  /** All pairs of channels of a population as one picture; undefined where the sample lacks the population. */
  async pairs(
    { population, channels, cell, look, ...args }: SampleArgs & PairArgs,
    { signal, throwIfCancelled }: JobContext,
  ): Promise<DrawnPairs | undefined> {
    return withPrepared(args, (prepared) => {
      const shown = populationAt(args, prepared, population, signal);
      if (shown === undefined) return undefined;
      const pairs = pairPictures(prepared, shown, channels, cell);
      const countsOf = (x: number, y: number) => {
        throwIfCancelled();
        return pairs.counts(x, y);
      };
      const { looked, count } = pairs;
      return { ...pairAtlas(channels.length, cell, countsOf, coloursOf({ kind: 'density', ...look })), looked, count };
    });
  },
};

export interface PairArgs {
  readonly population: string;
  /** $PnN. */
  readonly channels: readonly string[];
  /** Pixels along a side of a small picture. */
  readonly cell: number;
  readonly look: PairLook;
}

export type PairLook = Omit<Parameters<typeof coloursOf>[0], 'kind'>;

/** All pairs as one picture, and of how many of the events. */
export interface DrawnPairs extends PairAtlas {
  readonly looked: number;
  readonly count: number;
}
