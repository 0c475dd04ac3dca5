import { once } from 'node:events';
import path from 'node:path';
import { markedTable, tableLine } from '../../core/base/tables/write-table.ts';
import { type VerdictColumn, type VerdictFacts, verdictCells } from '../../core/study/watch/verdict-columns.ts';
import type { WatchRule } from '../../core/study/watch/watch-rule.ts';
import type { Database } from '../archive/database.ts';
import { verdictLines } from '../archive/watch-verdicts.ts';
import { writeWhole } from '../files/write-file.ts';

/** A line by the headings of its columns. */
export type Line = { readonly [title: string]: string | number };

export function lineOf(rule: WatchRule, facts: VerdictFacts): Line | undefined {
  if (rule.table === undefined) return undefined;
  const { columns } = rule.table;
  const cells = verdictCells(columns, facts, languageOf(rule));
  return Object.fromEntries(columns.flatMap(({ title }, i) => (cells[i] === undefined ? [] : [[title, cells[i]]])));
}

/** The table of a rule, whole: what was written down of its files, a line each, in the order of their verdicts. */
export async function writeLines(db: Database, { name, table }: WatchRule): Promise<void> {
  if (table === undefined) return;
  const lines = (await verdictLines(db, name)).map((line) => tableLine(table.columns.map(({ title }) => line[title])));
  await write(table.file, [tableLine(table.columns.map(({ title }) => title)), ...lines]);
}

/** A table of one run by itself; the same name on a second try. */
export async function dropLine(rule: WatchRule, facts: VerdictFacts): Promise<void> {
  const { drop } = rule;
  if (drop === undefined) return;
  const heading = drop.columns.map(({ title }: VerdictColumn) => title);
  const name = `${path.parse(facts.file).name}${facts.run === undefined ? '' : ` ${facts.run.sha256.slice(0, 8)}`}.csv`;
  await write(path.join(drop.folder, name), [tableLine(heading), tableLine(verdictCells(drop.columns, facts, languageOf(rule)))]);
}

const languageOf = ({ certificate }: WatchRule) => certificate?.language ?? 'en';

const write = (file: string, lines: readonly string[]): Promise<void> =>
  writeWhole(file, async (out) => {
    if (!out.write(markedTable(lines))) await once(out, 'drain');
    out.end();
  });
