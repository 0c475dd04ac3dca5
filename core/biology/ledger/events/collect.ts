import * as z from 'zod';
import { countSchema, viableOf } from '../book/amount.ts';
import { withInflow, withNew } from '../book/book.ts';
import { eventKind } from './kind.ts';
import { idSchema } from './shared.ts';

/** Blood is taken from a donor. */
export const collect = eventKind({
  words: { en: 'collection', ja: '採取' },
  schema: z.strictObject({
    material: idSchema,
    donor: idSchema,
    /** Processed. */
    litres: z.number().gt(0).max(50).optional(),
    volumeMl: z.number().gt(0).max(10_000).optional(),
    count: countSchema.optional(),
  }),
  apply(book, { material, donor, count }, facts) {
    const cells = count && viableOf(count);
    const made = withNew(book, { id: material, kind: 'collection', donor, cells, parents: [], cv: count?.cv ?? 0 }, facts);
    return withInflow(made, material, cells ?? 0, facts);
  },
});
