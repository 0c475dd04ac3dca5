import * as z from 'zod';
import { rule } from '../../../base/rule.ts';
import { forbid } from '../book/book.ts';
import { eventKind } from './kind.ts';
import { textSchema } from './shared.ts';

const numberSchema = z.int().min(1).max(200);
const daysShape = { on: z.iso.date(), thaw: z.iso.date().optional(), reculture: z.iso.date().optional() };

/** The days of a course as they are planned, in place of those that were planned before. */
export const schedulePlanned = eventKind({
  words: { en: 'plan of doses', ja: '投与計画' },
  schema: z.strictObject({
    days: z
      .array(z.strictObject(daysShape))
      .min(1)
      .max(200)
      .refine(
        (days) =>
          days.every(
            ({ on, reculture = on, thaw = reculture }, i) => thaw <= reculture && reculture <= on && (i === 0 || days[i - 1]!.on < on),
          ),
        rule({
          en: 'days of doses follow one another, and no bag is thawed after its re-culture or its dose',
          ja: '投与日は日付順とし、融解、再培養、投与の順でなければなりません',
        }),
      ),
  }),
  apply: (book, { days }, { lot }) => ({
    ...book,
    plans: [...book.plans.filter((plan) => plan.lot !== lot), ...days.map((day, i) => ({ lot, number: i + 1, ...day }))],
  }),
});

/** One dose moves to another day. */
export const scheduleChanged = eventKind({
  words: { en: 'change of a planned dose', ja: '投与計画の変更' },
  schema: z.strictObject({ number: numberSchema, ...daysShape, reason: textSchema }),
  apply(book, { number, on, thaw, reculture }, facts) {
    const { lot } = facts;
    const known = book.plans.find((plan) => plan.lot === lot && plan.number === number);
    if (known === undefined) forbid(facts, 'plan-unknown', unknown, { lot, number }, 'number');
    if (thaw !== undefined && thaw > (reculture ?? on)) forbid(facts, 'plan-thaw', tooLate, { on, thaw }, 'thaw');
    if (reculture !== undefined && reculture > on) forbid(facts, 'plan-reculture', againTooLate, { on, reculture }, 'reculture');
    return { ...book, plans: book.plans.map((plan) => (plan === known ? { lot, number, on, thaw, reculture } : plan)) };
  },
});

const unknown = { en: 'Lot {lot} has no planned dose {number}.', ja: 'ロット{lot}に第{number}回の投与計画はありません。' };
const againTooLate = {
  en: 'The re-culture for the dose of {on} cannot begin on {reculture}.',
  ja: '{on}の投与に用いる再培養の開始日を{reculture}とすることはできません。',
};
const tooLate = {
  en: 'The bag of {on} cannot be thawed on {thaw}.',
  ja: '{on}の投与に用いるバッグの融解日を{thaw}とすることはできません。',
};
