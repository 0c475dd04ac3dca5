import { type ChainFault, type ChainHead, checkChain, headOf } from '../../core/base/chain/chain.ts';
import { type Sentence, say, type Values } from '../../core/base/message.ts';
import type { Database } from './database.ts';
import { digestOf, type GuardedTable, guardedNames, guardedTables, keyText, pagesOf, rowOf } from './guarded-rows.ts';
import { inSnapshot } from './in-snapshot.ts';
import type { LogEntry } from './log-table.ts';

/** What tells that the archive was changed outside this software, or that a text in it cannot be read. */
export interface ChangeFault {
  readonly kind: 'log' | 'anchor' | 'row' | 'text';
  readonly what: string;
  /** In every language, filled. */
  readonly message: Sentence;
}

export interface LogReport {
  /** Where the log stands. */
  readonly log: ChainHead;
  readonly faults: readonly ChangeFault[];
}

/** Tables that are checked at every opening: what persons decided and said, and what results stand. The rest, which is large, by `archive check`. */
const small: readonly GuardedTable[] = guardedNames.filter(
  (table) => !['results', 'batch_runs', 'decision_runs', 'material_splits'].includes(table),
);

/**
 * Follows the log from its first entry on, and compares the rows that there are with the digests that it tells. `anchors` are heads of the log that were
 * kept elsewhere. All guarded tables, or those that are checked at every opening.
 */
export const checkLog = (db: Database, options: CheckOptions = {}): Promise<LogReport> =>
  // what another program writes between two readings is no change from outside
  inSnapshot(db, (snapshot) => checkAt(snapshot, options));

interface CheckOptions {
  readonly anchors?: readonly ChainHead[];
  readonly whole?: boolean;
}

async function checkAt(db: Database, { anchors = [], whole = true }: CheckOptions): Promise<LogReport> {
  const entries: LogEntry[] = [];
  for await (const { rows, unreadable } of pagesOf(db, 'log', ['seq'], 1000)) {
    if (unreadable.length > 0)
      return { log: headOf(entries), faults: unreadable.map((key) => fault('text', 'log', { table: 'log', key })) };
    entries.push(...(rows as unknown as readonly LogEntry[]));
  }
  const gap = entries.findIndex(({ seq }, i) => seq !== i + 1);
  const chain: readonly ChainFault[] = [
    ...checkChain(entries, { anchors }),
    ...(gap < 0 ? [] : [{ kind: 'broken' as const, entry: gap + 1 }]),
  ];
  const known = new Map<string, string>();
  const untold = entries.filter((entry) => !take(entry, known));
  const faults = [
    ...chain.map(({ kind, entry }) => fault(kind === 'anchor' ? 'anchor' : 'log', String(entry), { entry })),
    ...untold.map(({ seq }) => fault('log', String(seq), { entry: seq })),
  ];
  for (const table of whole ? guardedNames : small) faults.push(...(await checkTable(db, table, known)));
  faults.push(...(await checkDigests(db, known)));
  return { log: headOf(entries), faults };
}

/** Takes over what an entry tells of rows; false where it cannot be understood. */
function take({ kind, contents }: LogEntry, known: Map<string, string>): boolean {
  if (kind === 'session') return true;
  try {
    for (const [table, key, sha256] of JSON.parse(contents) as readonly (readonly [string, string, string | null])[])
      if (sha256 === null) known.delete(`${table} ${key}`);
      else known.set(`${table} ${key}`, sha256);
    return true;
  } catch {
    return false;
  }
}

async function checkTable(db: Database, table: GuardedTable, known: ReadonlyMap<string, string>): Promise<readonly ChangeFault[]> {
  const faults: ChangeFault[] = [];
  const seen = new Set<string>();
  for await (const { rows, unreadable } of pagesOf(db, table, guardedTables[table])) {
    // where rows cannot be read, which ones are missing cannot be said
    if (unreadable.length > 0) return [...faults, ...unreadable.map((key) => fault('text', `${table} ${key}`, { table, key }))];
    for (const row of rows) {
      const key = keyText(rowOf(table, row));
      seen.add(key);
      const told = known.get(`${table} ${key}`);
      if (told !== digestOf(row)) faults.push(fault('row', `${table} ${key}`, { table, key }, told === undefined ? 'added' : 'changed'));
    }
  }
  for (const name of known.keys()) {
    const key = name.slice(table.length + 1);
    if (name.startsWith(`${table} `) && !seen.has(key)) faults.push(fault('row', name, { table, key }, 'missing'));
  }
  return faults;
}

/** The digests beside the rows are those of the log: what the next writer goes by. */
async function checkDigests(db: Database, known: ReadonlyMap<string, string>): Promise<readonly ChangeFault[]> {
  const faults: ChangeFault[] = [];
  let count = 0;
  for await (const { rows, unreadable } of pagesOf(db, 'content_digests', ['row_key', 'table_name'], 1000)) {
    if (unreadable.length > 0) return unreadable.map((key) => fault('text', `content_digests ${key}`, { table: 'content_digests', key }));
    for (const { table_name: table, row_key: key, sha256 } of rows) {
      count += 1;
      if (known.get(`${table} ${key}`) !== sha256)
        faults.push(fault('row', `content_digests ${table} ${key}`, { table: String(table), key: String(key) }, 'changed'));
    }
  }
  const told = known.size;
  return count < told && faults.length === 0
    ? [fault('row', 'content_digests', { table: 'content_digests', key: String(told - count) }, 'missing')]
    : faults;
}

const fault = (kind: ChangeFault['kind'], what: string, values: Values, how: 'changed' | 'added' | 'missing' = 'changed'): ChangeFault => {
  const sentence = kind === 'row' ? sentences[how] : sentences[kind];
  return { kind, what, message: { en: say(sentence, values, 'en'), ja: say(sentence, values, 'ja') } };
};

const sentences = {
  log: {
    en: 'Entry {entry} of the log does not follow the one before it: entries were changed, removed, added or moved outside this software.',
    ja: '記録の{entry}番目が直前の記録とつながりません。本ソフトウェア以外で変更・削除・追加・並べ替えされた可能性があります。',
  },
  anchor: {
    en: 'The log is not the one that was seen before: up to entry {entry} its digest was another one, or it was longer.',
    ja: '記録が以前に確認されたものと異なります({entry}件目までの要約値が一致しないか、記録が短くなっています)。',
  },
  changed: {
    en: 'A row of {table} was changed outside this software: {key}',
    ja: '{table}の行が本ソフトウェア以外で変更されています: {key}',
  },
  added: {
    en: 'A row of {table} was added outside this software: {key}',
    ja: '{table}に本ソフトウェア以外で追加された行があります: {key}',
  },
  missing: { en: 'A row of {table} is missing that the log tells of: {key}', ja: '記録にある{table}の行が失われています: {key}' },
  text: {
    en: 'A text in {table} cannot be read any more (its bytes are no UTF-8): {key}',
    ja: '{table}の文字列が読み取れません(UTF-8として不正なバイト列です): {key}',
  },
} as const;
