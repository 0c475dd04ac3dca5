import { Problem } from '../../base/problem.ts';
import { type NamedMatrix, namedMatrixSchema } from '../../gating/strategy/dimension.ts';

interface Line {
  readonly number: number;
  readonly text: string;
}

/**
 * A matrix as text. The first line of names gives the detectors; before it may stand a name and FlowJo's line of prefix and suffix, and
 * after it come the rows, each with the name of its stain in front or without.
 */
export function readMatrixTable(text: string): {
  readonly name: string;
  readonly matrix: NamedMatrix;
  readonly notes: readonly MatrixNote[];
} {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .map((line, i): Line => ({ number: i + 1, text: line }))
    .filter((line) => line.text.trim() !== '');
  const separator = separatorOf(lines);
  const split = (line: Line): readonly string[] => fieldsOf(line, separator);
  const at = lines.findIndex((line) => split(line).length > 1 && !/^<.*>$/.test(line.text.trim()) && !isNumeric(split(line).slice(1)));
  const headLine = lines[at];
  if (headLine === undefined) throw invalid('a line of channel names is missing', lines[0]?.number ?? 1);
  const rows = lines.slice(at + 1).map((line) => ({ line, fields: split(line) }));
  const width = rows[0]?.fields.length ?? 0;
  const named = rows.every(({ fields }) => fields.length > 0 && !isNumber(fields[0]!));
  const detectors = detectorsOf(split(headLine), named ? width - 1 : width, headLine);
  const values = rows.map(({ line, fields }) => {
    const numbers = named ? fields.slice(1) : fields;
    if (numbers.length !== detectors.length)
      throw invalid(`${detectors.length} values are needed, ${numbers.length} are given`, line.number);
    return numbers.map((field) => (isNumber(field) ? Number(field) : refuseNumber(field, line.number)));
  });
  const stains = named ? rows.map(({ fields }) => fields[0]!) : detectors;
  const name =
    lines
      .slice(0, at)
      .find((line) => !/^<.*>$/.test(line.text.trim()))
      ?.text.trim() ?? '';
  return { name, ...inOrder(stains, detectors, values, headLine, named) };
}

/** Stains in the order of their detectors, where they are called alike. */
function inOrder(
  stains: readonly string[],
  detectors: readonly string[],
  values: readonly (readonly number[])[],
  head: Line,
  named: boolean,
) {
  const order = detectors.map((detector) => stains.indexOf(detector));
  const isAlike = stains.length === detectors.length && order.every((i) => i >= 0);
  const fluorochromes = isAlike ? detectors : stains;
  const matrix = isAlike ? order.map((i) => values[i]!) : values;
  const parsed = namedMatrixSchema.safeParse({ fluorochromes, detectors, matrix });
  if (!parsed.success) throw invalid(parsed.error.issues[0]?.message ?? '', head.number);
  const notes: MatrixNote[] = [
    ...(named ? [] : [{ code: 'rows-unnamed' as const }]),
    ...(isAlike && order.some((i, place) => i !== place) ? [{ code: 'rows-reordered' as const }] : []),
  ];
  return { matrix: parsed.data, notes };
}

/** Names of the columns; a corner above the names of the rows is no column. */
function detectorsOf(fields: readonly string[], wanted: number, { number }: Line): readonly string[] {
  const names = fields.length === wanted + 1 ? fields.slice(1) : fields;
  const clean = names.map((name, i) => (i === 0 ? name.replace(/^#\s*/, '') : name));
  if (clean.length !== wanted || clean.some((name) => name === ''))
    throw invalid(`${clean.length} channels are named for ${wanted} columns`, number);
  return clean;
}

function separatorOf(lines: readonly Line[]): ',' | ';' | '\t' | ' ' {
  const count = (separator: string) => Math.max(0, ...lines.map((line) => line.text.split(separator).length - 1));
  if (count('\t') > 0) return '\t';
  if (count(',') > 0) return ',';
  return count(';') > 0 ? ';' : ' ';
}

function fieldsOf({ text, number }: Line, separator: string): readonly string[] {
  const source = separator === ' ' ? text.trim() : text;
  const fields: string[] = [];
  const pattern =
    separator === ' ' ? /("(?:[^"]|"")*"|[^ ]+)( +|$)/y : new RegExp(`\\s*("(?:[^"]|"")*"|[^${separator}]*)(${separator}|$)`, 'y');
  while (pattern.lastIndex < source.length || fields.length === 0) {
    const found = pattern.exec(source);
    if (found === null) throw invalid('a quote does not close', number);
    const value = found[1]!.trim();
    fields.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (found[2] === separator && pattern.lastIndex === source.length && separator !== '\t') fields.push('');
    if (found[0] === '') break;
  }
  return fields;
}

const isNumber = (field: string): boolean => /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(field);
const isNumeric = (fields: readonly string[]): boolean => fields.length > 0 && fields.every(isNumber);

function refuseNumber(field: string, line: number): never {
  throw invalid(`"${field.slice(0, 40)}" is not a number`, line);
}

const invalid = (why: string, line: number): Problem =>
  new Problem(
    'matrix-invalid',
    { en: 'Not a compensation matrix: {why} (line {line}).', ja: '補正行列として読めません: {why}({line}行目)。' },
    { why, line },
    { line },
  );

export interface MatrixNote {
  readonly code: 'percent' | 'diagonal-not-one' | 'rows-reordered' | 'rows-unnamed' | 'unusual-values';
  readonly value?: number;
}
