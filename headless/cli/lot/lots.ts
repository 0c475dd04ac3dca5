import { checkDocumentOf, parseJson } from '../../../core/base/json-document.ts';
import type { Language } from '../../../core/base/message.ts';
import { Problem } from '../../../core/base/problem.ts';
import { decodeTable } from '../../../core/base/tables/decode-table.ts';
import type { Book } from '../../../core/biology/ledger/book/book.ts';
import { stateOn } from '../../../core/biology/ledger/book/expiry.ts';
import { bookOfLot, booksOf } from '../../../core/biology/ledger/books.ts';
import { newEventSchema } from '../../../core/biology/ledger/event.ts';
import { lotSummary } from '../../../core/biology/ledger/summary.ts';
import { reconcile, type Traced, traceOf } from '../../../core/biology/ledger/trace.ts';
import { balanceText, doseDocument, lotDocument, noticeTexts } from '../../../core/show/ledger/lot-document.ts';
import { translator } from '../../../core/show/ledger/words.ts';
import { formatCount } from '../../../core/show/plot/number-format.ts';
import { checkedEvents, ledgerEvents, writeEvents } from '../../archive/ledger.ts';
import { lotLines, lotsOfBook } from '../../archive/ledger-projection.ts';
import type { Archive } from '../../archive/open-archive.ts';
import { readDocument } from '../../files/read-document.ts';
import { writeWhole } from '../../files/write-file.ts';
import { softwareVersion } from '../../host/host.ts';
import { japaneseHolidays } from '../../host/japanese-holidays.ts';
import { writeSectioned } from '../../pdf/write-sectioned.ts';
import { exitCodes, printJson, textTable } from '../shared/output.ts';
import { localDay } from './local-day.ts';

export interface LotOptions {
  readonly json: boolean;
  readonly lang: Language;
}

/** `lot add`: events of JSON files, all of them or none. */
export async function addEvents(
  archive: Archive,
  files: readonly string[],
  { json, lang, today, dryRun }: LotOptions & { readonly today: string; readonly dryRun: boolean },
): Promise<number> {
  const lists = await Promise.all(files.map(readEvents));
  const facts = { at: new Date().toISOString(), today };
  const added = await (dryRun ? checkedEvents : writeEvents)(archive.db, lists.flat(), facts);
  if (json) printJson({ added: added.map(({ id, seq, kind, lot }) => ({ id, seq, kind, lot })), dryRun });
  else
    for (const { seq, kind, lot, id } of added)
      process.stdout.write(`${seq}  ${lot}  ${kind}  ${id}${dryRun ? (lang === 'ja' ? '(確認のみ)' : ' (not written)') : ''}\n`);
  return exitCodes.done;
}

async function readEvents(file: string) {
  const kind = { code: 'events-invalid', name: { en: 'events of a lot', ja: 'ロットの記録' } };
  try {
    const parsed = parseJson(decodeTable(await readDocument(file)), kind);
    return (Array.isArray(parsed) ? parsed : [parsed]).map((event: unknown) => checkDocumentOf(event, { ...kind, schema: newEventSchema }));
  } catch (error) {
    throw error instanceof Problem && error.place.file === undefined ? error.inFile(file) : error;
  }
}

/** `lot list`. */
export async function listLots({ db }: Archive, { json }: LotOptions): Promise<number> {
  const rows = await lotLines(db);
  const plain = rows.map(({ book: _, deviations: openDeviations, discrepancies: openDiscrepancies, ...row }) => ({
    ...row,
    openDeviations,
    openDiscrepancies,
  }));
  if (json) printJson({ lots: plain });
  else
    process.stdout.write(
      `${textTable(
        ['lot', 'donor', 'bags', 'given', 'on hold', 'deviations', 'discrepancies', 'findings'],
        rows.map(({ lot, donor, bags, given, held, deviations, discrepancies, findings }) => [
          ...[lot, donor],
          ...[bags, given, held, deviations, discrepancies, findings].map(String),
        ]),
      )}\n`,
    );
  return exitCodes.done;
}

/** The events of the book that a lot or material is in, and no others. */
const eventsAbout = async (db: Archive['db'], of: Parameters<typeof lotsOfBook>[1]) => {
  const lots = await lotsOfBook(db, of);
  return lots.length === 0 ? [] : ledgerEvents(db, lots);
};

/** `lot show`: the lot as it stands, or as a PDF. */
export async function showLot(
  { db }: Archive,
  lot: string,
  options: LotOptions & { readonly out: string | undefined; readonly timeZone: string },
): Promise<number> {
  const { json, lang, out } = options;
  const found = bookOfLot(await eventsAbout(db, { lot }), lot);
  const { book, events } = found;
  const t = translator(lang);
  const own = [...book.materials.values()].filter((material) => material.lot === lot);
  if (out !== undefined)
    await writePdf(out, lotDocument(lot, found, { ...aboutOf(options), closed: japaneseHolidays('1970-01-01', '2100-01-01') }));
  if (json) {
    const { materials: _, ...rest } = book;
    printJson({ lot, ...lotSummary(book, lot), materials: own, ...rest, events: events.filter((event) => event.lot === lot) });
  } else
    process.stdout.write(
      `${[
        ...noticeTexts(book, lot, t).map((text) => `! ${text}`),
        balanceText(book, t),
        '',
        textTable(
          [t('material'), t('kind'), t('state'), t('cells'), t('since'), t('from')],
          own.map((material) => [
            material.id,
            t(`kind.${material.kind}`),
            t(`state.${stateOn(material, localDay())}`),
            material.cells === undefined ? '–' : formatCount(material.cells),
            material.since,
            material.parents.join(', '),
          ]),
        ),
      ].join('\n')}\n`,
    );
  return exitCodes.done;
}

/** `lot trace`: where a material came from and what became of it. */
export async function traceMaterial({ db }: Archive, id: string, { json, lang }: LotOptions): Promise<number> {
  const part = booksOf(await eventsAbout(db, { material: id })).find(({ book }) => book.materials.has(id));
  const { back, forward } = traceOf(part?.book ?? ({ materials: new Map() } as unknown as Book), id);
  const t = translator(lang);
  const plain = ({ material, next }: Traced): object => ({ ...material, next: next.map(plain) });
  const lines = ({ material: { id: name, kind, state, cells }, next }: Traced, depth: number): readonly string[] => [
    `${'  '.repeat(depth)}${name}  ${t(`kind.${kind}`)}  ${t(`state.${state}`)}  ${cells === undefined ? '–' : formatCount(cells)}`,
    ...next.flatMap((one) => lines(one, depth + 1)),
  ];
  if (json) printJson({ back: plain(back), forward: plain(forward) });
  else process.stdout.write(`← ${lines(back, 0).join('\n  ')}\n→ ${lines(forward, 0).join('\n  ')}\n`);
  return exitCodes.done;
}

/** `lot reconcile`: bags that were counted against the book. */
export async function reconcileLot({ db }: Archive, lot: string, counted: readonly string[], { json, lang }: LotOptions): Promise<number> {
  const result = reconcile(bookOfLot(await eventsAbout(db, { lot }), lot).book, lot, counted);
  const t = translator(lang);
  if (json) printJson(result);
  else
    process.stdout.write(
      `${[
        ...(result.missing.length === 0 ? [] : [t('missing', { bags: result.missing.join(', ') })]),
        ...(result.unexpected.length === 0 ? [] : [t('unexpected', { bags: result.unexpected.join(', ') })]),
        ...(result.missing.length + result.unexpected.length === 0 ? [t('reconciled', { count: result.onHand.length })] : []),
      ].join('\n')}\n`,
    );
  return result.missing.length + result.unexpected.length === 0 ? exitCodes.done : exitCodes.someFailed;
}

/** `lot certificate`: the record of a dose as a PDF. */
export async function certifyDose(
  { db }: Archive,
  dose: string,
  options: LotOptions & { readonly out: string; readonly timeZone: string },
): Promise<number> {
  const part = booksOf(await eventsAbout(db, { material: dose })).find(({ book }) => book.materials.has(dose));
  if (part === undefined) throw new Problem('material-unknown', unknown, { material: dose });
  if (part.book.materials.get(dose)?.kind !== 'dose') throw new Problem('certificate-no-dose', noDose, { material: dose });
  await writePdf(options.out, doseDocument(dose, part, aboutOf(options)));
  if (options.json) printJson({ report: { file: options.out } });
  else process.stdout.write(`${options.out}\n`);
  return exitCodes.done;
}

const aboutOf = ({ lang, timeZone }: { readonly lang: Language; readonly timeZone: string }) => ({
  ...{ language: lang, generatedAt: new Date().toISOString(), version: softwareVersion(), timeZone, today: localDay() },
});

const writePdf = (out: string, document: ReturnType<typeof lotDocument>): Promise<void> =>
  writeWhole(out, (to) => writeSectioned([document], to));

const noDose = { en: '{material} is no dose.', ja: '{material}は投与液ではありません。' };
const unknown = { en: 'There is no material "{material}".', ja: '「{material}」は台帳にありません。' };
