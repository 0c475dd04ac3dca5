import type { Language } from '../../base/message.ts';
import { type Book, balanceOf, type Material, type Outflow } from '../../biology/ledger/book/book.ts';
import type { LedgerEvent } from '../../biology/ledger/event.ts';
import { eventKinds } from '../../biology/ledger/events/kinds.ts';
import { voidedBy } from '../../biology/ledger/replay.ts';
import { type Traced, traceOf } from '../../biology/ledger/trace.ts';
import type { Block, SectionedDocument } from '../document/sectioned.ts';
import { formatCount } from '../plot/number-format.ts';
import type { Column, TableSection } from '../report/model.ts';
import { type Printing, pageFooter } from '../report/page-footer.ts';
import { bodyText } from './field-words.ts';
import { type Translate, translator } from './words.ts';

/** All that is known of a lot: materials, tests, doses, deviations, and every event. */
export function lotDocument(
  lot: string,
  { book, events }: { readonly book: Book; readonly events: readonly LedgerEvent[] },
  options: Printing,
): SectionedDocument {
  const t = translator(options.language);
  const own = [...book.materials.values()].filter((material) => material.lot === lot);
  const donors = [...new Set(own.map(({ donor }) => donor))].join(', ');
  const ofLot = events.filter((event) => event.lot === lot);
  return {
    ...pageOf(t('lotTitle', { lot }), `${t('donor')}: ${donors}`, t('header'), ofLot, options),
    blocks: [
      ...notices(book, lot, t),
      { kind: 'text', text: balanceText(book, t) },
      { kind: 'table', table: materialTable(own, t) },
      { kind: 'table', table: doseTable(book, own, t) },
      { kind: 'table', table: testTable(book, lot, t) },
      { kind: 'table', table: deviationTable(book, lot, t) },
      { kind: 'table', table: eventTable(ofLot, options.language, t) },
      { kind: 'note', text: t('unsigned') },
    ],
  };
}

/** One dose: what it is, where its cells came from, its tests and every event on the way. */
export function doseDocument(
  dose: string,
  { book, events }: { readonly book: Book; readonly events: readonly LedgerEvent[] },
  options: Printing,
): SectionedDocument {
  const t = translator(options.language);
  const { back } = traceOf(book, dose);
  const way = listed(back);
  const lots = new Set(way.map(({ lot }) => lot));
  const seqs = new Set(way.flatMap((material) => material.events));
  const ofWay = events.filter(({ seq, lot, kind }) => seqs.has(seq) || (lots.has(lot) && kind === 'test-result'));
  const { material } = back;
  return {
    ...pageOf(
      t('doseTitle', { dose }),
      `${t('lot')}: ${material.lot} · ${t('donor')}: ${material.donor}`,
      t('certificateHeader'),
      ofWay,
      options,
    ),
    blocks: [
      { kind: 'lead', text: t(`state.${material.state}`) },
      ...notices(book, material.lot, t),
      { kind: 'table', table: doseTable(book, [material], t) },
      { kind: 'table', table: materialTable(way, t) },
      ...[...lots].map((lot): Block => ({ kind: 'table', table: testTable(book, lot, t) })),
      { kind: 'table', table: eventTable(ofWay, options.language, t) },
      { kind: 'note', text: t('unsigned') },
    ],
  };
}

const listed = ({ material, next }: Traced): readonly Material[] => [
  ...new Map([material, ...next.flatMap(listed)].map((one) => [one.id, one])).values(),
];

function pageOf(
  title: string,
  subtitle: string,
  header: string,
  events: readonly LedgerEvent[],
  options: Printing,
): Omit<SectionedDocument, 'blocks'> {
  const { language, generatedAt } = options;
  return {
    ...{
      language,
      title,
      subtitle,
      header,
      generatedAt,
      digest: events
        .map(({ id }) => id)
        .join(' ')
        .slice(0, 2000),
    },
    footer: pageFooter(options),
  };
}

/** What a person has to see first: late failures and counts that contradict the book. */
export const noticeTexts = ({ alerts, discrepancies, materials }: Book, lot: string, t: Translate): readonly string[] => [
  ...alerts
    .filter((alert) => alert.lot === lot)
    .map(({ test, held, given }) => t('alert', { test, held: held.join(', ') || t('nothing'), given: given.join(', ') || t('nothing') })),
  ...discrepancies
    .filter(({ material }) => materials.get(material)?.lot === lot)
    .map(({ material, counted, book }) => t('discrepancy', { material, counted: formatCount(counted), book: formatCount(book) })),
];

const notices = (book: Book, lot: string, t: Translate): readonly Block[] =>
  noticeTexts(book, lot, t).map((text): Block => ({ kind: 'lead', text }));

/** What came in is what is held and what left, to the last cell. */
export function balanceText(book: Book, t: Translate): string {
  const { in: came, held, out } = balanceOf(book);
  const by = (what: Outflow['what']) =>
    formatCount(book.outflows.filter((one) => one.what === what).reduce((sum, { cells }) => sum + cells, 0));
  const parts = { sampled: by('sampled'), lost: by('lost'), discarded: by('discarded'), retained: by('retained'), infused: by('infused') };
  return t('balance', { in: formatCount(came), held: formatCount(held), out: formatCount(out), ...parts });
}

const left = (title: string, weight: number): Column => ({ title, align: 'left', weight });
const right = (title: string, weight: number): Column => ({ title, align: 'right', weight });
const row = (texts: readonly string[]) => ({ cells: texts.map((text) => ({ text })) });
const cellsOf = (cells: number | undefined): string => (cells === undefined ? '–' : formatCount(cells));

const materialTable = (materials: readonly Material[], t: Translate): TableSection => ({
  heading: t('materials'),
  columns: [
    left(t('material'), 2),
    left(t('kind'), 1.6),
    left(t('state'), 2),
    right(t('cells'), 2.2),
    left(t('since'), 1.5),
    left(t('from'), 2),
    left(t('location'), 1.6),
  ],
  rows: materials.map(({ id, kind, state, cells, since, parents, location }) =>
    row([id, t(`kind.${kind}`), t(`state.${state}`), cellsOf(cells), since, parents.join(', '), location ?? '']),
  ),
  note: undefined,
});

const doseTable = ({ doses }: Book, materials: readonly Material[], t: Translate): TableSection => ({
  heading: t('doses'),
  columns: [
    left(t('material'), 2),
    right(t('planned'), 2),
    right(t('nk'), 2),
    left(t('outcome'), 1.4),
    right(t('given'), 2),
    left(t('on'), 1.5),
  ],
  rows: doses
    .filter(({ material }) => materials.some(({ id }) => id === material))
    .map(({ material, planned, nk, outcome, given, on }) =>
      row([material, cellsOf(planned), cellsOf(nk), t(`outcome.${outcome ?? 'none'}`), cellsOf(given), on ?? '–']),
    ),
  note: undefined,
});

const testTable = ({ tests }: Book, lot: string, t: Translate): TableSection => ({
  heading: t('tests'),
  columns: [left(t('test'), 3), left(t('value'), 2), left(t('verdict'), 2)],
  rows: tests.filter((test) => test.lot === lot).map(({ test, value, verdict }) => row([test, value ?? '–', t(`verdict.${verdict}`)])),
  note: undefined,
});

const deviationTable = ({ deviations }: Book, lot: string, t: Translate): TableSection => ({
  heading: t('deviations'),
  columns: [left(t('event'), 1.5), left(t('what'), 6), left(t('state'), 1.5)],
  rows: deviations
    .filter((one) => one.lot === lot)
    .map(({ id, text, closed }) => row([id, text, t(closed === undefined ? 'open' : 'closed')])),
  note: undefined,
});

function eventTable(events: readonly LedgerEvent[], language: Language, t: Translate): TableSection {
  const voided = voidedBy(events);
  return {
    heading: t('events'),
    columns: [right('#', 0.6), left(t('on'), 1.3), left(t('event'), 1.8), left(t('by'), 1.3), left(t('what'), 6)],
    rows: events.map(({ seq, on, kind, by, id, body }) =>
      row([
        String(seq),
        on,
        `${kind === 'correct' ? t('correct') : eventKinds[kind].words[language]}${voided.has(id) ? ` (${t('voided')})` : ''}`,
        by,
        bodyText(body, language),
      ]),
    ),
    note: undefined,
  };
}
