import type { Finding } from '../../base/finding.ts';
import { forEachEvent } from '../../data/events/bitmask.ts';
import type { Population } from '../strategy/population.ts';

/** What a check of gating sees: populations by what they mean, and columns by panel name. */
export interface GatingCheckInput {
  readonly populations: readonly Population[];
  /** Undefined where the sample lacks the channel. Values in the order of the events. */
  scaled(id: string): Float64Array | undefined;
  linear(id: string): Float64Array | undefined;
}

/** One automated check: nothing to say where the data for it are absent. Its codes stand in core/study/sample/analysis-findings.ts. */
export type GatingCheck = (input: GatingCheckInput) => readonly Finding[];

export const byRole = ({ populations }: GatingCheckInput, role: string): Population | undefined =>
  populations.find((population) => population.role === role);

/** Values of the members of a population. */
export function valuesOf(values: Float64Array, { members, count }: Population): Float64Array {
  const out = new Float64Array(count);
  let n = 0;
  forEachEvent(members, (event) => {
    out[n++] = values[event]!;
  });
  return out.subarray(0, n);
}

export const note = (code: string, values: { readonly [name: string]: string | number }): Finding => ({ code, kind: 'note', values });

export const rounded = (value: number, digits = 2): number => Math.round(value * 10 ** digits) / 10 ** digits;
