import { type Book, balanceOf, type Material, type Outflow } from '../../biology/ledger/book/book.ts';
import { stateOn } from '../../biology/ledger/book/expiry.ts';
import { dueActs } from '../../biology/ledger/due.ts';
import type { LedgerEvent } from '../../biology/ledger/event.ts';
import { type Traced, traceOf } from '../../biology/ledger/trace.ts';
import type { Block, SectionedDocument } from '../document/sectioned.ts';
import { formatCount } from '../plot/number-format.ts';
import { type Printing, pageFooter } from '../report/page-footer.ts';
import { type ClosedDay, doseCalendar } from './dose-calendar.ts';
import { deviationTable, doseTable, eventTable, materialTable, planBlocks, yieldBlocks } from './lot-tables.ts';
import { releaseBlocks } from './release-tables.ts';
import { lotTree } from './tree-table.ts';
import { type Translate, translator } from './words.ts';

/** All that is known of a lot: materials, tests, doses, deviations, and every event. */
export function lotDocument(
  lot: string,
  { book, events }: { readonly book: Book; readonly events: readonly LedgerEvent[] },
  options: Printing & { readonly today?: string | undefined; readonly closed?: readonly ClosedDay[] },
): SectionedDocument {
  const t = translator(options.language);
  const { today, closed = [], language } = options;
  const calendar = today === undefined ? undefined : doseCalendar(book, lot, { today, closed, language, t });
  const own = [...book.materials.values()].filter((material) => material.lot === lot);
  const donors = [...new Set(own.map(({ donor }) => donor))].join(', ');
  const ofLot = events.filter((event) => event.lot === lot);
  return {
    ...pageOf(t('lotTitle', { lot }), `${t('donor')}: ${donors}`, t('header'), ofLot, options),
    blocks: [
      ...notices(book, lot, t),
      { kind: 'text', text: balanceText(book, t) },
      { kind: 'table', table: materialTable(own, options.today, t) },
      { kind: 'table', table: lotTree(book, lot, t) },
      { kind: 'table', table: doseTable(book, own, t) },
      ...(calendar === undefined ? [] : [{ kind: 'table' as const, table: calendar }]),
      ...yieldBlocks(book, lot, t),
      ...planBlocks(options.today === undefined ? [] : dueActs(book, lot, options.today), t),
      ...releaseBlocks(
        book,
        [lot],
        own.map(({ id }) => id),
        t,
      ),
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
  options: Printing & { readonly today?: string | undefined },
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
      { kind: 'lead', text: t(`state.${stateOn(material, options.today)}`) },
      ...notices(book, material.lot, t),
      { kind: 'table', table: doseTable(book, [material], t) },
      { kind: 'table', table: materialTable(way, options.today, t) },
      ...releaseBlocks(
        book,
        [...lots],
        way.map(({ id }) => id),
        t,
      ),
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
export const noticeTexts = ({ alerts, discrepancies, findings, materials }: Book, lot: string, t: Translate): readonly string[] => [
  ...findings
    .filter((one) => one.lot === lot)
    .map(({ seq, message }) => t('finding', { seq, what: t('plain', { textEn: message.en, textJa: message.ja }) })),
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
