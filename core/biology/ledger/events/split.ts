import * as z from 'zod';
import { cellsSchema } from '../book/amount.ts';
import { forbidFrozen, materialOf, takeCells, withNew, withOutflow } from '../book/book.ts';
import { eventKind } from './kind.ts';
import { idSchema, partSchema } from './shared.ts';

/** A culture is divided; what was lost is said, and the rest stays where it was. */
export const split = eventKind({
  words: { en: 'split', ja: '分割' },
  schema: z.strictObject({ from: idSchema, into: z.array(partSchema).min(1).max(200), lost: cellsSchema.optional() }),
  apply(book, { from, into, lost = 0 }, facts) {
    forbidFrozen(book, from, facts);
    const { donor, kind, cv } = materialOf(book, from, facts, 'from');
    const all = into.reduce((sum, { cells }) => sum + cells, lost);
    const taken = withOutflow(takeCells(book, from, all, facts, 'into'), from, 'lost', lost, facts);
    return into.reduce(
      (now, { material, cells }, i) => withNew(now, { id: material, kind, donor, cells, parents: [from], cv }, facts, `into.${i}.material`),
      taken,
    );
  },
});
