import { parseCsv } from '../../base/csv.ts';
import { Problem } from '../../base/problem.ts';
import { lotDonors } from './lot-donors.ts';
import { type SampleMetadata, sampleMetadataSchema } from './sample-metadata.ts';

const columns = [
  'role',
  'culture',
  'lot',
  'donor',
  'run',
  'omits',
  'day',
  'declaredMethod',
  'seededCells',
  'seededCellsKind',
  'cells',
  'cellsKind',
] as const;

const numbers: readonly string[] = ['day', 'seededCells', 'cells'];

/**
 * Sample metadata by file name from a CSV whose first row names the columns: `file`, and any of `columns`. Counts are of viable cells unless
 * their kind says `total`. Throws `metadata-invalid`, and `lot-other-donor` where a lot has two donors, with the line.
 */
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
  const lots = lotDonors();
  return new Map(
    rows.map((row, i) => {
      const metadata = readRow(row, names, i + 2);
      const problem = lots.claim(metadata, { line: i + 2 });
      if (problem !== undefined) throw problem;
      return [row[fileColumn]?.trim() ?? '', metadata];
    }),
  );
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
