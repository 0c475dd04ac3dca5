import type { Language } from '../../base/message.ts';
import type { Book, Material } from '../../biology/ledger/book/book.ts';
import { stateOn } from '../../biology/ledger/book/expiry.ts';
import { crossesCap, judgeCap } from '../../biology/ledger/doses.ts';
import type { DueAct } from '../../biology/ledger/due.ts';
import type { LedgerEvent } from '../../biology/ledger/event.ts';
import { eventKinds } from '../../biology/ledger/events/kinds.ts';
import { voidedBy } from '../../biology/ledger/replay.ts';
import { yieldsOf } from '../../biology/ledger/yields.ts';
import type { Block } from '../document/sectioned.ts';
import { formatCount } from '../plot/number-format.ts';
import type { Column, TableSection } from '../report/model.ts';
import { bodyText } from './field-words.ts';
import type { Translate } from './words.ts';

export const left = (title: string, weight: number): Column => ({ title, align: 'left', weight });
export const right = (title: string, weight: number): Column => ({ title, align: 'right', weight });
export const row = (texts: readonly string[]) => ({ cells: texts.map((text) => ({ text })) });
const cellsOf = (cells: number | undefined): string => (cells === undefined ? '–' : formatCount(cells));

export const materialTable = (materials: readonly Material[], today: string | undefined, t: Translate): TableSection => ({
  heading: t('materials'),
  columns: [
    left(t('material'), 2),
    left(t('kind'), 1.6),
    left(t('state'), 2),
    right(t('cells'), 2.2),
    left(t('since'), 1.5),
    left(t('expires'), 1.7),
    left(t('from'), 2),
    left(t('location'), 1.6),
  ],
  rows: materials.map((material) => {
    const { id, kind, cells, since, expires, parents, location } = material;
    const texts = [id, t(`kind.${kind}`), t(`state.${stateOn(material, today)}`), cellsOf(cells), since];
    return row([...texts, expires?.replace('T', ' ') ?? '–', parents.join(', '), location ?? '']);
  }),
  note: undefined,
});

/** Doses of which the error of the count leaves open on which side of the cap they lie. */
function nearCap({ doses, materials }: Book, own: readonly Material[], t: Translate): string | undefined {
  const texts = doses.flatMap(({ material, nk, cap }) => {
    const cv = materials.get(material)?.cv ?? 0;
    if (nk === undefined || !own.some(({ id }) => id === material)) return [];
    const verdict = judgeCap(nk, cv, cap);
    const values = { material, cv: (100 * cv).toFixed(0), cap: formatCount(cap), percent: (100 * verdict.pAboveCap).toFixed(0) };
    return crossesCap(verdict) ? [t('nearCap', values)] : [];
  });
  return texts.length === 0 ? undefined : texts.join(' ');
}

export const doseTable = (book: Book, materials: readonly Material[], t: Translate): TableSection => ({
  heading: t('doses'),
  columns: [
    left(t('material'), 2),
    right(t('planned'), 2),
    right(t('nk'), 2),
    left(t('outcome'), 1.4),
    right(t('given'), 2),
    left(t('on'), 1.5),
  ],
  rows: book.doses
    .filter(({ material }) => materials.some(({ id }) => id === material))
    .map(({ material, planned, nk, outcome, given, on }) =>
      row([material, cellsOf(planned), cellsOf(nk), t(`outcome.${outcome ?? 'none'}`), cellsOf(given), on ?? '–']),
    ),
  note: nearCap(book, materials, t),
});

const percent = (value: number | undefined): string => (value === undefined ? '–' : `${value.toFixed(1)}%`);

/** What thawed bags gave, and what grew of it again. */
export function yieldBlocks(book: Book, lot: string, t: Translate): readonly Block[] {
  const yields = yieldsOf(book, lot);
  if (yields.length === 0) return [];
  const columns = [
    left(t('material'), 2),
    right(t('frozenCells'), 2),
    right(t('thawedCells'), 2),
    right(t('recovery'), 1.2),
    left(t('kind.recultured'), 2),
    right(t('startedCells'), 2),
    right(t('grownCells'), 2),
    right(t('factor'), 1.2),
  ];
  const rows = yields.map(({ bag, frozen, thawed, recovery, reculture: again }) =>
    row([
      ...[bag, cellsOf(frozen), cellsOf(thawed), percent(recovery)],
      ...[again?.material ?? '–', cellsOf(again?.started), cellsOf(again?.factor === undefined ? undefined : again.grown)],
      again?.factor === undefined ? '–' : `× ${again.factor.toFixed(2)}`,
    ]),
  );
  return [{ kind: 'table', table: { heading: t('yields'), columns, rows, note: undefined } }];
}

/** What the plan still asks for, day by day; nothing where there is no plan. */
export const planBlocks = (acts: readonly DueAct[], t: Translate): readonly Block[] =>
  acts.length === 0 ? [] : [{ kind: 'table', table: dueTable(acts, t) }];

export const dueTable = (acts: readonly DueAct[], t: Translate): TableSection => ({
  heading: t('plan'),
  columns: [left(t('on'), 1.4), left(t('lot'), 1.6), left(t('planWhat'), 3), left(t('when'), 2)],
  rows: acts.map(({ on, lot, what, number, when }) => row([on, lot, t(`act.${what}`, { number }), t(`when.${when}`)])),
  note: undefined,
});

export const deviationTable = ({ deviations }: Book, lot: string, t: Translate): TableSection => ({
  heading: t('deviations'),
  columns: [left(t('event'), 1.5), left(t('what'), 6), left(t('state'), 1.5)],
  rows: deviations
    .filter((one) => one.lot === lot)
    .map(({ id, text, closed }) => row([id, text, t(closed === undefined ? 'open' : 'closed')])),
  note: undefined,
});

interface Correction {
  readonly event: string;
  readonly reason: string;
}

/** Which entry was voided, by its number, and why. */
const correctionText = ({ event, reason }: Correction, events: readonly LedgerEvent[], t: Translate): string =>
  t('voids', { entry: events.find(({ id }) => id === event)?.seq ?? event, reason });

export function eventTable(events: readonly LedgerEvent[], language: Language, t: Translate): TableSection {
  const voided = voidedBy(events);
  return {
    heading: t('events'),
    columns: [right('#', 0.6), left(t('on'), 1.3), left(t('event'), 1.8), left(t('by'), 1.3), left(t('what'), 6)],
    rows: events.map(({ seq, on, kind, by, id, body }) =>
      row([
        String(seq),
        on,
        `${kind === 'correct' ? t('correct') : (eventKinds[kind]?.words[language] ?? kind)}${voided.has(id) ? ` (${t('voided')})` : ''}`,
        by,
        kind === 'correct' ? correctionText(body as Correction, events, t) : bodyText(body, language),
      ]),
    ),
    note: undefined,
  };
}
