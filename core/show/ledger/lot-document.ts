import type { Language } from '../../base/message.ts';
import {
  type Book,
  balanceOf,
  type Material,
  type Outflow,
  type SpecifiedTest,
  type StandingTest,
} from '../../biology/ledger/book/book.ts';
import { stateOn } from '../../biology/ledger/book/expiry.ts';
import { specificationOf, standingTests } from '../../biology/ledger/book/standing-tests.ts';
import { type DueAct, dueActs } from '../../biology/ledger/due.ts';
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
  options: Printing & { readonly today?: string | undefined },
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
      { kind: 'table', table: materialTable(own, options.today, t) },
      { kind: 'table', table: doseTable(book, own, t) },
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

const left = (title: string, weight: number): Column => ({ title, align: 'left', weight });
const right = (title: string, weight: number): Column => ({ title, align: 'right', weight });
const row = (texts: readonly string[]) => ({ cells: texts.map((text) => ({ text })) });
const cellsOf = (cells: number | undefined): string => (cells === undefined ? '–' : formatCount(cells));

const materialTable = (materials: readonly Material[], today: string | undefined, t: Translate): TableSection => ({
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

/** What the plan still asks for, day by day; nothing where there is no plan. */
const planBlocks = (acts: readonly DueAct[], t: Translate): readonly Block[] =>
  acts.length === 0 ? [] : [{ kind: 'table', table: dueTable(acts, t) }];

export const dueTable = (acts: readonly DueAct[], t: Translate): TableSection => ({
  heading: t('plan'),
  columns: [left(t('on'), 1.4), left(t('lot'), 1.6), left(t('planWhat'), 3), left(t('when'), 2)],
  rows: acts.map(({ on, lot, what, number, when }) => row([on, lot, t(`act.${what}`, { number }), t(`when.${when}`)])),
  note: undefined,
});

/** Every test against its limit as it stands, by which document, and who released what on it. */
function releaseBlocks(book: Book, lots: readonly string[], materials: readonly string[], t: Translate): readonly Block[] {
  const set = lots.flatMap((lot) => specificationOf(book, lot) ?? []);
  const documents = set.map(({ document, version, approved, hoursAfterThaw: hours }) =>
    [t('specifiedBy', { document, version, ...approved }), ...(hours === undefined ? [] : [t('hoursAfterThaw', { hours })])].join(' '),
  );
  return [
    {
      kind: 'table',
      table: testTable(standingTests(book, lots, materials), documents.length === 0 ? t('noSpecification') : documents.join(' '), t),
    },
    {
      kind: 'table',
      table: {
        heading: t('releases'),
        columns: [right('#', 0.6), left(t('materials'), 4), left(t('verdict'), 2), left(t('openTests'), 3), left(t('followUp'), 3)],
        rows: book.releases
          .filter((one) => lots.includes(one.lot) && one.materials.some((id) => materials.includes(id)))
          .map(({ seq, materials: ids, tests, followUp }) =>
            row([
              String(seq),
              ids.join(', '),
              t(followUp === undefined ? 'state.released' : 'state.conditionally-released'),
              tests.flatMap(({ test, verdict }) => (verdict === 'pass' ? [] : [`${test} (${t(`verdict.${verdict}`)})`])).join(', ') || '–',
              followUp === undefined ? '–' : t('followUpBy', followUp),
            ]),
          ),
        note: undefined,
      },
    },
  ];
}

const testTable = (tests: readonly StandingTest[], note: string, t: Translate): TableSection => ({
  heading: t('tests'),
  columns: [
    left(t('test'), 2.2),
    left(t('method'), 1.8),
    left(t('needed'), 1.8),
    left(t('limit'), 1.6),
    left(t('value'), 2),
    left(t('verdict'), 2),
  ],
  rows: tests.map(({ test, value, verdict, near, material, specified }) =>
    row([
      material === undefined ? test : `${test} (${material})`,
      specified?.method ?? '–',
      specified === undefined ? t('needed.none') : t(`needed.${specified.needed}`),
      specified === undefined ? '–' : limitText(specified),
      value === undefined ? '–' : `${value}${specified?.unit === undefined ? '' : ` ${specified.unit}`}`,
      near === true ? t('near', { verdict: t(`verdict.${verdict}`) }) : t(`verdict.${verdict}`),
    ]),
  ),
  note,
});

function limitText({ atLeast, atMost, expected, unit }: SpecifiedTest): string {
  const of = unit === undefined ? '' : ` ${unit}`;
  if (expected !== undefined) return expected;
  if (atLeast !== undefined && atMost !== undefined) return `${atLeast}–${atMost}${of}`;
  return atLeast === undefined ? `≤ ${atMost}${of}` : `≥ ${atLeast}${of}`;
}

const deviationTable = ({ deviations }: Book, lot: string, t: Translate): TableSection => ({
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

function eventTable(events: readonly LedgerEvent[], language: Language, t: Translate): TableSection {
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
