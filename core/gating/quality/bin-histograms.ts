import type { QualityChannel } from './quality.ts';

export const LOW = -0.2;
export const HIGH = 1.1;
export const LEVELS = 260;

/** Counts of a channel by level of its scale, in bins of equally many events in their order: one pass serves every check. */
export interface BinHistograms {
  readonly channel: string;
  readonly bins: number;
  readonly eventsPerBin: number;
  /** bins x LEVELS; off-scale values are in no level. */
  readonly counts: Uint32Array;
}

export function histogramsOf({ id, parts }: QualityChannel, eventCount: number, eventsPerBin: number): BinHistograms {
  const bins = Math.max(1, Math.floor(eventCount / eventsPerBin));
  const counts = new Uint32Array(bins * LEVELS);
  let [event, bin] = [0, 0];
  for (const part of parts) {
    for (let from = 0; from < part.length; ) {
      // the last bin takes what is left
      const to = bin === bins - 1 ? part.length : Math.min(part.length, from + (bin + 1) * eventsPerBin - event);
      countLevels(counts, bin * LEVELS, part, from, to);
      event += to - from;
      from = to;
      if (event === (bin + 1) * eventsPerBin && bin < bins - 1) bin++;
    }
  }
  return { channel: id, bins, eventsPerBin, counts };
}

function countLevels(counts: Uint32Array, base: number, values: ArrayLike<number>, from: number, to: number): void {
  const scale = LEVELS / (HIGH - LOW);
  for (let i = from; i < to; i++) {
    const level = (values[i]! - LOW) * scale;
    if (level >= 0 && level < LEVELS) counts[base + (level | 0)]!++;
  }
}
