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
export type QueryField = (typeof textFields)[number] | (typeof numberFields)[number] | (typeof dateFields)[number];

type Comparison = '=' | '!=' | '~' | '<' | '<=' | '>' | '>=';
export interface QueryTerm {
  readonly field: QueryField;
  readonly comparison: Comparison;
  /** Numbers for number fields; one at least. */
  readonly values: readonly (string | number)[];
}

const term = /\s*(?:([A-Za-z0-9]+)\s*(!=|<=|>=|=|~|<|>))?\s*((?:"[^"]*"|[^\s"|])+(?:\|(?:"[^"]*"|[^\s"|])+)*)/y;

/** The terms of a query; none for an empty one or `all`, which mean every run. Throws `query-invalid` with the place in the text. */
export function parseRunQuery(text: string): readonly QueryTerm[] {
  if (/^\s*(all|\*)?\s*$/i.test(text)) return [];
  const terms: QueryTerm[] = [];
  for (let at = 0; at < text.trimEnd().length; ) {
    term.lastIndex = at;
    const found = term.exec(text);
    if (found === null) throw invalid(text, at);
    const [, name, comparison, values = ''] = found;
    terms.push(termOf(text, at, name, comparison as Comparison | undefined, values.match(/(?:"[^"]*"|[^"|])+/g) ?? []));
    at = term.lastIndex;
  }
  return terms;
}

function termOf(
  text: string,
  at: number,
  name: string | undefined,
  comparison: Comparison | undefined,
  written: readonly string[],
): QueryTerm {
  const values = written.map((value) => value.replaceAll('"', ''));
  // a comparison that lost its field is a slip, not a part of a name
  if (name === undefined && /[=<>~]/.test(written.join('').replace(/"[^"]*"/g, ''))) throw invalid(text, at);
  if (name === undefined || comparison === undefined) return { field: 'name', comparison: '~', values };
  const field = name.toLowerCase();
  if (isOneOf(textFields, field)) {
    if (comparison !== '=' && comparison !== '!=' && comparison !== '~') throw invalid(text, at);
    return { field, comparison, values };
  }
  if (comparison === '~') throw invalid(text, at);
  if (isOneOf(numberFields, field)) {
    const numbers = values.map(Number);
    if (numbers.some((value) => !Number.isFinite(value))) throw invalid(text, at);
    return { field, comparison, values: numbers };
  }
  if (!isOneOf(dateFields, field) || values.some((value) => !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value))) throw invalid(text, at);
  return { field, comparison, values };
}

const isOneOf = <T extends string>(known: readonly T[], name: string): name is T => known.some((one) => one === name);

const invalid = (text: string, at: number): Problem =>
  new Problem(
    'query-invalid',
    {
      en: 'The query is not understood from "{rest}" on. Fields: {fields}; comparisons = != ~ < <= > >=; dates as 2026-01-31.',
      ja: '検索条件の「{rest}」以降を解釈できません。項目: {fields}。比較: = != ~ < <= > >=。日付は2026-01-31の形式です。',
    },
    { rest: text.slice(at).trim().slice(0, 40), fields: [...textFields, ...numberFields, ...dateFields].join(', ') },
    { offset: at },
  );
