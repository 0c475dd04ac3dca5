import { readCells } from '../../../core/biology/ledger/book/amount.ts';
import type { EventName } from '../../../core/biology/ledger/events/kinds.ts';
import { parseNumber } from '../../ui/parse-number.ts';

/** What a person writes in a field of an event. */
type FieldType =
  | 'name'
  | 'text'
  | 'cells'
  | 'number'
  | 'count'
  /** A line for each: a material and its cells, and for bags where they lie. */
  | 'parts'
  | 'bags'
  /** One a line. */
  | 'names'
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
] as const;
type FieldName = (typeof fieldNames)[number];

const need = (name: FieldName, type: FieldType): EventField => ({ name, type, isNeeded: true });
const may = (name: FieldName, type: FieldType): EventField => ({ name, type, isNeeded: false });
const material = need('material', 'name');
const stopped = [material, need('reason', 'text')];

/** What each kind of event is asked for; a conditional release, which names tests and who follows them, comes from a file. */
export const eventFields: { readonly [K in Exclude<EventName, 'conditional-release'>]: readonly EventField[] } = {
  collect: [material, need('donor', 'name'), may('count', 'count'), may('litres', 'number'), may('volumeMl', 'number')],
  start: [need('from', 'name'), material, need('cells', 'cells'), may('method', 'text')],
  count: [material, need('count', 'count')],
  sample: [material, need('cells', 'cells')],
  feed: [material, may('note', 'text')],
  split: [need('from', 'name'), need('into', 'parts'), may('lost', 'cells')],
  pool: [need('from', 'parts'), material, may('donor', 'name')],
  freeze: [need('from', 'name'), need('bags', 'bags')],
  move: [material, need('location', 'text')],
  thaw: [material, need('donor', 'name'), need('count', 'count')],
  dose: [need('from', 'name'), material, need('cells', 'cells'), may('planned', 'cells'), may('nkPercent', 'number')],
  retain: stopped,
  discard: stopped,
  ship: [material, may('to', 'text')],
  infuse: [material, need('donor', 'name'), need('outcome', { oneOf: ['full', 'partial', 'missed'] }), may('cells', 'cells')],
  'test-result': [
    need('test', 'text'),
    need('verdict', { oneOf: ['pass', 'fail', 'pending', 'not-done'] }),
    may('value', 'text'),
    may('material', 'name'),
  ],
  release: [need('materials', 'names'), may('note', 'text')],
  reject: stopped,
  hold: stopped,
  lift: stopped,
  'deviation-open': [need('deviation', 'name'), need('text', 'text')],
  'deviation-close': [need('deviation', 'name'), need('text', 'text')],
  'label-check': [material, need('lot', 'name'), need('donor', 'name')],
};
export type AskedEvent = keyof typeof eventFields;
export const askedEvents = Object.keys(eventFields) as readonly AskedEvent[];

export type Draft = { readonly [field: string]: string };

/** The body of an event as it was typed; what cannot be read stays as it is written, and the book says so. */
export const bodyOf = (kind: AskedEvent, draft: Draft): { readonly [field: string]: unknown } =>
  Object.fromEntries(
    eventFields[kind].flatMap(({ name, type }) => {
      const written = (draft[name] ?? '').trim();
      return written === '' ? [] : [[name, typedValue(type, written, draft[`${name}.viability`]?.trim() ?? '')]];
    }),
  );

function typedValue(type: FieldType, written: string, viability: string): unknown {
  if (type === 'number') return parseNumber(written) ?? written;
  if (type === 'count') return viability === '' ? { viable: written } : { total: written, viability: parseNumber(viability) ?? viability };
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
