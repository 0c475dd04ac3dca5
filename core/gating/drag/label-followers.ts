import type { Bitmask } from '../../data/events/bitmask.ts';

/** Each event of a range with one number that says which masks hold it; 0 for none of them. */
export interface FollowerLabels {
  /** By event from the start of the range. */
  readonly labels: Uint16Array;
  /** For each label, the masks that hold its events, by their places. */
  readonly masksOf: readonly (readonly number[])[];
}

const MOST_LABELS = 65_536;

/** By the masks of one range. Undefined where they are of more kinds than there are labels. */
export function labelFollowers(masks: readonly Bitmask[], eventCount: number): FollowerLabels | undefined {
  const labels = new Uint16Array(eventCount);
  const masksOf: (readonly number[])[] = [[]];
  const words = Math.ceil(eventCount / 32);
  for (const [place, mask] of masks.entries()) {
    const next = new Uint16Array(masksOf.length);
    for (let i = 0; i < words; i++) {
      for (let word = mask[i]!; word !== 0; word &= word - 1) {
        const event = i * 32 + 31 - Math.clz32(word & -word);
        const label = labels[event]!;
        if (next[label] === 0) {
          if (masksOf.length === MOST_LABELS) return undefined;
          next[label] = masksOf.length;
          masksOf.push([...masksOf[label]!, place]);
        }
        labels[event] = next[label]!;
      }
    }
  }
  return { labels, masksOf };
}
