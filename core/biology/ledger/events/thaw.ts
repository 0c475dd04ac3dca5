import * as z from 'zod';
import { countSchema, viableOf } from '../book/amount.ts';
import { forbid, materialOf, refuse, withMaterial, withOutflow } from '../book/book.ts';
import { checkExpiry, hoursLater } from '../book/expiry.ts';
import { checkLabel } from '../book/label.ts';
import { specificationOf } from '../book/standing-tests.ts';
import { eventKind } from './kind.ts';
import { checkedShape, idSchema, timeSchema } from './shared.ts';

/** A frozen bag is thawed and counted: what was viable before and is not any more is lost. The label and the donor are asked for. */
export const thaw = eventKind({
  words: { en: 'thaw', ja: '融解' },
  schema: z.strictObject({ material: idSchema, donor: idSchema, count: countSchema, time: timeSchema.optional(), ...checkedShape }),
  apply(book, { material: id, donor, count, label, time }, facts) {
    const bag = materialOf(book, id, facts);
    checkLabel(book, label, id, facts);
    checkExpiry(bag, facts, time);
    const hours = specificationOf(book, bag.lot)?.hoursAfterThaw;
    if (hours !== undefined && time === undefined) forbid(facts, 'thaw-time', noTime, { material: id, hours }, 'time');
    const expires = hours === undefined || time === undefined ? bag.expires : hoursLater(facts.on, time, hours);
    if (!bag.isFrozen) refuse('thaw-not-frozen', notFrozen, { material: id }, 'material');
    if (bag.donor !== donor) forbid(facts, 'mix-up', otherDonor, { material: id, donor: bag.donor, given: donor }, 'donor');
    if (bag.state === 'on-hold' || bag.state === 'rejected')
      forbid(facts, 'material-on-hold', onHold, { material: id, state: bag.state }, 'material');
    const before = bag.cells ?? 0;
    const after = viableOf(count);
    if (after > before) refuse('thaw-gains', gains, { material: id, before, after }, 'count');
    const thawed = withMaterial(
      book,
      { ...bag, kind: 'thawed', isFrozen: false, cells: after, cv: count.cv ?? bag.cv, ...(expires === undefined ? {} : { expires }) },
      facts,
    );
    const told = { ...thawed, thaws: [...thawed.thaws, { bag: id, on: facts.on, frozen: before, thawed: after }] };
    return withOutflow(told, id, 'lost', before - after, facts);
  },
});

const noTime = {
  en: '{material} may be used for {hours} hours after it was thawed: the time of the thaw is needed.',
  ja: '{material}の使用期限は融解後{hours}時間です。融解時刻の記入が必要です。',
};
const notFrozen = { en: '{material} is not frozen.', ja: '{material}は凍結されていません。' };
const otherDonor = {
  en: '{material} is of donor {donor}, not of {given}.',
  ja: '{material}のドナーは{donor}で、{given}ではありません。',
};
const onHold = { en: '{material} cannot be thawed: it is {state}.', ja: '{material}は融解できません(状態:{stateJa})。' };
const gains = {
  en: '{material} held {before} viable cells when it was frozen and cannot hold {after}: a gain exists only by culture.',
  ja: '{material}の凍結時の生細胞数は{before}個で、融解後に{after}個になることはありません(増加は培養によってのみ生じます)。',
};
