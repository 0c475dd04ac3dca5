import * as z from 'zod';
import { forbid, forbidFrozen, materialOf, refuse, takeCells, withNew } from '../book/book.ts';
import { checkLabel } from '../book/label.ts';
import { eventKind } from './kind.ts';
import { checkedShape, idSchema, partSchema } from './shared.ts';

/** Cells of several materials are put together. A pool of several donors is a donor of its own kind, which a person declares. */
export const pool = eventKind({
  words: { en: 'pool', ja: '混合' },
  schema: z.strictObject({
    from: z
      .array(partSchema.extend({ label: checkedShape.label }))
      .min(2)
      .max(100),
    material: idSchema,
    donor: idSchema.optional(),
    witness: checkedShape.witness,
  }),
  apply(book, { from, material, donor }, facts) {
    for (const [i, part] of from.entries()) {
      forbidFrozen(book, part.material, facts, `from.${i}.material`);
      checkLabel(book, part.label, part.material, facts, `from.${i}.label`);
    }
    const parents = from.map(({ material: id }, i) => materialOf(book, id, facts, `from.${i}.material`));
    const donors = [...new Set(parents.map((parent) => parent.donor))];
    if (donors.length > 1 && donor === undefined) refuse('pool-of-donors', ofDonors, { donors: donors.join(', ') }, 'donor');
    if (donor !== undefined && donors.length > 1 && donors.includes(donor))
      forbid(facts, 'pool-of-donors', ofDonors, { donors: donors.join(', ') }, 'donor');
    if (donor !== undefined && donors.length === 1 && donor !== donors[0])
      forbid(facts, 'mix-up', otherDonor, { donor: donors[0]!, given: donor }, 'donor');
    const taken = from.reduce((now, { material: id, cells }, i) => takeCells(now, id, cells, facts, `from.${i}.cells`), book);
    const cells = from.reduce((sum, part) => sum + part.cells, 0);
    const cv = cells === 0 ? 0 : Math.hypot(...from.map((part, i) => (part.cells * parents[i]!.cv) / cells));
    const made = {
      id: material,
      kind: parents[0]!.kind,
      donor: donor ?? donors[0]!,
      cells,
      parents: from.map((part) => part.material),
      cv,
    };
    return withNew(taken, made, facts);
  },
});

const otherDonor = {
  en: 'All that is pooled is of donor {donor}, not of {given}.',
  ja: '混合する細胞のドナーはすべて{donor}で、{given}ではありません。',
};
const ofDonors = {
  en: 'Cells of several donors ({donors}) are pooled only as a donor of another name that a person declares.',
  ja: '複数のドナー({donors})の細胞を混合するには、いずれとも異なる混合物としてのドナー名の宣言が必要です。',
};
