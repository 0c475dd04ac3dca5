import type { QualityChannel, QualityInput } from '../../../../../core/gating/quality/quality.ts';
import { seedRandom } from '../../../../../test-data/random.ts';

/** A steady acquisition of two channels with two peaks each, with a clock of 10 ms ticks; `change` is applied to channel A. */
export function acquisition(events: number, change: (value: number, event: number) => number = (value) => value, seed = 1): QualityInput {
  const random = seedRandom(seed);
  const time = new Float64Array(events);
  let now = 0;
  const channel = (id: string, apply: (value: number, event: number) => number): QualityChannel => ({
    id,
    kind: 'fluorescence',
    parts: [Float64Array.from({ length: events }, (_, event) => apply((random.chance(0.4) ? 0.65 : 0.2) + 0.05 * random.normal(), event))],
  });
  for (let event = 0; event < events; event++) {
    now += random.exponential(0.25);
    time[event] = Math.floor(now);
  }
  return { eventCount: events, time: [time], secondsPerTick: 0.01, channels: [channel('A', change), channel('B', (value) => value)] };
}
