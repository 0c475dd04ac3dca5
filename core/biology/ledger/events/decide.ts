import * as z from 'zod';
import { type Book, type EventFacts, materialOf, refuse, stepTo, withMaterial } from '../book/book.ts';
import { lotsWithin } from '../book/lineage.ts';
import { eventKind } from './kind.ts';
import { idSchema, textSchema } from './shared.ts';

/** The last verdict of every test of a lot. */
function lastTests({ tests }: Book, lot: string): ReadonlyMap<string, string> {
  return new Map(tests.filter((one) => one.lot === lot).map(({ test, verdict }) => [test, verdict]));
}

/** Tests stand against all that holds cells of their lot, whatever lot the event names. */
const lotsOf = (book: Book, materials: readonly string[], { lot }: EventFacts): readonly string[] => [
  ...new Set([lot, ...materials.flatMap((id) => [...lotsWithin(book, id)])]),
];

function refuseOpen(book: Book, lots: readonly string[], wrong: readonly string[], path: string): void {
  const open = lots.flatMap((lot) => [...lastTests(book, lot)]).filter(([, verdict]) => wrong.includes(verdict));
  if (open.length > 0)
    refuse('release-with-tests', withTests, { tests: open.map(([test, verdict]) => `${test} (${verdict})`).join(', ') }, path);
}

/** A person releases materials: none whose tests failed or are pending. */
export const release = eventKind({
  words: { en: 'release', ja: '出荷判定(適合)' },
  schema: z.strictObject({ materials: z.array(idSchema).min(1).max(200), note: textSchema.optional() }),
  apply(book, { materials }, facts) {
    refuseOpen(book, lotsOf(book, materials, facts), ['fail', 'pending'], 'materials');
    return materials.reduce((now, id, i) => stepTo(now, id, 'release', facts, `materials.${i}`), book);
  },
});

/** The same while tests that may be late are pending; who follows them up, and by when. */
export const conditionalRelease = eventKind({
  words: { en: 'conditional release', ja: '条件付き出荷' },
  schema: z.strictObject({
    materials: z.array(idSchema).min(1).max(200),
    pending: z.array(textSchema).min(1).max(50),
    followUp: z.strictObject({ by: idSchema, until: z.iso.date() }),
  }),
  apply(book, { materials, pending }, facts) {
    const lots = lotsOf(book, materials, facts);
    refuseOpen(book, lots, ['fail'], 'materials');
    const others = lots
      .flatMap((lot) => [...lastTests(book, lot)])
      .filter(([test, verdict]) => verdict === 'pending' && !pending.includes(test));
    if (others.length > 0) refuse('release-with-tests', withTests, { tests: others.map(([test]) => test).join(', ') }, 'pending');
    return materials.reduce((now, id, i) => stepTo(now, id, 'conditional-release', facts, `materials.${i}`), book);
  },
});

const one = z.strictObject({ material: idSchema, reason: textSchema });

export const reject = eventKind({
  words: { en: 'rejection', ja: '不適合判定' },
  schema: one,
  apply: (book, { material }, facts) => stepTo(book, material, 'reject', facts),
});

export const hold = eventKind({
  words: { en: 'hold', ja: '保留' },
  schema: one,
  apply: (book, { material }, facts) => stepTo(book, material, 'hold', facts),
});

/** Back to where it was. */
export const lift = eventKind({
  words: { en: 'end of hold', ja: '保留解除' },
  schema: one,
  apply(book, { material: id }, facts: EventFacts) {
    const { before, ...material } = materialOf(book, id, facts);
    if (material.state !== 'on-hold' || before === undefined)
      return refuse('step-refused', notHeld, { material: id, state: material.state }, 'material');
    // what was released comes back as released only where no test stands against it
    if (['released', 'conditionally-released', 'shipped'].includes(before))
      refuseOpen(book, [...lotsWithin(book, id)], ['fail'], 'material');
    return withMaterial(book, { ...material, state: before }, facts);
  },
});

export const ship = eventKind({
  words: { en: 'shipment', ja: '出荷' },
  schema: z.strictObject({ material: idSchema, to: textSchema.optional() }),
  apply: (book, { material }, facts) => stepTo(book, material, 'ship', facts),
});

const withTests = { en: 'Tests stand against it: {tests}.', ja: '次の試験が適合していません:{tests}。' };
const notHeld = { en: '{material} is not on hold: it is {state}.', ja: '{material}は保留中ではありません(状態:{stateJa})。' };
