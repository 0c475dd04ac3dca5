import type * as z from 'zod';
import { type Sentence, say, type Values } from './message.ts';
import { Problem } from './problem.ts';
import { ruleOf } from './rule.ts';

/** Levels of brackets: a hostile or broken document is refused before it costs memory or time. */
export const MOST_NESTING = 512;

/** What a kind of document is called, and how a wrong one is refused. */
export interface DocumentKind<Schema extends z.ZodType> {
  readonly code: string;
  readonly name: Sentence;
  readonly schema: Schema;
  /** From an older version of the format. */
  readonly lift?: (document: unknown) => unknown;
}

/**
 * Reads a document from JSON text; a byte order mark is no part of it.
 * @throws Problem of the kind's code with the line or the place in the document, and why in words
 */
export function readJsonDocument<Schema extends z.ZodType>(text: string, kind: DocumentKind<Schema>): z.infer<Schema> {
  const document = parseJson(text, kind);
  return checkDocumentOf(kind.lift === undefined ? document : kind.lift(document), kind);
}

/** The same of what was parsed already. */
export function checkDocumentOf<Schema extends z.ZodType>(
  document: unknown,
  { code, name, schema }: DocumentKind<Schema>,
): z.infer<Schema> {
  const parsed = schema.safeParse(document);
  if (parsed.success) return parsed.data;
  throw schemaProblem(code, name, parsed.error.issues, document);
}

export function parseJson(text: string, { code, name }: Pick<DocumentKind<z.ZodType>, 'code' | 'name'>): unknown {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (nestingOf(body) > MOST_NESTING) throw refuse(code, name, tooDeep, { most: MOST_NESTING }, '');
  try {
    return JSON.parse(body);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const at = Number(/position (\d+)/.exec(error.message)?.[1] ?? Number.NaN);
    const line = body.slice(0, Number.isNaN(at) ? body.length : at).split('\n').length;
    throw refuse(code, name, /^\s*[{[]/.test(body) ? broken : noJson, { line }, '');
  }
}

/** How deep the brackets of a JSON text go, without building anything. Brackets inside strings do not count. */
export function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (quoted) {
      if (character === '\\') i++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth--;
  }
  return deepest;
}

type Issue = z.core.$ZodIssue;

/** What a schema found, in words; the first of it. */
function schemaProblem(code: string, name: Sentence, issues: readonly Issue[], document: unknown): Problem {
  const [first] = issues;
  const { issue, path } = first === undefined ? { issue: undefined, path: [] } : innermost(first, []);
  const { sentence, values } = reasonOf(issue, at(document, path));
  return refuse(code, name, sentence, values, path.join('.'));
}

/** The first thing that a schema found wrong with what was read from another form of document, as a clause. */
export function whyUnfit({ issues: [first] }: z.ZodError, document: unknown): Sentence {
  const { issue, path } = first === undefined ? { issue: undefined, path: [] } : innermost(first, []);
  const { sentence, values } = reasonOf(issue, at(document, path));
  return { en: say(sentence, values, 'en'), ja: say(sentence, values, 'ja') };
}

/** Of a choice between shapes, what is wrong with the one that fits best. */
function innermost(issue: Issue, above: readonly PropertyKey[]): { readonly issue: Issue; readonly path: readonly string[] } {
  const path = [...above, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return { issue, path: path.map(String) };
  const best = issue.errors.reduce((a, b) => (b.length < a.length ? b : a));
  return best[0] === undefined ? { issue, path: path.map(String) } : innermost(best[0], path);
}

const at = (document: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as { readonly [key: string]: unknown })[key] : undefined),
    document,
  );

function reasonOf(issue: Issue | undefined, value: unknown): { readonly sentence: Sentence; readonly values: Values } {
  const shown = JSON.stringify(value)?.slice(0, 40) ?? '';
  if (issue === undefined) return { sentence: unfit, values: {} };
  if (value === undefined && issue.code !== 'unrecognized_keys' && issue.code !== 'custom') return { sentence: missing, values: {} };
  switch (issue.code) {
    case 'invalid_type':
      return { sentence: types[issue.expected] ?? unfit, values: { shown } };
    case 'invalid_value':
      return { sentence: oneOf, values: { shown, options: issue.values.map((option) => JSON.stringify(option)).join(', ') } };
    case 'invalid_union':
      return { sentence: unfit, values: { shown } };
    case 'unrecognized_keys':
      return { sentence: unknownKey, values: { key: issue.keys.join(', ') } };
    case 'too_small':
      return {
        sentence: issue.origin !== 'number' ? tooFew : issue.inclusive === false ? notAbove : tooSmall,
        values: { shown, least: String(issue.minimum) },
      };
    case 'too_big':
      return {
        sentence: issue.origin !== 'number' ? tooMany : issue.inclusive === false ? notBelow : tooBig,
        values: { shown, most: String(issue.maximum) },
      };
    case 'custom':
      return { sentence: ruleOf(issue) ?? unfit, values: {} };
    default:
      return { sentence: unfit, values: { shown } };
  }
}

const types: { readonly [expected: string]: Sentence } = {
  string: { en: 'a text is needed here, not {shown}', ja: '文字列が必要です({shown}ではなく)' },
  number: { en: 'a number is needed here, not {shown}', ja: '数値が必要です({shown}ではなく)' },
  int: { en: 'a whole number is needed here, not {shown}', ja: '整数が必要です({shown}ではなく)' },
  boolean: { en: 'true or false is needed here, not {shown}', ja: 'trueまたはfalseが必要です({shown}ではなく)' },
  array: { en: 'a list is needed here, not {shown}', ja: '配列が必要です({shown}ではなく)' },
  object: { en: 'an object is needed here, not {shown}', ja: 'オブジェクトが必要です({shown}ではなく)' },
  record: { en: 'an object is needed here, not {shown}', ja: 'オブジェクトが必要です({shown}ではなく)' },
};
const missing = { en: 'it is missing', ja: '記載がありません' };
const unfit = { en: 'what stands here does not fit', ja: '記載内容が正しくありません' };
const oneOf = { en: '{shown} is none of {options}', ja: '{shown}は指定できません(指定できるのは{options})' };
const unknownKey = { en: '"{key}" is not known here', ja: '「{key}」という項目はありません' };
const tooSmall = { en: '{shown} is below {least}', ja: '{shown}は下限{least}を下回っています' };
const notAbove = { en: '{shown} is not above {least}', ja: '{shown}は{least}より大きくなければなりません' };
const notBelow = { en: '{shown} is not below {most}', ja: '{shown}は{most}より小さくなければなりません' };
const tooBig = { en: '{shown} is above {most}', ja: '{shown}は上限{most}を超えています' };
const tooFew = { en: 'at least {least} are needed here', ja: '{least}個(文字)以上必要です' };
const tooMany = { en: 'at most {most} may stand here', ja: '{most}個(文字)以下にしてください' };
const tooDeep = { en: 'its brackets go deeper than {most} levels', ja: '括弧の入れ子が{most}段を超えています' };
const noJson = { en: 'it is no JSON document', ja: 'JSON文書ではありません' };
const broken = { en: 'it is not whole JSON (line {line})', ja: 'JSONとして読めません({line}行目)' };

/** A reason that is a sentence of its own ends once, where it is joined to another. */
const clause = (text: string): string => text.replace(/[.。]$/, '');

function refuse(code: string, name: Sentence, why: Sentence, values: Values, path: string): Problem {
  const place = path === '' ? { en: '', ja: '' } : { en: ' at "{path}"', ja: 'の「{path}」' };
  const sentence = {
    en: `The ${name.en} cannot be used${place.en}: ${clause(why.en)}.`,
    ja: `${name.ja}${place.ja}が正しくありません: ${clause(why.ja)}。`,
  };
  return new Problem(code, sentence, { ...values, path }, { path });
}
