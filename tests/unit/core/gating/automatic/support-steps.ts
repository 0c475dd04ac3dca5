import { fullMask } from '../../../../../core/data/events/bitmask.ts';
import type { ScaledColumn } from '../../../../../core/data/events/event-table.ts';
import type { StepInput } from '../../../../../core/gating/automatic/kind/step.ts';
import { type Random, seedRandom } from '../../../../../test-data/random.ts';

/** A round cluster on the display scale: events, then mean and spread by dimension. */
export interface Blob {
  readonly events: number;
  readonly at: readonly (readonly [mean: number, spread: number])[];
}

/** Events of clusters as a step sees them, zeros of the scales at 0.15. */
export function inputOf(blobs: readonly Blob[], seed: string | number = 1, zero = 0.15): StepInput {
  const random: Random = seedRandom(seed);
  const dimensions = blobs[0]!.at.length;
  const total = blobs.reduce((sum, { events }) => sum + events, 0);
  const columns = Array.from({ length: dimensions }, () => new Float64Array(total));
  let event = 0;
  for (const { events, at } of blobs)
    for (let i = 0; i < events; i++, event++)
      for (const [d, [mean, spread]] of at.entries()) columns[d]![event] = mean + spread * random.normal();
  return stepInput(columns, zero);
}

export const stepInput = (columns: readonly Float64Array[], zero = 0.15): StepInput => ({
  parts: [{ columns: columns as readonly ScaledColumn[], parent: fullMask(columns[0]!.length), eventCount: columns[0]!.length }],
  zeros: columns.map(() => zero),
  scales: columns.map(() => (position: number) => position),
  parentCount: columns[0]!.length,
});
