import { has } from '../../../data/events/bitmask.ts';
import { lightOfSensitivity, rounded } from '../../density/sensitivity.ts';
import { rectangleGate } from '../../gates/rectangle/schema.ts';
import type { StepInput, StepResult } from '../kind/step.ts';

type Bounds = readonly { readonly min?: number; readonly max?: number }[];

/** Events that place the bounds and tell the doubt. */
export const ENOUGH = 200_000;

/** How uncertain a bound on the scale is: with it moved by so much the result is tried again. */
export const SHIFT = 0.04;

/** A gate of so many ranges for feeder cells, and how much it holds when its bounds give way or draw in together. */
export function feederGate(input: StepInput, bounds: (shift: number) => Bounds, code: string): StepResult & { readonly percent: number } {
  const own = bounds(0);
  const [within, wider, closer] = countWithin(input, [own, bounds(-SHIFT), bounds(SHIFT)]) as [number, number, number];
  const percentOf = (events: number) => (100 * events) / Math.max(1, input.parentCount);
  const doubt = Math.max(percentOf(wider - within), percentOf(within - closer));
  const percent = percentOf(within);
  return {
    gate: rectangleGate(own),
    light: lightOfSensitivity(doubt),
    percent,
    evidence: [{ code }, { code: 'cut-doubt', values: { doubt: rounded(doubt) } }],
  };
}

function countWithin({ parts }: StepInput, tried: readonly Bounds[]): readonly number[] {
  const dimensions = tried[0]?.length ?? 0;
  const least = Float64Array.from(tried.flatMap((bounds) => bounds.map(({ min = Number.NEGATIVE_INFINITY }) => min)));
  const most = Float64Array.from(tried.flatMap((bounds) => bounds.map(({ max = Number.POSITIVE_INFINITY }) => max)));
  const counts = new Float64Array(tried.length);
  for (const { columns, parent, eventCount } of parts)
    for (let event = 0; event < eventCount; event++) {
      if (!has(parent, event)) continue;
      for (let i = 0; i < counts.length; i++) {
        let d = 0;
        for (let at = i * dimensions; d < dimensions; d++, at++) {
          const value = columns[d]![event]!;
          if (!(value >= least[at]! && value < most[at]!)) break;
        }
        if (d === dimensions) counts[i]! += 1;
      }
    }
  return [...counts];
}
