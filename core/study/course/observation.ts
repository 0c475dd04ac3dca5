import * as z from 'zod';
import { Problem } from '../../base/problem.ts';
import { rule } from '../../base/rule.ts';
import { withoutThousands } from '../../base/tables/table-number.ts';
import { kindOf, type ObservationName, observationKinds } from './observation-kinds.ts';

const text = z.string().trim().min(1).max(500);
const names = Object.keys(observationKinds) as [ObservationName, ...ObservationName[]];

/** One thing that was seen of a donor, who is a pseudonym. Nothing of it is ever changed; a wrong one is voided. */
export const observationSchema = z
  .strictObject({
    id: z.string().trim().min(1).max(100),
    donor: z.string().trim().min(1).max(100),
    kind: z.enum(names),
    /** Local date, and clock where it is known. */
    on: z.iso.date(),
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
    /** In the kind's own unit. */
    value: z.number().optional(),
    /** The value is a limit: less, or more, than it. */
    censored: z.enum(['below', 'above']).optional(),
    /** What was written where it is no number: 陰性, 測定不能. */
    text: text.optional(),
    /** Confidence limits of the value, as its source gives them. */
    low: z.number().optional(),
    high: z.number().optional(),
    /** Of cells of this lot, not of the donor's blood: the two never share a line. */
    lot: text.optional(),
    /** What the control donor of the same plate gave at this E:T. */
    control: z.strictObject({ value: z.number(), donor: text.optional() }).optional(),
    /** What it comes from is not valid by its own rules: it is shown, marked, and enters nothing. */
    invalid: z.literal(true).optional(),
    method: text.optional(),
    laboratory: text.optional(),
    /** As that laboratory printed it, in the kind's own unit. */
    reference: z.strictObject({ low: z.number().optional(), high: z.number().optional() }).optional(),
    /** Of a killing assay: target, effectors for one target, hours. */
    target: text.optional(),
    et: z.number().gt(0).optional(),
    hours: z.number().gt(0).optional(),
    /** CTCAE grade, entered by a person. */
    grade: z.int().min(1).max(5).optional(),
    /** Last day of a therapy. */
    until: z.iso.date().optional(),
    /** Where it comes from: a file with its row, a run, a plate. */
    source: text,
    by: text,
  })
  .refine(
    ({ value, text: written, kind }) => value !== undefined || written !== undefined || kind === 'therapy',
    rule({ en: 'an observation has a value or a text', ja: '値または文字の記載が必要です' }),
  );
export type Observation = Readonly<z.infer<typeof observationSchema>>;

/** What a cell of a table or a form says: a number, a limit, or words that are none. */
export type ReadValue = Pick<Observation, 'value' | 'censored' | 'text'>;

/**
 * A value in the kind's own unit. "<0.05" and ">10000" stay limits, 陰性 and 測定不能 stay words: none becomes 0.
 * @throws Problem `course-value`, `course-unit`, `course-range` and, of a temperature in °F, `course-fahrenheit`
 */
export function readValue(kind: ObservationName, written: string, unit: string | undefined): ReadValue {
  const { units, range } = kindOf(kind);
  if (units.length === 0) return { text: written.trim() };
  const bare = withoutThousands(written.normalize('NFKC'));
  const found = /^([<>]=?|[≦≧≤≥]|以下|未満)?([+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(以下|未満|以上|超)?$/i.exec(bare ?? '');
  if (found === null) {
    // a number with anything beside it may be one with a flag; what begins with a word, and 1+, is none
    if (/^[<>≦≧≤≥+-]*[\d.,\s]+(?!\+$|[\d.,\s])/.test(written.normalize('NFKC').trim()))
      throw new Problem('course-value', noNumber, { written });
    return { text: written.trim() };
  }
  const wanted = unit?.normalize('NFKC').trim();
  const own = wanted === undefined ? units[0] : units.find(({ names: known }) => known.some((name) => name.normalize('NFKC') === wanted));
  if (own === undefined)
    throw new Problem('course-unit', noUnit, { unit: unit ?? '', known: units.flatMap(({ names: known }) => known[0] ?? []).join(', ') });
  const value = Number((Number(found[2]) * own.factor).toPrecision(12));
  if (range !== undefined) checkRange(kind, value, written, range);
  const sign = `${found[1] ?? ''}${found[3] ?? ''}`;
  if (sign === '') return { value };
  return { value, censored: /[<≦≤]|以下|未満/.test(sign) ? 'below' : 'above' };
}

function checkRange(kind: ObservationName, value: number, written: string, [low, high]: readonly [number, number]): void {
  if (value >= low && value <= high) return;
  if (kind === 'temperature' && value > 90 && value < 115) throw new Problem('course-fahrenheit', fahrenheit, { written });
  throw new Problem('course-range', outside, { written, low, high });
}

/** Throws `course-range` for no value of its kind, `course-needs` where a value belongs to no series, `course-reference` for an interval upside down. */
export function checkObservation(observation: Observation): void {
  const missing = (kindOf(observation.kind).needs ?? []).find((field) => observation[field] === undefined);
  if (missing !== undefined && observation.value !== undefined)
    throw new Problem('course-needs', needs, { field: missing, ...neededWords[missing] });
  const { range } = kindOf(observation.kind);
  if (observation.value !== undefined && range !== undefined)
    checkRange(observation.kind, observation.value, String(observation.value), range);
  const { low, high } = observation.reference ?? {};
  if (low !== undefined && high !== undefined && low > high) throw new Problem('course-reference', upsideDown, { low, high });
  if (observation.until !== undefined && observation.until < observation.on) throw new Problem('course-until', endsBefore, {});
}

const noNumber = { en: '"{written}" is no number.', ja: '「{written}」は数値として読み取れません。' };
const noUnit = {
  en: 'The unit "{unit}" is not known here; there are: {known}.',
  ja: '単位「{unit}」は使用できません(使用できる単位:{known})。',
};
const outside = {
  en: '{written} is no value of this kind ({low} to {high}).',
  ja: '{written}はこの項目の値として不適切です(範囲 {low}〜{high})。',
};
const fahrenheit = {
  en: '{written} looks like degrees Fahrenheit: give degrees Celsius.',
  ja: '{written}は華氏とみられます。摂氏で入力してください。',
};
const needs = {
  en: 'NK activity needs its {en}: without it the value belongs to no series.',
  ja: 'NK活性には{ja}の指定が必要です。',
};
const neededWords = {
  target: { en: 'target', ja: '標的細胞' },
  method: { en: 'method of measuring', ja: '測定法' },
  et: { en: 'E:T', ja: 'E:T比' },
} as const;
const upsideDown = { en: 'The reference interval {low} to {high} is upside down.', ja: '基準範囲 {low}〜{high}の上下が逆です。' };
const endsBefore = { en: 'It ends before it begins.', ja: '終了日が開始日より前です。' };
