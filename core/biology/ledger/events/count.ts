import * as z from 'zod';
import { countSchema, viableOf } from '../book/amount.ts';
import { forbid, materialOf, withInflow, withMaterial, withOutflow } from '../book/book.ts';
import { isOver } from '../book/states.ts';
import { eventKind } from './kind.ts';
import { idSchema } from './shared.ts';

/** Further apart than so many standard errors a count contradicts the book. */
const APART = 2.58;

/**
 * Cells are counted. A culture may have grown or lost cells since; any other material cannot have: a count that contradicts the book by more than its
 * uncertainty opens a discrepancy, and nothing is averaged in.
 */
export const count = eventKind({
  words: { en: 'cell count', ja: '細胞計数' },
  schema: z.strictObject({ material: idSchema, count: countSchema }),
  apply(book, { material: id, count: given }, facts) {
    const material = materialOf(book, id, facts);
    if (isOver(material.state)) forbid(facts, 'material-over', over, { material: id, state: material.state }, 'material');
    const counted = viableOf(given);
    const { cells } = material;
    const cv = given.cv ?? 0;
    if (material.kind !== 'culture' && material.kind !== 'recultured' && cells !== undefined) {
      const error = APART * Math.hypot(cv, material.cv) * Math.max(cells, counted);
      return Math.abs(counted - cells) <= error
        ? withMaterial(book, material, facts)
        : {
            ...withMaterial(book, material, facts),
            discrepancies: [...book.discrepancies, { material: id, seq: facts.seq, counted, book: cells }],
          };
    }
    const now = withMaterial(book, { ...material, cells: counted, cv }, facts);
    const gained = counted - (cells ?? 0);
    return gained >= 0 ? withInflow(now, id, gained, facts) : withOutflow(now, id, 'lost', -gained, facts);
  },
});

const over = { en: '{material} cannot be counted any more: it is {state}.', ja: '{material}は計数できません(状態:{stateJa})。' };
