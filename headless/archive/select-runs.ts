import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from './database.ts';
import { plateCondition } from './plate-condition.ts';
import { isLysisField, parseRunQuery, type QueryField, type QueryTerm } from './run-query.ts';
import type { ArchiveTables, Run } from './schema.ts';
import { textMatch } from './text-match.ts';

type Builder = ExpressionBuilder<ArchiveTables, 'runs'>;

interface RunPage {
  readonly limit?: number;
  /** Those behind this run, by its id. */
  readonly after?: string | undefined;
}

/**
 * Runs that a query means, in the order of acquisition, then of content: the same in every database. A page begins where the one before ended, so that
 * the last costs what the first does.
 */
export async function selectRuns(db: Database, query: string, { limit, after }: RunPage = {}): Promise<readonly Run[]> {
  const ordered = matching(db, query).selectAll('runs').orderBy(acquired).orderBy('runs.name').orderBy('runs.id');
  const wanted = limit === undefined ? ordered : ordered.limit(limit);
  if (after === undefined) return wanted.execute();
  const last = await db.selectFrom('runs').select(['acquired_on', 'name', 'id']).where('id', '=', after).executeTakeFirstOrThrow();
  const place = sql.join([last.acquired_on ?? '', last.name, last.id]);
  return wanted.where(sql<SqlBool>`(${acquired}, runs.name, runs.id) > (${place})`).execute();
}

/** As the index has it. */
const acquired = sql<string>`coalesce(runs.acquired_on, '')`;

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
  if (!negative)
    return eb.or(values.map((value) => (comparison === '=' ? whole(eb, field, value) : compare(eb, field, comparison, value))));
  return eb.not(eb.or(values.map((value) => compare(eb, field, '=', value))));
}

/** A whole value as an index knows it; a run of which nothing is said is compared, as is whatever is denied. */
function whole(eb: Builder, field: QueryField, value: string | number): Expression<SqlBool> {
  if (field === 'culture' && value !== '')
    return eb('runs.material_id', 'in', eb.selectFrom('materials').select('materials.id').where('label', '=', String(value)));
  if (field === 'sha256' && /^[0-9a-f]{64}$/.test(String(value))) return eb('runs.sha256', '=', String(value));
  if (!indexed.has(field) || value === '') return compare(eb, field, '=', value);
  return sql<SqlBool>`${sql.ref(`runs.${columns[field] ?? field}`)} = ${value}`;
}

const indexed: ReadonlySet<QueryField> = new Set(['name', 'lot', 'donor', 'cytometer', 'serial', 'role', 'method']);

function compare(
  eb: Builder,
  field: QueryField,
  comparison: Exclude<QueryTerm['comparison'], '!='>,
  value: string | number,
): Expression<SqlBool> {
  if (field === 'path')
    return eb(
      'runs.sha256',
      'in',
      eb
        .selectFrom('run_files')
        .select('run_files.sha256')
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
  if (field === 'acquired') return dateMatch(acquired, comparison, value);
  if (field === 'imported') return dateMatch(sql.ref('runs.imported_at'), comparison, value);
  if (field === 'sha256') return textMatch(column, '~', value);
  return textMatch(column, comparison, value);
}

/** A date that is given to the month or year stands for all of it; a run without one is in none. */
function dateMatch(column: Expression<unknown>, comparison: string, value: string): Expression<SqlBool> {
  const first = `${value}${'-01'.repeat((10 - value.length) / 3)}`;
  const last = `${value}${'-12-31'.slice(value.length - 4)}T99`;
  const bounds: { readonly [comparison: string]: RawBuilder<SqlBool> } = {
    '=': sql`${column} >= ${first} and ${column} <= ${last}`,
    '>=': sql`${column} >= ${first}`,
    '>': sql`${column} > ${last}`,
    '<': sql`${column} > '' and ${column} < ${first}`,
    '<=': sql`${column} > '' and ${column} <= ${last}`,
  };
  return bounds[comparison] ?? sql`1 = 0`;
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
