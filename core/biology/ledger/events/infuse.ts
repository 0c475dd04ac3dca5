import * as z from 'zod';
import { rule } from '../../../base/rule.ts';
import { cellsSchema } from '../book/amount.ts';
import { forbid, materialOf, refuse, stepTo, withMaterial, withOutflow } from '../book/book.ts';
import { checkExpiry } from '../book/expiry.ts';
import { checkLabel } from '../book/label.ts';
import { isOver } from '../book/states.ts';
import { eventKind } from './kind.ts';
import { checkedShape, idSchema, timeSchema } from './shared.ts';

/** A dose is given: in full, in part, or not. Label and donor are asked for, so that nothing is given to another. */
export const infuse = eventKind({
  words: { en: 'infusion', ja: '投与' },
  schema: z
    .strictObject({
      material: idSchema,
      donor: idSchema,
      outcome: z.enum(['full', 'partial', 'missed']),
      cells: cellsSchema.optional(),
      time: timeSchema.optional(),
      ...checkedShape,
    })
    .refine(
      ({ outcome, cells }) => (outcome === 'partial') === (cells !== undefined),
      rule({
        en: 'a partial infusion, and no other, says how many cells were given',
        ja: '投与細胞数(cells)は一部投与(partial)の場合にのみ記載します',
      }),
    ),
  apply(book, { material: id, donor, outcome, cells, label, time }, facts) {
    const dose = materialOf(book, id, facts);
    checkLabel(book, label, id, facts);
    if (outcome !== 'missed') checkExpiry(dose, facts, time);
    if (dose.kind !== 'dose') refuse('infuse-no-dose', noDose, { material: id }, 'material');
    if (dose.donor !== donor) forbid(facts, 'mix-up', otherDonor, { material: id, donor: dose.donor, given: donor }, 'donor');
    if (isOver(dose.state)) refuse('step-refused', isDone, { material: id, state: dose.state }, 'material');
    const held = dose.cells ?? 0;
    const given = outcome === 'full' ? held : outcome === 'missed' ? 0 : (cells ?? 0);
    if (given > held) refuse('overdraft', tooMany, { material: id, held, given }, 'cells');
    const doses = book.doses.map((one) => (one.material === id ? { ...one, outcome, given, on: facts.on, time } : one));
    if (outcome === 'missed') return { ...withMaterial(book, dose, facts), doses };
    const stepped = stepTo(book, id, 'infuse', facts);
    const emptied = withMaterial(stepped, { ...stepped.materials.get(id)!, cells: 0 }, facts);
    return { ...withOutflow(withOutflow(emptied, id, 'infused', given, facts), id, 'discarded', held - given, facts), doses };
  },
});

const isDone = { en: '{material} is {state} already.', ja: '{material}の状態はすでに「{stateJa}」です。' };
const noDose = { en: '{material} is no dose.', ja: '{material}は投与液ではありません。' };
const otherDonor = {
  en: '{material} is of donor {donor}, not of {given}.',
  ja: '{material}のドナーは{donor}で、{given}ではありません。',
};
const tooMany = {
  en: '{material} holds {held} cells; {given} cannot have been given.',
  ja: '{material}の細胞数は{held}個で、{given}個は投与できません。',
};
