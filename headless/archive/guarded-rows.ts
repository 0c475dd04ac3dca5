import { type RawBuilder, sql } from 'kysely';
import { canonicalJson } from '../../core/base/chain/canonical-json.ts';
import type { Database } from './database.ts';
import { sha256Of } from './digests.ts';
import { piecesOf } from './pieces.ts';
import type { ArchiveTables } from './schema.ts';

/** Tables whose rows are in the log with a digest of their content, by the columns that name a row; what the rest holds is work in hand or found again. */
export const guardedTables = {
  archive_info: ['name'],
  donors: ['id'],
  lots: ['id'],
  materials: ['id'],
  material_parents: ['child_id', 'parent_id'],
  material_splits: ['material_id'],
  runs: ['id'],
  protocols: ['sha256'],
  profiles: ['sha256'],
  results: ['id'],
  overrides: ['sha256', 'dataset', 'protocol_sha256', 'population', 'version'],
  batches: ['id'],
  batch_runs: ['batch_id', 'run_id'],
  decisions: ['id'],
  decision_runs: ['decision_id', 'run_id'],
  current_results: ['run_id'],
  saved_queries: ['name'],
  ledger_events: ['seq'],
  observations: ['seq'],
  course_templates: ['name'],
  course_exports: ['seq'],
  residual_results: ['id'],
  plate_results: ['id'],
  plate_lysis: ['plate_id', 'place'],
  batch_plates: ['batch_id', 'place'],
  batch_terms: ['batch_id'],
  watch_rules: ['name'],
  watch_verdicts: ['seq'],
} as const satisfies { readonly [table: string]: readonly string[] };
export type GuardedTable = keyof typeof guardedTables;
export const guardedNames = Object.keys(guardedTables) as readonly GuardedTable[];

/** A row of a table: the values of its key columns. */
export interface GuardedRow {
  readonly table: GuardedTable;
  readonly key: readonly (string | number)[];
}

export interface RowDigest extends GuardedRow {
  /** Null where the row is not there. */
  readonly sha256: string | null;
}

export const keyText = ({ key }: GuardedRow): string => JSON.stringify(key);

type Row = { readonly [column: string]: unknown };

/** The digests of rows as they stand, for those that are there and those that are not. */
export async function digestRows(db: Database, rows: readonly GuardedRow[]): Promise<readonly RowDigest[]> {
  const digests: RowDigest[] = [];
  for (const table of new Set(rows.map((row) => row.table))) {
    const wanted = new Map(rows.flatMap((row) => (row.table === table ? [[keyText(row), row] as const] : [])));
    const found = new Map<string, string>();
    for (const piece of piecesOf([...wanted.values()], 100)) {
      const { rows: read } = await sql<Row>`select * from ${sql.table(table)} where ${sql.join(piece.map(isRow), sql` or `)}`.execute(db);
      for (const row of read) found.set(keyText(rowOf(table, row)), digestOf(row));
    }
    digests.push(...[...wanted].map(([text, row]) => ({ ...row, sha256: found.get(text) ?? null })));
  }
  return digests;
}

const isRow = ({ table, key }: GuardedRow): RawBuilder<unknown> =>
  sql`(${sql.join(
    guardedTables[table].map((column, i) => sql`${sql.ref(column)} = ${key[i]}`),
    sql` and `,
  )})`;

export const digestOf = (row: Row): string => sha256Of(canonicalJson(row));

export const rowOf = (table: GuardedTable, row: Row): GuardedRow => ({
  table,
  key: guardedTables[table].map((column) => row[column] as string | number),
});

export interface Page {
  readonly rows: readonly Row[];
  /** Rows that hold bytes where a text belongs, or bytes that are no UTF-8, by their keys as far as they can be read. */
  readonly unreadable: readonly string[];
}

/**
 * All rows of a table, some at a time, in the order of its first columns. SQLite's texts are asked for as bytes and read here: its library ends the
 * whole process on one that is no UTF-8.
 */
export async function* pagesOf(db: Database, table: keyof ArchiveTables, keys: readonly string[], size = 200): AsyncGenerator<Page> {
  const columns = await columnsOf(db, table);
  const order = sql.join(keys.map((column) => sql.ref(column)));
  for (let last: readonly unknown[] | undefined; ; ) {
    const after = last === undefined ? sql`1 = 1` : sql`(${order}) > (${sql.join(last)})`;
    const read = sql<Row>`select ${columns} from ${sql.table(table)} where ${after} order by ${order} limit ${sql.lit(size)}`;
    const { rows } = await read.execute(db);
    const page = rows.map(readable);
    yield {
      rows: page.flatMap(({ row, isWhole }) => (isWhole ? [row] : [])),
      unreadable: page.flatMap(({ row, isWhole }) => (isWhole ? [] : [keys.map((key) => String(row[key])).join(' ')])),
    };
    const end = page.at(-1);
    if (end === undefined || rows.length < size || !end.isWhole) return;
    last = keys.map((column) => end.row[column]);
  }
}

async function columnsOf(db: Database, table: string): Promise<RawBuilder<unknown>> {
  if (!isSqlite(db)) return sql`*`;
  const { rows } = await sql<{ readonly name: string }>`select name from pragma_table_info(${table})`.execute(db);
  return sql.join(
    rows.map(({ name }) => {
      const column = sql.ref(name);
      // a column that holds bytes already is not one of ours
      return sql`case typeof(${column}) when 'text' then cast(${column} as blob) when 'blob' then 'bytes' else ${column} end as ${column}`;
    }),
  );
}

const isSqlite = (db: Database): boolean => !db.getExecutor().adapter.supportsTransactionalDdl;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function readable(row: Row): { readonly row: Row; readonly isWhole: boolean } {
  let isWhole = true;
  const read = Object.entries(row).map(([column, value]) => {
    if (value === 'bytes') isWhole = false;
    if (typeof value !== 'object' || value === null) return [column, value];
    try {
      return [column, utf8.decode(value as ArrayBuffer)];
    } catch {
      isWhole = false;
      return [column, '?'];
    }
  });
  return { row: Object.fromEntries(read), isWhole };
}
