import type { AxisPrior } from './axis-prior.ts';
import { type CutPrior, movedPrior } from './cut-prior.ts';
import type { SameRun } from './same-run.ts';

/** An axis of a step of which other files of a run, and gates that persons placed, can say something. */
export interface LearningAxis<S> {
  /** Its place among the step's dimensions. */
  readonly axis: number;
  readonly sameRun: (step: S) => SameRun | undefined;
  readonly withSameRun: (step: S, sameRun: SameRun | undefined) => S;
  /** Told of cuts that persons placed, as shares of the way from the scale's zero to its top. */
  readonly towards: (step: S, places: readonly number[]) => S;
}

/** The axis of a step with one prior. */
export const onlyAxis = <S extends { readonly prior: CutPrior; readonly sameRun?: SameRun | undefined }>(): readonly LearningAxis<S>[] => [
  {
    axis: 0,
    sameRun: ({ sameRun }) => sameRun,
    withSameRun: withRun,
    towards: (step, places) => ({ ...step, prior: movedPrior(step.prior, places) }),
  },
];

/** The step, or one axis of it, with what a run says. */
export function withRun<T extends { readonly sameRun?: SameRun | undefined }>(of: T, sameRun: SameRun | undefined): T {
  const { sameRun: _, ...rest } = of;
  return (sameRun === undefined ? rest : { ...of, sameRun }) as T;
}

/** Where the cut is expected elsewhere, so are the positive events: the negatives are read from every file. */
export function movedAxis(axis: AxisPrior, places: readonly number[]): AxisPrior {
  const prior = movedPrior(axis, places);
  return { ...axis, ...prior, positive: { ...axis.positive, at: axis.positive.at + prior.expected - axis.expected } };
}
