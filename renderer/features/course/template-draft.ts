import { checkDocumentOf } from '../../../core/base/json-document.ts';
import { type CourseTemplate, courseTemplateSchema } from '../../../core/study/course/course-table.ts';
import { type ObservationName, observationKinds } from '../../../core/study/course/observation-kinds.ts';
import { parseNumber } from '../../ui/parse-number.ts';

/** What a column of a hospital's table holds, as it is chosen in the window. */
export interface ColumnDraft {
  readonly holds: 'nothing' | 'date' | 'time' | 'donor' | ObservationName;
  readonly unit?: string | undefined;
  readonly method?: string | undefined;
  readonly target?: string | undefined;
  readonly et?: string | undefined;
  readonly hours?: string | undefined;
  readonly low?: string | undefined;
  readonly high?: string | undefined;
}

export interface TemplateDraft {
  readonly name: string;
  readonly donor: string;
  readonly laboratory: string;
  readonly columns: { readonly [column: string]: ColumnDraft };
}

export const kindNames = Object.keys(observationKinds) as readonly ObservationName[];
const isKind = (holds: ColumnDraft['holds']): holds is ObservationName => kindNames.some((name) => name === holds);

/** The template that was drafted. Throws `course-template-invalid` for what is missing. */
export function templateOf({ name, donor, laboratory, columns }: TemplateDraft): CourseTemplate {
  const columnOf = (holds: ColumnDraft['holds']) => Object.entries(columns).find(([, column]) => column.holds === holds)?.[0];
  const [donorColumn, timeColumn] = [columnOf('donor'), columnOf('time')];
  const text = (written: string | undefined) => written?.trim() || undefined;
  const number = (written: string | undefined) => (text(written) === undefined ? undefined : (parseNumber(written!) ?? written));
  const kept = (fields: object) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const told = Object.entries(columns).flatMap(([column, { holds, unit, method, target, et, hours, low, high }]) => {
    if (!isKind(holds)) return [];
    const reference = text(low) === undefined && text(high) === undefined ? undefined : kept({ low: number(low), high: number(high) });
    const own = observationKinds[holds].units[0]?.names[0];
    const more = { method: text(method), target: text(target), et: number(et), hours: number(hours), reference };
    return [kept({ column, kind: holds, unit: unit ?? own, ...more })];
  });
  const document = kept({
    ...{ format: 'lymphoscope-course-template', version: 1, name: name.trim(), dateColumn: columnOf('date'), columns: told },
    ...{ donor: donorColumn === undefined ? text(donor) : undefined, donorColumn, timeColumn, laboratory: text(laboratory) },
  });
  return checkDocumentOf(document, {
    code: 'course-template-invalid',
    name: { en: 'template of a table', ja: '表のテンプレート' },
    schema: courseTemplateSchema,
  });
}

/** A kept template, to be looked at and used again. */
export function draftOf(template: CourseTemplate): TemplateDraft {
  const written = (value: number | undefined) => (value === undefined ? undefined : String(value));
  const columns: { [column: string]: ColumnDraft } = { [template.dateColumn]: { holds: 'date' } };
  if (template.timeColumn !== undefined) columns[template.timeColumn] = { holds: 'time' };
  if (template.donorColumn !== undefined) columns[template.donorColumn] = { holds: 'donor' };
  for (const { column, kind, unit, method, target, et, hours, reference } of template.columns)
    columns[column] = {
      ...{ holds: kind, unit, method, target, et: written(et), hours: written(hours) },
      ...{ low: written(reference?.low), high: written(reference?.high) },
    };
  return { name: template.name, donor: template.donor ?? '', laboratory: template.laboratory ?? '', columns };
}
