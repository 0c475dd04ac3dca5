import { writtenNumber } from '../../../base/tables/written-number.ts';
import { dayOf } from '../../../base/written-date.ts';
import { readCells } from '../book/amount.ts';
import { testNeeds } from '../book/book.ts';
import type { EventName } from '../events/kinds.ts';

/** What a person writes in a field of an event. */
type FieldType =
  | 'name'
  | 'text'
  | 'cells'
  | 'number'
  | 'day'
  | 'count'
  /** A line for each: a material and its cells, and for bags where they lie. */
  | 'parts'
  | 'bags'
  /** One a line. */
  | 'names'
  /** A line for each: test, method, unit, limit, when it is needed, between bars. */
  | 'tests'
  /** A line for each: the day of a dose, and the days on which its bag is thawed and cultured again. */
  | 'days'
  | { readonly oneOf: readonly string[] };

export interface EventField {
  readonly name: FieldName;
  readonly type: FieldType;
  readonly isNeeded: boolean;
}

const fieldNames = [
  ...([
    'from',
    'material',
    'materials',
    'into',
    'bags',
    'donor',
    'lot',
    'cells',
    'count',
    'litres',
    'volumeMl',
    'lost',
    'planned',
    'nkPercent',
  ] as const),
  ...(['method', 'location', 'to', 'test', 'verdict', 'value', 'outcome', 'reason', 'note', 'deviation', 'text'] as const),
  ...(['low', 'high', 'unit', 'pending', 'followUp.by', 'followUp.until'] as const),
  ...([
    'document',
    'version',
    'approved.by',
    'approved.on',
    'tests',
    'override.by',
    'override.reason',
    'label',
    'labels',
    'witness',
    'time',
    'hoursAfterThaw',
    'expires',
    'days',
    'number',
    'planned on',
    'thaw',
    'as',
    'sender',
    'reculture',
  ] as const),
] as const;
type FieldName = (typeof fieldNames)[number];

const need = (name: FieldName, type: FieldType): EventField => ({ name, type, isNeeded: true });
const may = (name: FieldName, type: FieldType): EventField => ({ name, type, isNeeded: false });
const material = need('material', 'name');
const checked = [may('label', 'text'), may('witness', 'name')];
const stopped = [material, need('reason', 'text')];

/** What each kind of event is asked for. */
export const eventFields: { readonly [K in EventName]: readonly EventField[] } = {
  collect: [material, need('donor', 'name'), may('count', 'count'), may('litres', 'number'), may('volumeMl', 'number')],
  receive: [
    material,
    need('donor', 'name'),
    may('as', { oneOf: ['collection', 'bag'] }),
    may('sender', 'text'),
    may('count', 'count'),
    may('location', 'text'),
    may('expires', 'day'),
    ...checked,
  ],
  start: [need('from', 'name'), material, need('cells', 'cells'), may('method', 'text')],
  count: [material, need('count', 'count')],
  sample: [material, need('cells', 'cells')],
  feed: [material, may('note', 'text')],
  split: [need('from', 'name'), need('into', 'parts'), may('lost', 'cells')],
  pool: [need('from', 'parts'), material, may('donor', 'name'), may('labels', 'names'), may('witness', 'name')],
  freeze: [need('from', 'name'), need('bags', 'bags'), may('expires', 'day')],
  move: [material, need('location', 'text')],
  thaw: [material, need('donor', 'name'), need('count', 'count'), may('time', 'text'), ...checked],
  reculture: [need('from', 'name'), material, need('cells', 'cells'), may('method', 'text'), ...checked],
  dose: [
    need('from', 'name'),
    material,
    need('cells', 'cells'),
    may('planned', 'cells'),
    may('nkPercent', 'number'),
    may('time', 'text'),
    may('override.by', 'name'),
    may('override.reason', 'text'),
  ],
  retain: stopped,
  discard: stopped,
  ship: [material, may('to', 'text'), may('time', 'text')],
  infuse: [
    material,
    need('donor', 'name'),
    need('outcome', { oneOf: ['full', 'partial', 'missed'] }),
    may('cells', 'cells'),
    may('time', 'text'),
    ...checked,
  ],
  'test-result': [
    need('test', 'text'),
    may('verdict', { oneOf: ['pass', 'fail', 'pending', 'not-done'] }),
    may('value', 'text'),
    may('low', 'number'),
    may('high', 'number'),
    may('unit', 'text'),
    may('method', 'text'),
    may('material', 'name'),
  ],
  specification: [
    need('document', 'text'),
    need('version', 'text'),
    need('approved.by', 'name'),
    need('approved.on', 'day'),
    need('tests', 'tests'),
    may('hoursAfterThaw', 'number'),
  ],
  release: [need('materials', 'names'), may('note', 'text')],
  'conditional-release': [need('materials', 'names'), need('pending', 'names'), need('followUp.by', 'name'), need('followUp.until', 'day')],
  reject: stopped,
  hold: stopped,
  lift: stopped,
  'schedule-planned': [need('days', 'days')],
  'schedule-changed': [
    need('number', 'number'),
    need('planned on', 'day'),
    may('thaw', 'day'),
    may('reculture', 'day'),
    need('reason', 'text'),
  ],
  'deviation-open': [need('deviation', 'name'), need('text', 'text')],
  'deviation-close': [need('deviation', 'name'), need('text', 'text')],
  'label-check': [material, need('lot', 'name'), need('donor', 'name'), ...checked],
};
export type AskedEvent = keyof typeof eventFields;
export const askedEvents = Object.keys(eventFields) as readonly AskedEvent[];

export type Draft = { readonly [field: string]: string };

/** The body of an event as it was typed; what cannot be read stays as it is written, and the book says so. */
export function bodyOf(kind: AskedEvent, draft: Draft): { readonly [field: string]: unknown } {
  const body: { [field: string]: unknown } = {};
  for (const { name, type } of eventFields[kind]) {
    const written = (draft[name] ?? '').trim();
    if (written === '') continue;
    const value = typedValue(type, written, draft[`${name}.viability`]?.trim() ?? '');
    const [field = '', part] = name === 'planned on' ? ['on'] : name.split('.');
    body[field] = part === undefined ? value : { ...(body[field] as object | undefined), [part]: value };
  }
  const { labels, ...rest } = body;
  return labels === undefined ? body : { ...rest, from: labelled(body['from'], labels as readonly string[]) };
}

/** The parts of a pool with the labels that were read, one after the other. */
const labelled = (from: unknown, labels: readonly string[]): unknown =>
  Array.isArray(from) ? from.map((part: object, i) => ({ ...part, ...(labels[i] === undefined ? {} : { label: labels[i] }) })) : from;

function typedValue(type: FieldType, written: string, viability: string): unknown {
  if (type === 'day') return dayOf(written);
  if (type === 'number') return writtenNumber(written) ?? written;
  if (type === 'count')
    return viability === '' ? { viable: written } : { total: written, viability: writtenNumber(viability) ?? viability };
  if (type === 'days') return linesOf(written).map(planDaysOf);
  if (type === 'tests') return linesOf(written).map(testOf);
  if (type === 'names') return linesOf(written);
  if (type === 'parts' || type === 'bags') return linesOf(written).map(partOf);
  return written;
}

const linesOf = (written: string): readonly string[] =>
  written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A material, its cells, and where it lies. A comma between digits is one of the number, and "1 000 000", "10 億" and "1.2 x 10^9" are each one. */
function partOf(line: string): { readonly material: string; readonly cells: string; readonly location?: string } {
  const [, material = '', said = ''] = /^([^\s,、]+)[\s,、]*(.*)$/.exec(line) ?? [];
  const words = said.split(/[\s、]+|(?<!\d),\s*|,(?!\d)\s*/).filter((word) => word !== '');
  const isCells = (count: number) => {
    try {
      return readCells(words.slice(0, count).join(' ')) >= 0;
    } catch {
      return false;
    }
  };
  const count = words.findLastIndex((_, last) => isCells(last + 1)) + 1 || 1;
  const place = words.slice(count);
  return { material, cells: words.slice(0, count).join(' '), ...(place.length > 0 && { location: place.join(' ') }) };
}

function planDaysOf(line: string): { readonly on: string; readonly thaw?: string; readonly reculture?: string } {
  const [on = '', thaw, reculture] = line.split(/[\s、]+|,\s*/).map(dayOf);
  return { on, ...(thaw === undefined ? {} : { thaw }), ...(reculture === undefined ? {} : { reculture }) };
}

/** When a test is needed, as people write it. */
const needWords: { readonly [written: string]: (typeof testNeeds)[number] } = {
  ...{ 出荷前: 'release', 条件付き: 'conditional-release', 条件付き出荷: 'conditional-release', 事後: 'follow-up', 事後確認: 'follow-up' },
  ...Object.fromEntries(testNeeds.map((need) => [need, need])),
};

/** "Viability | trypan blue | % | >= 70 | release": a limit is one or two numbers, or the text that is expected. */
function testOf(line: string): { readonly [field: string]: unknown } {
  const [test = '', method = '', unit = '', limit = '', needed = ''] = line.split(/[|｜\t]/).map((part) => part.trim());
  return {
    test,
    ...(method === '' ? {} : { method }),
    ...(unit === '' ? {} : { unit }),
    ...limitOf(limit),
    needed: needWords[needed] ?? needed,
  };
}

function limitOf(limit: string): { readonly atLeast?: number; readonly atMost?: number; readonly expected?: string } {
  const plain = limit.normalize('NFKC');
  const [, sign = '', digits = ''] = /^(>=|≥|≧|<=|≤|≦)(.*)$/.exec(plain) ?? [];
  const number = writtenNumber(digits);
  if (number !== undefined) return sign === '>=' || sign === '≥' || sign === '≧' ? { atLeast: number } : { atMost: number };
  const [atLeast, atMost] = plain.split(/\s*(?:\.\.|–|~|〜)\s*/).map(writtenNumber);
  return atLeast !== undefined && atMost !== undefined ? { atLeast, atMost } : { expected: limit };
}
