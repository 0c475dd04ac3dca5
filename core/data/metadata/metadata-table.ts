import { parseCsv } from '../../base/csv.ts';
import { Problem } from '../../base/problem.ts';
import { type SampleMetadata, sampleMetadataSchema } from './sample-metadata.ts';

const columns = ['role', 'culture', 'lot', 'donor', 'run', 'omits', 'day', 'declaredMethod', 'seededCells', 'cells'] as const;

const numbers: readonly string[] = ['day', 'seededCells', 'cells'];

/** Sample metadata by file name from a CSV whose first row names the columns: file, role, culture, lot, donor, run, omits, day, declaredMethod, seededCells, cells. */
export function readMetadataTable(text: string): ReadonlyMap<string, Partial<SampleMetadata>> {
  const [head = [], ...rows] = parseCsv(text);
  const names = head.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s_-]/g, ''),
  );
  const fileColumn = names.indexOf('file');
  if (fileColumn < 0) throw new Problem('metadata-invalid', noFile, {}, { line: 1 });
  return new Map(rows.map((row, i) => [row[fileColumn]?.trim() ?? '', readRow(row, names, i + 2)]));
}

function readRow(row: readonly string[], names: readonly string[], line: number): Partial<SampleMetadata> {
  const given = columns.flatMap((column) => {
    const value = row[names.indexOf(column.toLowerCase())]?.trim();
    return value === undefined || value === '' ? [] : [[column, numbers.includes(column) ? Number(value) : value] as const];
  });
  const parsed = sampleMetadataSchema.partial().safeParse(Object.fromEntries(given));
  if (parsed.success) return Object.fromEntries(given);
  throw new Problem('metadata-invalid', badRow, { line, column: parsed.error.issues[0]?.path.join('.') ?? '' }, { line });
}

const noFile = { en: 'The metadata table has no column "file".', ja: 'メタデータ表に file 列がありません。' };
const badRow = {
  en: 'Row {line} of the metadata table has a value in "{column}" that does not fit.',
  ja: 'メタデータ表の{line}行目、「{column}」の値が正しくありません。',
};
