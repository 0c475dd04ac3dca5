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
  const scale = LEVELS / (HIGH - LOW);
  let [event, bin, next] = [0, 0, eventsPerBin];
  for (const part of parts) {
    for (let i = 0; i < part.length; i++, event++) {
      if (event === next && bin < bins - 1) {
        bin++;
        next += eventsPerBin;
      }
      const level = (part[i]! - LOW) * scale;
      if (level >= 0 && level < LEVELS) counts[bin * LEVELS + Math.floor(level)]!++;
    }
  }
  return { channel: id, bins, eventsPerBin, counts };
}
