import { type Bitmask, count } from '../../data/events/bitmask.ts';
import type { StepInput } from '../automatic/kind/step.ts';

/** Events that are kept or left together: whole words of a mask, and few enough to follow changes over time. */
const BLOCK = 2048;

/** The same input with about so many of its events, in blocks evenly over the file: for bounds that more events would not place better. */
export function thinned(input: StepInput, events: number): StepInput {
  const every = Math.floor(input.parts.reduce((sum, { eventCount }) => sum + eventCount, 0) / events);
  if (every < 2) return input;
  const parts = input.parts.flatMap(({ columns, parent, eventCount }) =>
    Array.from({ length: Math.ceil(eventCount / (BLOCK * every)) }, (_, i) => {
      const [from, to] = [i * every * BLOCK, Math.min(eventCount, (i * every + 1) * BLOCK)];
      return {
        columns: columns.map((column) => column.subarray(from, to) as typeof column),
        parent: parent.subarray(from / 32, Math.ceil(to / 32)) as Bitmask,
        eventCount: to - from,
      };
    }),
  );
  return { ...input, parts, parentCount: parts.reduce((sum, { parent }) => sum + count(parent), 0) };
}
