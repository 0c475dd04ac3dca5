import { correctedCalcium } from './corrected-calcium.ts';
import type { GivenDose } from './given-dose.ts';
import type { Observation } from './observation.ts';
import { courseOf, type PatientCourse } from './patient-course.ts';
import type { LeftOut } from './taken.ts';

/** What the time line of a donor is made of. */
export interface CourseSource {
  /** As persons wrote them. */
  readonly observations: readonly Observation[];
  /** That follow from runs and results of the archive: nobody typed them. */
  readonly taken: readonly Observation[];
  /** What could not be placed on the time line, and why. */
  readonly left: readonly LeftOut[];
  readonly doses: readonly GivenDose[];
}

/** The course of a donor by all that is known. */
export const courseFrom = (donor: string, { observations, taken, left, doses }: CourseSource): PatientCourse => ({
  ...courseOf(donor, [...observations, ...taken, ...correctedCalcium([...observations, ...taken])], doses),
  left,
});
