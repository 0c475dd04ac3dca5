import type { Language } from '../../base/message.ts';
import { observationKinds } from '../../study/course/observation-kinds.ts';
import type { CoursePanel } from '../../study/course/patient-course.ts';
import { formatValue } from '../plot/number-format.ts';
import { translator } from './words.ts';

/** What a panel shows and how it was measured. */
export function nameOf({ kind, target, et, hours, method, unit, isProduct }: CoursePanel, language: Language): string {
  const how = [
    isProduct ? translator(language)('ofProduct') : undefined,
    method,
    target,
    et === undefined ? undefined : `${formatValue(et)}:1`,
    hours === undefined ? undefined : `${formatValue(hours)} h`,
  ].filter((part) => part !== undefined);
  return `${observationKinds[kind].words[language]}${how.length === 0 ? '' : ` (${how.join(', ')})`}, ${unit}`;
}
