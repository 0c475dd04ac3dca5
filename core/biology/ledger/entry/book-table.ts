import { contentDigest } from '../../../base/chain/chain.ts';
import { checkDocumentOf } from '../../../base/json-document.ts';
import { Problem } from '../../../base/problem.ts';
import { readTable } from '../../../base/tables/read-table.ts';
import { readWrittenDate } from '../../../base/written-date.ts';
import { type EventName, eventKinds } from '../events/kinds.ts';
import { idSchema } from '../events/shared.ts';
import { bodyOf, eventFields } from './typed-entry.ts';

/** A row of a table as an event of the book. */
interface RowEvent {
  readonly row: number;
  readonly event: {
    readonly id: string;
    readonly kind: EventName;
    readonly lot: string;
    readonly on: string;
    readonly by: string;
    readonly body: { readonly [field: string]: unknown };
  };
}

/** What is not certain in a table, and where. */
export interface RowDoubt {
  readonly row: number;
  readonly column: string;
  readonly problem: Problem;
}

export interface BookTable {
  readonly events: readonly RowEvent[];
  readonly doubts: readonly RowDoubt[];
}

/** Columns as they are called in Japanese books. */
const columnNames: { readonly [written: string]: string } = {
  ...{ 記録ID: 'id', 種類: 'kind', 記録の種類: 'kind', ロット: 'lot', 実施日: 'on', 日付: 'on', 担当者: 'by', 記入者: 'by' },
  ...{
    対象: 'material',
    由来: 'from',
    元の細胞: 'from',
    ドナー: 'donor',
    仮名: 'donor',
    細胞数: 'cells',
    計数: 'count',
    生細胞率: 'count.viability',
  },
  ...{ バッグ: 'bags', 分割先: 'into', 方法: 'method', 保管場所: 'location', 試験項目: 'test', 結果: 'verdict', 値: 'value', 単位: 'unit' },
  ...{
    投与結果: 'outcome',
    理由: 'reason',
    備考: 'note',
    逸脱: 'deviation',
    内容: 'text',
    損失: 'lost',
    出荷先: 'to',
    予定細胞数: 'planned',
  },
  viability: 'count.viability',
};

/** What a choice is called in Japanese books. */
const choices: { readonly [written: string]: string } = {
  ...{ 適合: 'pass', 不適合: 'fail', 結果待ち: 'pending', 未実施: 'not-done', 全量: 'full', 一部: 'partial', 未投与: 'missed' },
};

const kindsByName = new Map<string, EventName>(
  (Object.keys(eventKinds) as EventName[]).flatMap((kind) =>
    [kind, eventKinds[kind].words.en, eventKinds[kind].words.ja].map((name) => [fold(name), kind]),
  ),
);
const known = new Set<string>([
  ...['id', 'kind', 'lot', 'on', 'by', 'count.viability'],
  ...Object.values(eventFields).flatMap((fields) => fields.map(({ name }) => name)),
]);

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/**
 * An existing book as a table: a row an event, its columns called as the fields of an entry. Several bags or parts stand in one cell, set apart by
 * semicolons. A row without an id of its own is named by what it says, so that the same table is taken once.
 * @throws Problem `csv-invalid`, `book-empty`
 */
export function readBook(input: Uint8Array | string, { by: usual }: { readonly by: string }): BookTable {
  const { rows } = readTable(input);
  const [head, ...body] = rows;
  if (head === undefined || body.length === 0) throw new Problem('book-empty', empty);
  const columns = head.cells.map((name) => columnNames[name.normalize('NFKC').trim()] ?? name.trim());
  const doubts: RowDoubt[] = columns.flatMap((name, i) =>
    name === '' || known.has(name)
      ? columns.indexOf(name) < i && name !== ''
        ? [{ row: head.line, column: head.cells[i]!, problem: new Problem('book-column', twiceColumn, { column: head.cells[i]! }) }]
        : []
      : [{ row: head.line, column: head.cells[i]!, problem: new Problem('book-column', noColumn, { column: head.cells[i]! }) }],
  );
  const events: RowEvent[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of body) {
    const draft = Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? '']));
    const digest = contentDigest(draft).slice(0, 20);
    const turn = (seen.get(digest) ?? 0) + 1;
    seen.set(digest, turn);
    const read = rowEvent(draft, `csv ${digest} ${turn}`, usual);
    if ('event' in read) events.push({ row: line, event: read.event });
    else doubts.push(...read.doubts.map((doubt) => ({ row: line, ...doubt })));
  }
  return { events, doubts };
}

type Draft = { readonly [column: string]: string };

function rowEvent(
  draft: Draft,
  ownId: string,
  usual: string,
): { readonly event: RowEvent['event'] } | { readonly doubts: readonly Omit<RowDoubt, 'row'>[] } {
  const doubts: Omit<RowDoubt, 'row'>[] = [];
  const doubt = (column: string, problem: Problem) => doubts.push({ column, problem });
  const { kind: written = '', on = '' } = draft;
  const kind = kindsByName.get(fold(written));
  if (kind === undefined) doubt('kind', new Problem('book-kind', noKind, { kind: written }));
  const date = readWrittenDate(on);
  if (!('day' in date)) doubt('on', new Problem('book-date', noDate, { on }));
  const texts = { lot: draft['lot'] ?? '', by: (draft['by'] ?? '') || usual, id: (draft['id'] ?? '') || ownId };
  for (const [column, text] of Object.entries(texts))
    if (!idSchema.safeParse(text).success) doubt(column, new Problem('book-name', noName, { written: text.slice(0, 60) }));
  if (kind === undefined) return { doubts };
  const fields = new Set<string>([
    'id',
    'kind',
    'lot',
    'on',
    'by',
    ...eventFields[kind].flatMap(({ name, type }) => (type === 'count' ? [name, `${name}.viability`] : [name])),
  ]);
  for (const [column, text] of Object.entries(draft))
    if (text.trim() !== '' && known.has(column) && !fields.has(column))
      doubt(column, new Problem('book-field', otherField, { column, kind: written }));
  const said = Object.fromEntries(
    eventFields[kind].flatMap(({ name, type }): readonly (readonly [string, string])[] => {
      const text = draft[name] ?? '';
      const viability = draft[`${name}.viability`] ?? '';
      const isList = type === 'parts' || type === 'bags' || type === 'names' || type === 'tests';
      const value = isList
        ? text.replaceAll(/[;;]/g, '\n')
        : typeof type === 'object'
          ? (choices[text.normalize('NFKC').trim()] ?? text)
          : text;
      return viability === ''
        ? [[name, value]]
        : [
            [name, value],
            [`${name}.viability`, viability],
          ];
    }),
  );
  const body = bodyOf(kind, said);
  try {
    checkDocumentOf(body, { code: 'event-invalid', name: eventKinds[kind].words, schema: eventKinds[kind].schema });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    doubt(error.place.path?.split('.')[0] ?? '', error);
  }
  if (doubts.length > 0 || !('day' in date)) return { doubts };
  return { event: { ...texts, kind, on: date.day, body } };
}

const empty = { en: 'The table holds no row of a book.', ja: '表に台帳の行がありません。' };
const noColumn = { en: 'No entry of a book has a column "{column}".', ja: '列「{column}」は台帳の項目ではありません。' };
const twiceColumn = { en: 'The column "{column}" stands there twice.', ja: '列「{column}」が2つあります。' };
const noKind = { en: '"{kind}" is no kind of entry.', ja: '「{kind}」という記録の種類はありません。' };
const noDate = { en: '"{on}" is no certain date (such as 2026-04-20).', ja: '「{on}」は日付として確定できません(例: 2026-04-20)。' };
const noName = { en: '"{written}" is no name: 1 to 100 characters.', ja: '「{written}」は名前として使えません(1から100文字)。' };
const otherField = { en: 'An entry "{kind}" has no "{column}".', ja: '「{kind}」の記録に「{column}」の項目はありません。' };
