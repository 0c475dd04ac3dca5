import * as z from 'zod';
import { forbid, materialOf, takeCells, withNew } from '../book/book.ts';
import { steps } from '../book/states.ts';
import { eventKind } from './kind.ts';
import { expirySchema, idSchema, partSchema } from './shared.ts';

/** Bags are frozen from a culture; they stay in quarantine until a person releases them. */
export const freeze = eventKind({
  words: { en: 'freezing', ja: '凍結' },
  schema: z.strictObject({
    from: idSchema,
    bags: z
      .array(partSchema.extend({ location: z.string().trim().max(200).optional(), expires: expirySchema.optional() }))
      .min(1)
      .max(200),
    /** Of all bags that say none of their own. */
    expires: expirySchema.optional(),
  }),
  apply(book, { from, bags, expires: usual }, facts) {
    const { donor, state, cv } = materialOf(book, from, facts, 'from');
    if (state !== 'in-process') forbid(facts, 'step-refused', notInProcess, { material: from, state }, 'from');
    const all = bags.reduce((sum, { cells }) => sum + cells, 0);
    return bags.reduce(
      (now, { material, cells, location, expires = usual }, i) => {
        const bag = { id: material, kind: 'bag' as const, donor, cells, parents: [from], cv, state: steps.freeze.to, isFrozen: true };
        return withNew(
          now,
          { ...bag, ...(location === undefined ? {} : { location }), ...(expires === undefined ? {} : { expires }) },
          facts,
          `bags.${i}.material`,
        );
      },
      takeCells(book, from, all, facts, 'bags'),
    );
  },
});

const notInProcess = {
  en: '{material} is {state}: only what is in process is frozen.',
  ja: '{material}は凍結できません(状態:{stateJa})。',
};
