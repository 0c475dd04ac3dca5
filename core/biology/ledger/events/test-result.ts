import * as z from 'zod';
import { writtenNumber } from '../../../base/tables/written-number.ts';
import { type Book, type EventFacts, forbid, materialOf, refuse, type SpecifiedTest, stepTo, type TestResult } from '../book/book.ts';
import { lotsWithin } from '../book/lineage.ts';
import { judgeValue, specificationOf } from '../book/standing-tests.ts';
import { steps } from '../book/states.ts';
import { eventKind } from './kind.ts';
import { idSchema, textSchema } from './shared.ts';

const schema = z.strictObject({
  test: textSchema,
  /** Of a value with a limit the book finds it. */
  verdict: z.enum(['pass', 'fail', 'pending', 'not-done']).optional(),
  value: z.union([z.number(), z.string().trim().max(200)]).optional(),
  low: z.number().optional(),
  high: z.number().optional(),
  unit: z.string().trim().min(1).max(40).optional(),
  method: z.string().trim().min(1).max(200).optional(),
  material: idSchema.optional(),
});
type Body = z.infer<typeof schema>;

/**
 * A test of a lot has a result. A failure puts every bag and dose that holds cells of the lot and was not yet given on hold, and lists those that were given:
 * it decides nothing else.
 */
export const testResult = eventKind({
  words: { en: 'test result', ja: '試験結果' },
  schema,
  apply(book, body, facts) {
    const { test, value, low, high, unit, method, material } = body;
    const { seq, lot } = facts;
    const specified = specificationOf(book, lot)?.tests.find((one) => one.test === test);
    if (unit !== undefined && specified !== undefined && unit !== specified.unit)
      refuse('test-unit', otherUnit, { test, unit, expected: specified.unit ?? '–' }, 'unit');
    if (method !== undefined && specified?.method !== undefined && method !== specified.method)
      forbid(facts, 'test-method', otherMethod, { test, method, expected: specified.method }, 'method');
    if (material !== undefined) materialOf(book, material, facts);
    const { verdict, near } = verdictOf(body, specified, facts);
    const interval = low === undefined && high === undefined ? '' : ` (${low ?? ''}–${high ?? ''})`;
    const told: Book = {
      ...book,
      tests: [
        ...book.tests,
        {
          ...{ lot, test, verdict, near, seq },
          ...(value === undefined ? {} : { value: `${String(value).normalize('NFKC')}${interval}` }),
          ...(material === undefined ? {} : { material }),
        },
      ],
    };
    if (verdict !== 'fail') return told;
    const own = [...book.materials.values()].filter(
      ({ id, kind }) => kind !== 'collection' && kind !== 'culture' && lotsWithin(book, id).has(lot),
    );
    const held = own.filter(({ state }) => (steps.hold.from as readonly string[]).includes(state));
    const given = own.filter(({ state }) => state === 'infused');
    const now = held.reduce<Book>((before, { id }) => stepTo(before, id, 'hold', facts), told);
    return { ...now, alerts: [...now.alerts, { seq, lot, test, held: held.map(({ id }) => id), given: given.map(({ id }) => id) }] };
  },
});

function verdictOf(
  { test, verdict, value, low, high }: Body,
  specified: SpecifiedTest | undefined,
  facts: EventFacts,
): Required<Pick<TestResult, 'verdict' | 'near'>> {
  if (value === undefined || value === '' || specified === undefined)
    return verdict === undefined ? refuse('test-verdict', noVerdict, { test }, 'verdict') : { verdict, near: false };
  const read = readValue(value, low, high);
  const judged =
    specified.expected === undefined
      ? (read ?? refuse('test-value', unreadable, { test, value }, 'value')) && judgeValue(read!, specified)
      : { verdict: said(value) === said(specified.expected) ? ('pass' as const) : ('fail' as const), near: false };
  if (judged === undefined) return refuse('test-value', undecided, { test, value }, 'value');
  // a person may fail what lies within its limit, and pass nothing that lies outside
  if (verdict === 'fail') return { verdict, near: judged.near };
  if (verdict !== undefined && verdict !== judged.verdict) forbid(facts, 'test-contradicts', contradicts, { test, value }, 'verdict');
  return judged;
}

const said = (text: string | number): string => String(text).normalize('NFKC').trim().toLowerCase();

function readValue(value: string | number, low: number | undefined, high: number | undefined) {
  const [, sign = '', digits = ''] = /^\s*([<>≤≥]?)(.*)$/s.exec(String(value).normalize('NFKC')) ?? [];
  const number = writtenNumber(digits);
  if (number === undefined) return undefined;
  return {
    value: number,
    low: sign === '<' || sign === '≤' ? Number.NEGATIVE_INFINITY : (low ?? number),
    high: sign === '>' || sign === '≥' ? Number.POSITIVE_INFINITY : (high ?? number),
  };
}

const otherUnit = {
  en: 'The unit of {test} is {expected}, not {unit}.',
  ja: '{test}の単位は{expected}で、{unit}ではありません。',
};
const otherMethod = {
  en: '{test} is specified by {expected}, not by {method}.',
  ja: '{test}の規格上の方法は{expected}で、{method}ではありません。',
};
const noVerdict = {
  en: '{test} has neither a result nor a value that the specification gives a limit for.',
  ja: '{test}には判定結果も、規格の限度と比較できる値もありません。',
};
const unreadable = {
  en: '"{value}" is no number that the limit of {test} could be held against.',
  ja: '「{value}」は{test}の限度と比較できる数値ではありません。',
};
const undecided = {
  en: '"{value}" does not say on which side of its limit {test} lies.',
  ja: '「{value}」では{test}が限度のどちら側にあるか判断できません。',
};
const contradicts = {
  en: 'By the specification {test} with {value} is not what was stated as its result.',
  ja: '{test}の値{value}の規格による判定が、記入された判定結果と異なります。',
};
