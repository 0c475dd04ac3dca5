import * as z from 'zod';
import { cellsSchema } from '../book/amount.ts';
import { forbidFrozen, materialOf, takeCells, withNew } from '../book/book.ts';
import { eventKind } from './kind.ts';
import { idSchema } from './shared.ts';

/** A culture begins with cells of a collection, or again with thawed ones. */
export const start = eventKind({
  words: { en: 'start of culture', ja: '培養開始' },
  schema: z.strictObject({ from: idSchema, material: idSchema, cells: cellsSchema, method: z.string().trim().max(200).optional() }),
  apply(book, { from, material, cells }, facts) {
    forbidFrozen(book, from, facts);
    const { donor, cv } = materialOf(book, from, facts, 'from');
    return withNew(takeCells(book, from, cells, facts), { id: material, kind: 'culture', donor, cells, parents: [from], cv }, facts);
  },
});
