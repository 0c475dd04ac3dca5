import * as z from 'zod';
import { cellsSchema } from '../book/amount.ts';
import { forbid, materialOf, refuse, takeCells, withNew } from '../book/book.ts';
import { checkLabel } from '../book/label.ts';
import { eventKind } from './kind.ts';
import { checkedShape, idSchema } from './shared.ts';

/** Thawed cells are cultured again: what they grow to, from count to count, is the factor of the re-culture. */
export const reculture = eventKind({
  words: { en: 're-culture', ja: '再培養' },
  schema: z.strictObject({
    from: idSchema,
    material: idSchema,
    cells: cellsSchema,
    method: z.string().trim().max(200).optional(),
    ...checkedShape,
  }),
  apply(book, { from, material, cells, label }, facts) {
    const { kind, donor, cv, lot } = materialOf(book, from, facts, 'from');
    if (kind !== 'thawed') refuse('reculture-not-thawed', notThawed, { material: from }, 'from');
    if (lot !== facts.lot) forbid(facts, 'mix-up', otherLot, { material: from, lot, given: facts.lot }, 'lot');
    checkLabel(book, label, from, facts);
    const made = withNew(
      takeCells(book, from, cells, facts),
      { id: material, kind: 'recultured', donor, cells, parents: [from], cv },
      facts,
    );
    return { ...made, recultures: [...made.recultures, { material, on: facts.on, from, cells }] };
  },
});

const notThawed = {
  en: '{material} is no thawed bag: only thawed cells are cultured again.',
  ja: '{material}は融解バッグではありません。再培養できるのは融解した細胞だけです。',
};
const otherLot = {
  en: '{material} is of lot {lot}, not of {given}.',
  ja: '{material}のロットは{lot}で、{given}ではありません。',
};
