import type { Bitmask } from '../data/events/bitmask.ts';

/** Each event with one small number that says to which of some populations it belongs. */
export interface EventLabels {
  readonly labels: Uint8Array;
  /** For each label, the populations that its events belong to, by their place among the masks. */
  readonly populationsOf: readonly (readonly number[])[];
}

/** As many as histograms by labels have room for. */
const MOST_LABELS = 128;

/**
 * Labels for as many populations as there are labels for, then for the next ones. A tree of gates needs about two labels a
 * population; populations that overlap at random need more, and so more than one set of labels.
 */
export function labelEvents(masks: readonly Bitmask[], eventCount: number): readonly EventLabels[] {
  const groups: EventLabels[] = [];
  let group = noLabels(eventCount);
  masks.forEach((mask, population) => {
    if (addPopulation(group, mask, population)) return;
    groups.push(group);
    group = noLabels(eventCount);
    addPopulation(group, mask, population);
  });
  return [...groups, group];
}

interface OpenLabels extends EventLabels {
  readonly populationsOf: (readonly number[])[];
}

const noLabels = (eventCount: number): OpenLabels => ({ labels: new Uint8Array(eventCount), populationsOf: [[]] });

/** Gives the events of the mask a label of their own beside the one that they had. False where labels might run out. */
function addPopulation({ labels, populationsOf }: OpenLabels, mask: Bitmask, population: number): boolean {
  const before = populationsOf.length;
  if (2 * before > MOST_LABELS) return false;
  const next = new Uint8Array(before);
  const split = (label: number): number => {
    next[label] = populationsOf.length;
    populationsOf.push([...populationsOf[label]!, population]);
    return next[label]!;
  };
  // a loop in place: this is done for every event of every population
  for (let at = 0; at < mask.length; at++) {
    for (let word = mask[at]!; word !== 0; word &= word - 1) {
      const event = 32 * at + 31 - Math.clz32(word & -word);
      const label = labels[event]!;
      labels[event] = next[label]! || split(label);
    }
  }
  return true;
}
