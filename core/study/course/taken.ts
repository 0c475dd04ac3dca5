import type { Observation } from './observation.ts';

/** Observations that follow from what is kept elsewhere, and what could not be placed. */
export interface Taken {
  readonly observations: readonly Observation[];
  readonly left: readonly LeftOut[];
}

/** `no-date`: it has no day of its own. `no-ratio`: its E:T cannot be told. `not-valid`: it holds no number, or one that does not hold any more. */
export interface LeftOut {
  readonly source: string;
  readonly why: 'no-date' | 'no-ratio' | 'not-valid';
}

/** Who says so where no person typed it. */
export const takenBy = 'Lymphoscope';

export const joinTaken = (parts: readonly Taken[]): Taken => ({
  observations: parts.flatMap(({ observations }) => observations),
  left: parts.flatMap(({ left }) => left),
});
