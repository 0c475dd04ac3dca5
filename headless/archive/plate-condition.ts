import { type Expression, type SqlBool, sql } from 'kysely';
import { isLysisField, type QueryTerm } from './run-query.ts';
import { textMatch } from './text-match.ts';

const ofLysis: { readonly [field: string]: string } = {
  lysis: 'lysis',
  et: 'et',
  lot: 'lot',
  donor: 'donor',
  method: 'method',
  day: 'day',
};
const ofPlate: { readonly [field: string]: string } = {
  target: 'target',
  readout: 'readout',
  verdict: 'verdict',
  name: 'name',
  plate: 'name',
};

/**
 * What is asked of one E:T of a plate and of the plate that it is of, together: lysis of 20 % and K562 are of the same wells. An invalid plate is
 * found only where its verdict is asked for.
 */
export function plateCondition(terms: readonly QueryTerm[], { of }: { readonly of: 'plate' | 'lot' }): Expression<SqlBool> {
  const conditions = terms.map(({ field, comparison, values }) => {
    const column = ofLysis[field] === undefined ? sql.ref(`p.${ofPlate[field] ?? field}`) : sql.ref(`l.${ofLysis[field]}`);
    const negative = comparison === '!=';
    const any = values.map((value) =>
      typeof value === 'number'
        ? sql<SqlBool>`${column} ${sql.raw(negative ? '=' : comparison)} ${value}`
        : textMatch(sql`coalesce(${column}, '')`, negative ? '=' : comparison, value),
    );
    return negative ? sql<SqlBool>`not (${sql.join(any, sql` or `)})` : sql<SqlBool>`(${sql.join(any, sql` or `)})`;
  });
  const valid =
    terms.some(({ field }) => field === 'verdict') || !terms.some(({ field }) => isLysisField(field)) ? [] : [sql`p.verdict <> 'invalid'`];
  const where = of === 'lot' ? sql`l.lot = runs.lot_id` : sql`p.id = plate_results.id`;
  return sql<SqlBool>`exists (select 1 from plate_results p left join plate_lysis l on l.plate_id = p.id where ${sql.join(
    [where, ...valid, ...conditions],
    sql` and `,
  )})`;
}
