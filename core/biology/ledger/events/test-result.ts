import * as z from 'zod';
import { type Book, stepTo } from '../book/book.ts';
import { lotsWithin } from '../book/lineage.ts';
import { steps } from '../book/states.ts';
import { eventKind } from './kind.ts';
import { idSchema, textSchema } from './shared.ts';

/**
 * A test of a lot has a result. A failure puts every bag and dose that holds cells of the lot and was not yet given on hold, and lists those that were given:
 * it decides nothing else.
 */
export const testResult = eventKind({
  words: { en: 'test result', ja: '試験結果' },
  schema: z.strictObject({
    test: textSchema,
    verdict: z.enum(['pass', 'fail', 'pending', 'not-done']),
    value: z.string().trim().max(200).optional(),
    material: idSchema.optional(),
  }),
  apply(book, { test, verdict, value }, facts) {
    const { seq, lot } = facts;
    const told: Book = { ...book, tests: [...book.tests, { lot, test, verdict, seq, ...(value === undefined ? {} : { value }) }] };
    if (verdict !== 'fail') return told;
    const own = [...book.materials.values()].filter(
      ({ id, kind }) => (kind === 'bag' || kind === 'dose' || kind === 'thawed') && lotsWithin(book, id).has(lot),
    );
    const held = own.filter(({ state }) => (steps.hold.from as readonly string[]).includes(state));
    const given = own.filter(({ state }) => state === 'infused');
    const now = held.reduce<Book>((before, { id }) => stepTo(before, id, 'hold', facts), told);
    return { ...now, alerts: [...now.alerts, { seq, lot, test, held: held.map(({ id }) => id), given: given.map(({ id }) => id) }] };
  },
});
