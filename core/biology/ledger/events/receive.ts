import * as z from 'zod';
import { rule } from '../../../base/rule.ts';
import { countSchema, viableOf } from '../book/amount.ts';
import { forbid, withInflow, withNew } from '../book/book.ts';
import { checkLabel } from '../book/label.ts';
import { count as counting } from './count.ts';
import { eventKind } from './kind.ts';
import { checkedShape, expirySchema, idSchema } from './shared.ts';

/**
 * Cells arrive. What was collected here before is held against its donor and label, and a count that was made on arrival against the book; what the book
 * does not know begins with its arrival, as a collection or as a bag that another laboratory froze.
 */
export const receive = eventKind({
  words: { en: 'receipt', ja: '受入' },
  schema: z
    .strictObject({
      material: idSchema,
      donor: idSchema,
      as: z.enum(['collection', 'bag']).default('collection'),
      sender: z.string().trim().min(1).max(200).optional(),
      count: countSchema.optional(),
      location: z.string().trim().min(1).max(200).optional(),
      expires: expirySchema.optional(),
      ...checkedShape,
    })
    .refine(
      ({ as, count }) => as === 'collection' || count !== undefined,
      rule({ en: 'a bag is received with the count that it was frozen with', ja: '凍結バッグの受入には凍結時の細胞数が必要です' }),
    ),
  apply(book, { material: id, donor, as, count, location, expires, label }, facts) {
    const known = book.materials.get(id);
    const place = { ...(location === undefined ? {} : { location }), ...(expires === undefined ? {} : { expires }) };
    if (known !== undefined) {
      if (known.since > facts.on) forbid(facts, 'material-later', later, { material: id, since: known.since, on: facts.on }, 'material');
      if (known.kind !== as) forbid(facts, 'receive-kind', otherKind, { material: id }, 'as');
      if (known.donor !== donor) forbid(facts, 'mix-up', otherDonor, { material: id, donor: known.donor, given: donor }, 'donor');
      if (known.lot !== facts.lot) forbid(facts, 'mix-up', otherLot, { material: id, lot: known.lot, given: facts.lot }, 'lot');
      checkLabel(book, label, id, facts);
      const here = { ...book, materials: new Map(book.materials).set(id, { ...known, ...place, events: [...known.events, facts.seq] }) };
      return count === undefined ? here : counting.apply(here, { material: id, count }, facts);
    }
    const cells = count && viableOf(count);
    const bag = as === 'bag' ? { state: 'quarantine' as const, isFrozen: true } : {};
    const made = withNew(book, { id, kind: as, donor, cells, parents: [], cv: count?.cv ?? 0, ...bag, ...place }, facts);
    checkLabel(made, label, id, facts);
    return withInflow(made, id, cells ?? 0, facts);
  },
});

const later = {
  en: '{material} began on {since}: it cannot arrive on {on}.',
  ja: '{material}の開始日({since})より前の{on}に受け入れることはできません。',
};
const otherKind = {
  en: '{material} is in the book as something else than what is received.',
  ja: '{material}は、受入の区分と異なる種類で台帳に記録されています。',
};
const otherDonor = {
  en: '{material} was collected from donor {donor}, and is received as of {given}.',
  ja: '{material}は{donor}から採取されたもので、{given}のものとして受け入れることはできません。',
};
const otherLot = {
  en: '{material} is of lot {lot}, and is received into {given}.',
  ja: '{material}のロットは{lot}で、{given}には受け入れられません。',
};
