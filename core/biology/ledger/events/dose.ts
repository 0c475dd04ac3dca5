import * as z from 'zod';
import { cellsSchema } from '../book/amount.ts';
import { forbid, frozen, materialOf, takeCells, withNew } from '../book/book.ts';
import { checkExpiry } from '../book/expiry.ts';
import { steps } from '../book/states.ts';
import { eventKind } from './kind.ts';
import { idSchema, textSchema, timeSchema } from './shared.ts';

/** The most viable NK cells of one infusion, unless the laboratory says otherwise. */
const USUAL_CAP = 1e9;

/** A dose is prepared. Above the cap it is refused without a named override and its reason. */
export const dose = eventKind({
  words: { en: 'preparation of a dose', ja: '投与液の調製' },
  schema: z.strictObject({
    from: idSchema,
    material: idSchema,
    cells: cellsSchema,
    planned: cellsSchema.optional(),
    /** NK cells in percent of the viable ones, and the run or count that says so. */
    nkPercent: z.number().gt(0).max(100).optional(),
    nkSource: z.string().trim().max(200).optional(),
    cap: cellsSchema.default(USUAL_CAP),
    time: timeSchema.optional(),
    override: z.strictObject({ by: idSchema, reason: textSchema }).optional(),
  }),
  apply(book, { from, material, cells, planned = cells, nkPercent, cap, override, time }, facts) {
    const source = materialOf(book, from, facts, 'from');
    const { donor, cv, isFrozen, state, expires } = source;
    checkExpiry(source, facts, time, 'from');
    if (isFrozen) forbid(facts, 'dose-frozen', frozen, { material: from }, 'from');
    const { from: mayBe } = steps['prepare-dose'];
    if (!(mayBe as readonly string[]).includes(state)) forbid(facts, 'step-refused', wrongState, { material: from, state }, 'from');
    const nk = nkPercent === undefined ? undefined : Math.round((cells * nkPercent) / 100);
    if ((nk ?? cells) > cap && override === undefined) forbid(facts, 'dose-above-cap', aboveCap, { cells: nk ?? cells, cap }, 'cells');
    const taken = takeCells(book, from, cells, facts);
    const made = withNew(
      taken,
      {
        ...{ id: material, kind: 'dose', donor, cells, parents: [from], cv },
        state: state === 'in-process' ? 'quarantine' : state,
        ...(expires === undefined ? {} : { expires }),
      },
      facts,
    );
    return { ...made, doses: [...made.doses, { material, planned, nk, nkPercent, cap }] };
  },
});

const wrongState = {
  en: 'No dose is prepared from {material}: it is {state}.',
  ja: '{material}から投与液を調製できません(状態:{stateJa})。',
};
const aboveCap = {
  en: 'The dose of {cells} cells lies above the cap of {cap}: it needs an override by a named person with a reason.',
  ja: '投与細胞数 {cells}個は上限 {cap}個を超えています。担当者名と理由を記した承認が必要です。',
};
