import { type Expression, type SqlBool, sql } from 'kysely';

/** Whole values as written; parts without regard to case. */
export function textMatch(column: Expression<unknown>, comparison: string, value: string): Expression<SqlBool> {
  if (comparison === '=') return sql<SqlBool>`${column} = ${value}`;
  const part = `%${value.toLowerCase().replace(/[\\%_]/g, (letter) => `\\${letter}`)}%`;
  return sql<SqlBool>`lower(${column}) like ${part} escape '\\'`;
}
