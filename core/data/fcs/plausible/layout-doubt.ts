import { Problem } from '../../../base/problem.ts';
import type { Field } from '../fcs-file.ts';
import type { SampledRows } from './sampled-rows.ts';
import { type Sense, senseOf } from './sense.ts';
import { statedForm, storedValues, type ValueForm } from './stored-values.ts';

/** The sense of the values of some fields, taken in one form. */
interface Judged {
  readonly senses: readonly Sense[];
}

/** Share of the telling fields that make no sense from which on the stated form is doubted, and that make sense for another to be held possible. */
const DOUBTED = 0.5;
const POSSIBLE = 0.8;

/**
 * Whether the stated byte order and number type of `fields` make sense of the values: the fields that do not.
 * @throws Problem `layout-ambiguous` where they make none and another byte order or type does
 */
export function doubtfulFields(rows: SampledRows, fields: readonly Field[], mayRefuse: boolean, offset: number): readonly Field[] {
  const stated = fields.flatMap((field) => {
    const form = statedForm(field);
    return form === undefined || field.width < 2 ? [] : [{ field, form }];
  });
  const senses = stated.map(({ field, form }) => senseOf(storedValues(rows, field, form), field, form));
  const senseless = stated.flatMap(({ field }, i) => (senses[i] === 'senseless' ? [field] : []));
  if (shareOf({ senses }, 'senseless') < DOUBTED) return [];
  for (const change of mayRefuse ? changes : []) {
    const changed = stated.map(({ field, form }) => ({ field, form: change(form, field) }));
    const others = changed.map(({ field, form }) => senseOf(storedValues(rows, field, form), field, form));
    const first = changed.findIndex(({ form }, i) => others[i] === 'sensible' && !isSame(form, stated[i]!.form));
    if (first < 0 || others.includes('senseless') || shareOf({ senses: others }, 'sensible') < POSSIBLE) continue;
    throw new Problem('layout-ambiguous', anotherLayout, namesOf(stated[first]!.form, changed[first]!.form), { offset });
  }
  return senseless;
}

const isSame = (a: ValueForm, b: ValueForm): boolean => a.type === b.type && a.order === b.order;

function shareOf({ senses }: Judged, wanted: Sense): number {
  const telling = senses.filter((sense) => sense !== 'mute');
  return telling.length === 0 ? 0 : telling.filter((sense) => sense === wanted).length / telling.length;
}

const orders = ['little', 'big'] as const;

/** The ways in which a file may lie about its values: the byte order, the type, both. Narrow values have one type only. */
const changes: readonly ((form: ValueForm, field: Field) => ValueForm)[] = [false, true].flatMap((isRetyped) =>
  orders.map((order) => ({ type }: ValueForm, { width }: Field): ValueForm => {
    const other = type === 'float' ? 'uint' : 'float';
    return { order, type: isRetyped && (width === 4 || width === 8) ? other : type };
  }),
);

const words = {
  en: {
    uint: 'integers',
    float: 'floating-point numbers',
    little: 'least byte first',
    big: 'greatest byte first',
    mixed: 'bytes in a mixed order',
  },
  ja: { uint: '整数', float: '浮動小数点数', little: 'リトルエンディアン', big: 'ビッグエンディアン', mixed: '混在バイト順' },
} as const;

function namesOf(stated: ValueForm, other: ValueForm) {
  const name = (language: 'en' | 'ja', { type, order }: ValueForm) => `${words[language][type]}, ${words[language][order]}`;
  return { stated: name('en', stated), other: name('en', other), statedJa: name('ja', stated), otherJa: name('ja', other) };
}

const anotherLayout = {
  en: 'The values make no sense as the file states them ({stated}); as {other} they would.',
  ja: '記載どおり({statedJa})に読むと値が測定値として意味をなさず、{otherJa}として読めば意味をなします。',
};
