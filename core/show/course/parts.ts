import type { Language } from '../../base/message.ts';
import { countsNk } from '../../study/course/given-dose.ts';
import type { PatientCourse } from '../../study/course/patient-course.ts';
import { nameOf } from './panel-name.ts';
import { translator } from './words.ts';

/** What the picture of a course is made of, from top to bottom: doses, each panel, therapies, notes. */
export interface CoursePart {
  /** `doses`, the key of a panel, `therapies` or `notes`. */
  readonly id: string;
  readonly title: string;
}

/** What a person chose to see, and in which order; what is not named stands at the end. */
export interface PartsChoice {
  readonly order?: readonly string[] | undefined;
  readonly hidden?: readonly string[] | undefined;
}

/** All parts of a course in the order that is wished for. */
export function orderedParts(course: PatientCourse, language: Language, { order = [] }: PartsChoice = {}): readonly CoursePart[] {
  const t = translator(language);
  const parts: readonly CoursePart[] = [
    ...(course.doses.length > 0 ? [{ id: 'doses', title: t(countsNk(course.doses) ? 'nkDoses' : 'doses') }] : []),
    ...course.panels.map((panel) => ({ id: panel.key, title: nameOf(panel, language) })),
    ...(course.lanes.length > 0 ? [{ id: 'therapies', title: t('therapy') }] : []),
    ...(course.notes.length > 0 ? [{ id: 'notes', title: t('notes') }] : []),
  ];
  const place = ({ id }: CoursePart) => (order.includes(id) ? order.indexOf(id) : order.length);
  return parts.toSorted((a, b) => place(a) - place(b));
}

/** Those that are shown. */
export const shownParts = (course: PatientCourse, language: Language, choice: PartsChoice = {}): readonly CoursePart[] =>
  orderedParts(course, language, choice).filter(({ id }) => choice.hidden?.includes(id) !== true);
