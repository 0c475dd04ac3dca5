import * as z from 'zod';
import { type Language, say } from '../../../base/message.ts';
import {
  type Book,
  type EventFacts,
  forbid,
  materialOf,
  type Release,
  refuse,
  type StandingTest,
  stepTo,
  withMaterial,
} from '../book/book.ts';
import { checkExpiry } from '../book/expiry.ts';
import { lotsWithin } from '../book/lineage.ts';
import { againstConditional, againstRelease, standingTests } from '../book/standing-tests.ts';
import { verdictWords } from '../book/verdicts.ts';
import { eventKind } from './kind.ts';
import { idSchema, textSchema, timeSchema } from './shared.ts';

/** Tests stand against all that holds cells of their lot, whatever lot the event names. */
const testsAgainst = (book: Book, materials: readonly string[], { lot }: EventFacts): readonly StandingTest[] =>
  standingTests(book, [...new Set([lot, ...materials.flatMap((id) => [...lotsWithin(book, id)])])], materials);

function forbidOpen(open: readonly StandingTest[], facts: EventFacts, path: string): void {
  if (open.length === 0) return;
  const named = (language: Language) =>
    open.map(({ test, verdict, lot }) => `${test} (${lot}: ${say(verdictWords[verdict], {}, language)})`).join(', ');
  forbid(facts, 'release-with-tests', withTests, { tests: named('en'), testsJa: named('ja') }, path);
}

/** On its last day a material is released at whatever hour. */
function forbidPast(book: Book, materials: readonly string[], facts: EventFacts): void {
  for (const [i, id] of materials.entries()) checkExpiry(materialOf(book, id, facts, `materials.${i}`), facts, '00:00', `materials.${i}`);
}

const released = (book: Book, decision: Omit<Release, 'seq' | 'lot'>, { seq, lot }: EventFacts): Book => ({
  ...book,
  releases: [...book.releases, { seq, lot, ...decision }],
});

/** A person releases materials: none whose tests failed or are pending, or stand in the specification and are not done. */
export const release = eventKind({
  words: { en: 'release', ja: '出荷判定(適合)' },
  schema: z.strictObject({ materials: z.array(idSchema).min(1).max(200), note: textSchema.optional() }),
  apply(book, { materials }, facts) {
    const tests = testsAgainst(book, materials, facts);
    forbidOpen(againstRelease(tests), facts, 'materials');
    forbidPast(book, materials, facts);
    const now = materials.reduce((before, id, i) => stepTo(before, id, 'release', facts, `materials.${i}`), book);
    return released(now, { materials, tests }, facts);
  },
});

/** The same while tests that the specification lets be late are open; who follows them up, and by when. */
export const conditionalRelease = eventKind({
  words: { en: 'conditional release', ja: '条件付き出荷' },
  schema: z.strictObject({
    materials: z.array(idSchema).min(1).max(200),
    pending: z.array(textSchema).min(1).max(50),
    followUp: z.strictObject({ by: idSchema, until: z.iso.date() }),
  }),
  apply(book, { materials, pending, followUp }, facts) {
    const tests = testsAgainst(book, materials, facts);
    forbidOpen(againstConditional(tests, pending), facts, 'pending');
    const late = new Set(tests.flatMap(({ test, specified }) => (specified?.needed === 'conditional-release' ? [test] : [])));
    const unmarked = pending.filter((test) => !late.has(test));
    if (unmarked.length > 0) forbid(facts, 'pending-unmarked', notLate, { tests: unmarked.join(', ') }, 'pending');
    if (followUp.until < facts.on) forbid(facts, 'follow-up-past', past, { until: followUp.until }, 'followUp.until');
    forbidPast(book, materials, facts);
    const now = materials.reduce((before, id, i) => stepTo(before, id, 'conditional-release', facts, `materials.${i}`), book);
    return released(now, { materials, tests, followUp }, facts);
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
      forbidOpen(
        standingTests(book, [...lotsWithin(book, id)], [id]).filter(({ verdict }) => verdict === 'fail'),
        facts,
        'material',
      );
    return withMaterial(book, { ...material, state: before }, facts);
  },
});

export const ship = eventKind({
  words: { en: 'shipment', ja: '出荷' },
  schema: z.strictObject({ material: idSchema, to: textSchema.optional(), time: timeSchema.optional() }),
  apply(book, { material, time }, facts) {
    checkExpiry(materialOf(book, material, facts), facts, time);
    return stepTo(book, material, 'ship', facts);
  },
});

const withTests = { en: 'Tests stand against it: {tests}.', ja: '次の試験が適合していません:{testsJa}。' };
const notLate = {
  en: 'No specification of the lot lets these tests be late: {tests}.',
  ja: '規格で条件付き出荷が認められていない試験です:{tests}。',
};
const past = { en: 'The follow-up until {until} ends before the release.', ja: '結果確認の期限({until})が出荷判定日より前です。' };
const notHeld = { en: '{material} is not on hold: it is {state}.', ja: '{material}は保留中ではありません(状態:{stateJa})。' };
