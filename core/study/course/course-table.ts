import * as z from 'zod';
import { checkDocumentOf, readJsonDocument } from '../../base/json-document.ts';
import { Problem } from '../../base/problem.ts';
import { rule } from '../../base/rule.ts';
import { readTable } from '../../base/tables/read-table.ts';
import { type DateRefusal, readWrittenDate } from '../../base/written-date.ts';
import { checkObservation, type Observation, observationSchema, readValue } from './observation.ts';
import { type ObservationName, observationKinds } from './observation-kinds.ts';

const text = z.string().trim().min(1).max(200);
const names = Object.keys(observationKinds) as [ObservationName, ...ObservationName[]];

/** Which columns of a hospital's table hold what: written once, kept as a file. */
export const courseTemplateSchema = z.strictObject({
  format: z.literal('lymphoscope-course-template'),
  version: z.literal(1),
  name: text,
  /** The pseudonym of all rows, or the column that holds it. */
  donor: text.optional(),
  donorColumn: text.optional(),
  dateColumn: text,
  timeColumn: text.optional(),
  laboratory: text.optional(),
  columns: z
    .array(
      z.strictObject({
        column: text,
        kind: z.enum(names),
        unit: text.optional(),
        method: text.optional(),
        target: text.optional(),
        et: z.number().gt(0).optional(),
        hours: z.number().gt(0).optional(),
        reference: z.strictObject({ low: z.number().optional(), high: z.number().optional() }).optional(),
      }),
    )
    .min(1)
    .max(100)
    .refine(
      (given) => new Set(given.map(({ column }) => column.normalize('NFKC'))).size === given.length,
      rule({ en: 'a column is named twice', ja: '同じ列が2回指定されています' }),
    ),
});
export type CourseTemplate = Readonly<z.infer<typeof courseTemplateSchema>>;

/** Reads a template from JSON text. Throws `course-template-invalid` with the place in the document. */
export const parseCourseTemplate = (json: string): CourseTemplate =>
  readJsonDocument(json, {
    code: 'course-template-invalid',
    name: { en: 'template of a table', ja: '表のテンプレート' },
    schema: courseTemplateSchema,
  });

/** A cell that is not taken, and why. */
export interface Doubt {
  readonly line: number;
  readonly column: string;
  readonly problem: Problem;
}

export interface ReadCourse {
  readonly observations: readonly Observation[];
  readonly doubts: readonly Doubt[];
}

/** The observations that no doubt is about. */
export function withoutDoubts({ observations, doubts }: ReadCourse, file: string): readonly Observation[] {
  const doubted = new Set(doubts.map(({ line, column }) => `${line}:${column}`));
  return observations.filter(({ id }) => !doubted.has(id.slice(file.length + 1)));
}

/**
 * Observations of a table: one a cell that is filled. What cannot be read is a doubt with its row and column; the rest is there.
 * @throws Problem `course-columns` where a column of the template is not in the table
 */
export function readCourseTable(
  input: Uint8Array | string,
  template: CourseTemplate,
  { file, by }: { readonly file: string; readonly by: string },
): ReadCourse {
  const { rows } = readTable(input);
  const [head, ...body] = rows;
  const at = (name: string | undefined): number => {
    if (name === undefined) return -1;
    const place = (head?.cells ?? []).findIndex((cell) => cell.normalize('NFKC').trim() === name.normalize('NFKC').trim());
    if (place < 0) throw new Problem('course-columns', noColumn, { column: name }, { line: head?.line ?? 1 });
    return place;
  };
  const places = { donor: at(template.donorColumn), date: at(template.dateColumn), time: at(template.timeColumn) };
  const columns = template.columns.map((column) => ({ ...column, place: at(column.column) }));
  const observations: Observation[] = [];
  const doubts: Doubt[] = [];
  for (const { line, cells } of body) {
    const doubt = (column: string, problem: Problem) => doubts.push({ line, column, problem });
    const date = readWrittenDate(cells[places.date] ?? '');
    if ('refusal' in date) {
      doubt(template.dateColumn, new Problem(date.refusal, dateSentences[date.refusal], { written: cells[places.date] ?? '' }, { line }));
      continue;
    }
    const donor = places.donor < 0 ? template.donor : cells[places.donor];
    if (donor === undefined || donor === '') {
      doubt(template.donorColumn ?? '', new Problem('course-donor', noDonor, {}, { line }));
      continue;
    }
    const clock = places.time < 0 ? '' : (cells[places.time] ?? '');
    const time = clockOf(clock);
    if (clock !== '' && time === undefined) {
      doubt(template.timeColumn ?? '', new Problem('course-clock', noClock, { written: clock }, { line }));
      continue;
    }
    for (const { column, kind, unit, place, ...beside } of columns) {
      const written = cells[place] ?? '';
      if (written === '') continue;
      try {
        const id = `${file}:${line}:${column}`;
        const observation = checkDocumentOf(
          {
            ...{ id, donor, kind, on: date.day, source: `${file}, ${line}`, by },
            ...(time === undefined ? {} : { time }),
            ...(template.laboratory === undefined ? {} : { laboratory: template.laboratory }),
            ...beside,
            ...readValue(kind, written, unit),
          },
          { code: 'course-invalid', name: observationKinds[kind].words, schema: observationSchema },
        );
        checkObservation(observation);
        observations.push(observation);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        doubt(column, error);
      }
    }
  }
  return { observations, doubts: [...doubts, ...contradictions(observations)] };
}

/** A clock as people write it, `9:5`, `９時５分`, `14:05:30`; undefined of none. */
function clockOf(written: string): string | undefined {
  const found = /^(\d{1,2})[:時](\d{1,2})(?:分|:[0-5]\d)?$/.exec(written.normalize('NFKC').trim());
  if (found === null || Number(found[1]) > 23 || Number(found[2]) > 59) return undefined;
  return `${found[1]!.padStart(2, '0')}:${found[2]!.padStart(2, '0')}`;
}

/** Two values of one kind, donor and time that differ. */
function contradictions(observations: readonly Observation[]): readonly Doubt[] {
  const seen = new Map<string, Observation>();
  const doubts: Doubt[] = [];
  for (const one of observations) {
    const key = [one.donor, one.kind, one.on, one.time, one.method, one.target, one.et, one.hours].join('|');
    const other = seen.get(key);
    if (other !== undefined && (other.value !== one.value || other.text !== one.text || other.censored !== one.censored)) {
      // neither is known to be the right one
      const written = ({ value, text: words }: Observation): string => String(value ?? words);
      for (const [doubted, against] of [
        [other, one],
        [one, other],
      ] as const) {
        const [, line = '0', column = ''] = doubted.id.split(/:(\d+):/);
        const values = { on: one.on, value: written(doubted), other: written(against) };
        doubts.push({ line: Number(line), column, problem: new Problem('course-contradicts', contradicts, values) });
      }
    }
    seen.set(key, one);
  }
  return doubts;
}

const dateSentences: { readonly [R in DateRefusal]: { readonly en: string; readonly ja: string } } = {
  'date-unreadable': { en: '"{written}" is no date.', ja: '「{written}」は日付として読み取れません。' },
  'date-impossible': { en: 'There is no day "{written}".', ja: '「{written}」という日付は存在しません。' },
  'date-outside-era': { en: '"{written}" lies outside its era.', ja: '「{written}」は元号の期間外です。' },
  'date-ambiguous': {
    en: '"{written}" can be read in two ways: write the year first, with four digits.',
    ja: '「{written}」は一意に読み取れません。年を4桁で先頭に書いてください。',
  },
};
const noColumn = { en: 'The table has no column "{column}".', ja: '表に「{column}」列がありません。' };
const noClock = { en: '"{written}" is no time of day.', ja: '「{written}」は時刻として読み取れません。' };
const noDonor = { en: 'The row names no donor.', ja: 'ドナーの記載がない行です。' };
const contradicts = {
  en: 'On {on} the same was measured twice: {other} and {value}.',
  ja: '{on}の同じ項目に異なる値があります({other}と{value})。',
};
