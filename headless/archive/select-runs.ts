import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from './database.ts';
import { plateCondition } from './plate-condition.ts';
import { isLysisField, parseRunQuery, type QueryField, type QueryTerm } from './run-query.ts';
import type { ArchiveTables, Run } from './schema.ts';
import { textMatch } from './text-match.ts';

type Builder = ExpressionBuilder<ArchiveTables, 'runs'>;

/** Runs that a query means, in the order of acquisition, then of content: the same in every database. */
export async function selectRuns(
  db: Database,
  query: string,
  page: { readonly limit?: number; readonly offset?: number } = {},
): Promise<readonly Run[]> {
  const wanted = matching(db, query).selectAll('runs').orderBy(sql`coalesce(acquired_on, '')`).orderBy('runs.name').orderBy('runs.id');
  const { limit = -1, offset = 0 } = page;
  return (limit < 0 ? wanted : wanted.limit(limit).offset(offset)).execute();
}

export async function countRuns(db: Database, query: string): Promise<number> {
  const { count } = await matching(db, query)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

const matching = (db: Database, query: string) => {
  const terms = parseRunQuery(query);
  const ofPlates = terms.filter(({ field }) => isLysisField(field));
  const others = terms.filter(({ field }) => !isLysisField(field));
  return db
    .selectFrom('runs')
    .where((eb) =>
      eb.and([...others.map((term) => conditionOf(eb, term)), ...(ofPlates.length === 0 ? [] : [plateCondition(ofPlates, { of: 'lot' })])]),
    );
};

function conditionOf(eb: Builder, { field, comparison, values }: QueryTerm): Expression<SqlBool> {
  const negative = comparison === '!=';
  const any = eb.or(values.map((value) => compare(eb, field, negative ? '=' : comparison, value)));
  return negative ? eb.not(eb.and([any])) : any;
}

function compare(
  eb: Builder,
  field: QueryField,
  comparison: Exclude<QueryTerm['comparison'], '!='>,
  value: string | number,
): Expression<SqlBool> {
  if (field === 'path')
    return eb.exists(
      eb
        .selectFrom('run_files')
        .select('path')
        .whereRef('run_files.sha256', '=', 'runs.sha256')
        .where(textMatch(sql`path`, comparison, String(value))),
    );
  if (field in ofCurrent) return inCurrent(eb, ofCurrent[field] ?? '', comparison, value);
  if (field === 'culture')
    return eb.exists(
      eb
        .selectFrom('materials')
        .select('id')
        .whereRef('materials.id', '=', 'runs.material_id')
        .where(textMatch(sql`label`, comparison, String(value))),
    );
  const column = sql`coalesce(${sql.ref(`runs.${columns[field] ?? field}`)}, ${field === 'day' || field === 'events' ? sql`-1` : sql`''`})`;
  if (typeof value === 'number') return sql<SqlBool>`${column} ${sql.raw(comparison)} ${value} and ${column} >= 0`;
  if (field === 'acquired' || field === 'imported') return dateMatch(column, comparison, value);
  if (field === 'sha256') return textMatch(column, '~', value);
  return textMatch(column, comparison, value);
}

/** A date that is given to the month or year stands for all of it; a run without one is in none. */
function dateMatch(column: Expression<unknown>, comparison: string, value: string): Expression<SqlBool> {
  return sql<SqlBool>`${column} <> '' and substr(${column}, 1, ${sql.lit(value.length)}) ${sql.raw(comparison)} ${value}`;
}

const columns: { readonly [F in QueryField]?: string } = {
  lot: 'lot_id',
  donor: 'donor_id',
  method: 'declared_method',
  acquired: 'acquired_on',
  imported: 'imported_at',
};

/** Columns of the result that stands. */
const ofCurrent: { readonly [F in QueryField]?: string } = { group: 'group_id', nk: 'nk', nkt: 'nkt_like', t: 't', dn: 'double_negative' };

function inCurrent(eb: Builder, column: string, comparison: string, value: string | number): Expression<SqlBool> {
  const ref = sql.ref(`results.${column}`);
  return eb.exists(
    eb
      .selectFrom('current_results')
      .innerJoin('results', 'results.id', 'current_results.result_id')
      .select('results.id')
      .whereRef('current_results.run_id', '=', 'runs.id')
      .where(typeof value === 'number' ? sql<SqlBool>`${ref} ${sql.raw(comparison)} ${value}` : textMatch(ref, comparison, value)),
  );
}
