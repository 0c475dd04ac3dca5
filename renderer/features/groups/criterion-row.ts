import type { SampleMetadata } from '../../../core/data/metadata/sample-metadata.ts';
import type { Criterion } from '../../../core/study/session/document/group.ts';
import type { State } from '../../store/state.ts';

export const fields = [
  'role',
  'culture',
  'lot',
  'donor',
  'day',
  'run',
  'omits',
  'declaredMethod',
  'product',
  'step',
  'sampleId',
  'operator',
  'method',
  'reagents',
  'remarks',
] as const satisfies readonly (keyof SampleMetadata)[];
type FieldName = (typeof fields)[number];
const isField = (name: string): name is FieldName => fields.some((field) => field === name);

/** A criterion while it is typed. */
export interface Row {
  /** Names the row while the dialog is open. */
  readonly id: number;
  readonly field: FieldName | 'keyword';
  readonly keyword: string;
  readonly test: 'is' | 'contains' | 'one-of';
  readonly text: string;
  /** The criterion as the group has it, until something of it is changed: the fields here cannot say every one. */
  readonly from?: Criterion | undefined;
}

let ids = 0;
export const newRow = (row: Partial<Row> = {}): Row => ({ id: ids++, field: 'role', keyword: '', test: 'is', text: 'fmo', ...row });

export const valuesIn = (text: string): readonly string[] =>
  text
    .split(/[,、,]/)
    .map((value) => value.trim())
    .filter((value) => value !== '');

export function criterionOf({ field, keyword, test, text, from }: Row): Criterion | undefined {
  if (from !== undefined) return from;
  const values = test === 'one-of' || field === 'role' ? valuesIn(text) : text.trim() === '' ? [] : [text.trim()];
  const name = keyword.trim().toUpperCase();
  if (values.length === 0 || (field === 'keyword' && name === '')) return undefined;
  return { of: field === 'keyword' ? { keyword: name } : field, test: test === 'contains' ? 'contains' : 'is', values: [...values] };
}

export function rowOf(from: Criterion): Row {
  const { of, test, values } = from;
  const field = typeof of === 'string' ? (isField(of) ? of : 'remarks') : 'keyword';
  const text = values.join(', ');
  return newRow({
    field,
    keyword: typeof of === 'string' ? '' : of.keyword,
    test: test === 'is' && values.length > 1 ? 'one-of' : test,
    text,
    from,
  });
}

/** What samples say in a field, to be chosen from. */
export function valuesOf({ session, results }: Pick<State, 'session' | 'results'>, { field, keyword }: Row): readonly string[] {
  const name = keyword.trim().toUpperCase();
  const said =
    field === 'keyword'
      ? [...results.samples.values()].map(({ facts }) => facts?.keywords?.[name])
      : session.history.present.samples.map(({ metadata }) => metadata[field]);
  return [...new Set(said.flatMap((value) => (value === undefined || value === '' ? [] : [String(value)])))].sort().slice(0, 100);
}
