import { type Language, say } from '../../../core/base/message.ts';
import { Problem } from '../../../core/base/problem.ts';
import { type RowDoubt, readBook } from '../../../core/biology/ledger/entry/book-table.ts';
import { triedEvents, writeEvents } from '../../archive/ledger.ts';
import type { Archive } from '../../archive/open-archive.ts';
import { readDocument } from '../../files/read-document.ts';
import { exitCodes, printJson } from '../shared/output.ts';
import type { LotOptions } from './lots.ts';

interface ImportOptions extends LotOptions {
  readonly today: string;
  readonly dryRun: boolean;
  readonly by: string;
}

/** `lot import`: an existing book from a table, all of it or nothing; everything that is not certain is named with row and column. */
export async function importBook({ db }: Archive, file: string, { json, lang, today, dryRun, by }: ImportOptions): Promise<number> {
  const { events, doubts: unread } = await readTableOf(file, by);
  const given = events.map(({ event }) => event);
  const facts = { at: new Date().toISOString(), today };
  const rowOf = new Map(events.map(({ row, event }) => [event.id, row]));
  const { added, problems } = await triedEvents(db, given, facts);
  const refused = [...problems].map(
    ([id, problem]): RowDoubt => ({ row: rowOf.get(id) ?? 0, column: problem.place.path?.split(': ')[1]?.split('.')[0] ?? '', problem }),
  );
  const doubts = [...unread, ...refused].sort((a, b) => a.row - b.row);
  const isWritten = doubts.length === 0 && !dryRun;
  const written = isWritten ? (await writeEvents(db, given, facts)).length : 0;
  const rows = { read: events.length, new: isWritten ? written : added.length, written };
  if (json) printJson({ ...rows, dryRun, doubts: doubts.map((doubt) => described(doubt, lang)) });
  else {
    for (const doubt of doubts) process.stdout.write(`${textOf(doubt, lang)}\n`);
    process.stdout.write(`${say(summary, { read: rows.read, fresh: rows.new, doubts: doubts.length, written }, lang)}\n`);
  }
  return doubts.length === 0 ? exitCodes.done : exitCodes.nothingDone;
}

async function readTableOf(file: string, by: string) {
  try {
    return readBook(await readDocument(file), { by });
  } catch (error) {
    throw error instanceof Problem && error.place.file === undefined ? error.inFile(file) : error;
  }
}

const described = ({ row, column, problem }: RowDoubt, lang: Language) => ({ row, column, code: problem.code, message: problem.in(lang) });

const textOf = ({ row, column, problem }: RowDoubt, lang: Language): string =>
  `${say(place, { row, column }, lang)}: ${problem.in(lang)} [${problem.code}]`;

const place = { en: 'row {row}, {column}', ja: '{row}行目 {column}' };
const summary = {
  en: '{read} read, {fresh} new, {doubts} doubts, {written} written',
  ja: '読み取り{read}件、新規{fresh}件、確認が必要な箇所{doubts}件、記入{written}件',
};
