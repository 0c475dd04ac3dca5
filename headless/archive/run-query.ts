import { Problem } from '../../core/base/problem.ts';

/*
 * Which runs are meant, in words a person types:  lot=A12|A13 day>=10 cytometer~canto acquired>=2024-01-01 "free text"
 * Terms are joined by "and", values by `|` are alternatives. `=` is the whole value, `~` a part of it. A word alone is a part of the file's name.
 */

const textFields = [
  'name',
  'path',
  'lot',
  'donor',
  'culture',
  'cytometer',
  'serial',
  'role',
  'method',
  'panel',
  'group',
  'sha256',
] as const;
const numberFields = ['day', 'events', 'nk', 'nkt', 't', 'dn'] as const;
const dateFields = ['acquired', 'imported'] as const;
/** Of the plates of a run's lot: percent lysis, the target line. */
const lysisFields = ['lysis', 'target'] as const;
export type QueryField =
  | (typeof textFields)[number]
  | (typeof numberFields)[number]
  | (typeof dateFields)[number]
  | (typeof lysisFields)[number]
  | (typeof plateFields.text)[number]
  | (typeof plateFields.number)[number];

export const isLysisField = (field: QueryField): field is (typeof lysisFields)[number] => isOneOf(lysisFields, field);

interface Fields {
  readonly text: readonly QueryField[];
  readonly number: readonly QueryField[];
  readonly date: readonly QueryField[];
}
const runFields: Fields = { text: [...textFields, 'target'], number: [...numberFields, 'lysis'], date: dateFields };
const plateFields = {
  text: ['name', 'target', 'readout', 'verdict', 'lot', 'donor', 'method'],
  number: ['lysis', 'et', 'day'],
  date: [],
} as const;

type Comparison = '=' | '!=' | '~' | '<' | '<=' | '>' | '>=';
export interface QueryTerm {
  readonly field: QueryField;
  readonly comparison: Comparison;
  /** Numbers for number fields; one at least. */
  readonly values: readonly (string | number)[];
}

const term = /\s*(?:([A-Za-z0-9]+)\s*(!=|<=|>=|=|~|<|>))?\s*((?:"[^"]*"|[^\s"|])+(?:\|(?:"[^"]*"|[^\s"|])+)*)/y;

/** The terms of a query; none for an empty one or `all`, which mean every run. Throws `query-invalid` with the place in the text. */
export const parseRunQuery = (text: string): readonly QueryTerm[] => parseQuery(text, runFields);

/** Of plates of cytotoxicity assays: `lysis>=20 target=K562`. */
export const parsePlateQuery = (text: string): readonly QueryTerm[] => parseQuery(text, plateFields);

function parseQuery(text: string, fields: Fields): readonly QueryTerm[] {
  if (/^\s*(all|\*)?\s*$/i.test(text)) return [];
  const terms: QueryTerm[] = [];
  for (let at = 0; at < text.trimEnd().length; ) {
    term.lastIndex = at;
    const found = term.exec(text);
    if (found === null) throw invalid(text, at, fields);
    const [, name, comparison, values = ''] = found;
    terms.push(termOf(fields, text, at, name, comparison as Comparison | undefined, values.match(/(?:"[^"]*"|[^"|])+/g) ?? []));
    at = term.lastIndex;
  }
  return terms;
}

function termOf(
  fields: Fields,
  text: string,
  at: number,
  name: string | undefined,
  comparison: Comparison | undefined,
  written: readonly string[],
): QueryTerm {
  const values = written.map((value) => value.replaceAll('"', ''));
  // a comparison that lost its field is a slip, not a part of a name
  if (name === undefined && /[=<>~]/.test(written.join('').replace(/"[^"]*"/g, ''))) throw invalid(text, at, fields);
  if (name === undefined || comparison === undefined) return { field: 'name', comparison: '~', values };
  const field = name.toLowerCase();
  if (isOneOf(fields.text, field)) {
    if (comparison !== '=' && comparison !== '!=' && comparison !== '~') throw invalid(text, at, fields);
    return { field, comparison, values };
  }
  if (comparison === '~') throw invalid(text, at, fields);
  if (isOneOf(fields.number, field)) {
    const numbers = values.map(Number);
    if (numbers.some((value) => !Number.isFinite(value))) throw invalid(text, at, fields);
    return { field, comparison, values: numbers };
  }
  if (!isOneOf(fields.date, field) || values.some((value) => !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value))) throw invalid(text, at, fields);
  return { field, comparison, values };
}

const isOneOf = <T extends string>(known: readonly T[], name: string): name is T => known.some((one) => one === name);

const invalid = (text: string, at: number, { text: texts, number, date }: Fields): Problem =>
  new Problem(
    'query-invalid',
    {
      en: 'The query is not understood from "{rest}" on. Fields: {fields}; comparisons = != ~ < <= > >=; dates as 2026-01-31.',
      ja: '検索条件の「{rest}」以降を解釈できません。項目: {fields}。比較: = != ~ < <= > >=。日付は2026-01-31の形式です。',
    },
    { rest: text.slice(at).trim().slice(0, 40), fields: [...texts, ...number, ...date].join(', ') },
    { offset: at },
  );
