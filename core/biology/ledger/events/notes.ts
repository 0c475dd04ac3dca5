import * as z from 'zod';
import { forbid, materialOf, refuse, withMaterial } from '../book/book.ts';
import { checkLabel, otherDonor, otherLot } from '../book/label.ts';
import { eventKind } from './kind.ts';
import { checkedShape, idSchema, textSchema } from './shared.ts';

export const move = eventKind({
  words: { en: 'move', ja: '移動' },
  schema: z.strictObject({ material: idSchema, location: textSchema }),
  apply: (book, { material, location }, facts) => withMaterial(book, { ...materialOf(book, material, facts), location }, facts),
});

export const feed = eventKind({
  words: { en: 'feeding', ja: '培地交換' },
  schema: z.strictObject({ material: idSchema, note: textSchema.optional() }),
  apply: (book, { material }, facts) => withMaterial(book, materialOf(book, material, facts), facts),
});

/** What stands on a label is held against the book. */
export const labelCheck = eventKind({
  words: { en: 'label check', ja: 'ラベル照合' },
  schema: z.strictObject({ material: idSchema, lot: idSchema, donor: idSchema, ...checkedShape }),
  apply(book, { material: id, lot, donor, label }, facts) {
    checkLabel(book, label, id, facts);
    const material = materialOf(book, id, facts);
    if (material.lot !== lot) forbid(facts, 'mix-up', otherLot, { material: id, is: material.lot, given: lot }, 'lot');
    if (material.donor !== donor) forbid(facts, 'mix-up', otherDonor, { material: id, is: material.donor, given: donor }, 'donor');
    return withMaterial(book, material, facts);
  },
});

export const deviationOpen = eventKind({
  words: { en: 'deviation', ja: '逸脱' },
  schema: z.strictObject({ deviation: idSchema, text: textSchema }),
  apply(book, { deviation, text }, { seq, lot }) {
    if (book.deviations.some(({ id }) => id === deviation)) refuse('deviation-twice', twice, { deviation }, 'deviation');
    return { ...book, deviations: [...book.deviations, { id: deviation, lot, text, opened: seq }] };
  },
});

export const deviationClose = eventKind({
  words: { en: 'end of a deviation', ja: '逸脱の完了' },
  schema: z.strictObject({ deviation: idSchema, text: textSchema }),
  apply(book, { deviation }, { seq }) {
    const found = book.deviations.find(({ id, closed }) => id === deviation && closed === undefined);
    if (found === undefined) refuse('deviation-unknown', unknown, { deviation }, 'deviation');
    return { ...book, deviations: book.deviations.map((one) => (one === found ? { ...one, closed: seq } : one)) };
  },
});

const twice = { en: 'There is a deviation "{deviation}" already.', ja: '逸脱「{deviation}」はすでにあります。' };
const unknown = { en: 'There is no open deviation "{deviation}".', ja: '未完了の逸脱「{deviation}」はありません。' };
