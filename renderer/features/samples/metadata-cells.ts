import { unguarded } from '../../../core/base/tables/guard.ts';
import { roles, type SampleMetadata } from '../../../core/data/metadata/sample-metadata.ts';
import { parseNumber } from '../../ui/parse-number.ts';

/** What is edited side by side, in the order of its columns. */
export const gridFields = [
  'role',
  'run',
  'culture',
  'lot',
  'donor',
  'day',
  'omits',
  'declaredMethod',
] as const satisfies readonly (keyof SampleMetadata)[];
export type GridField = (typeof gridFields)[number];

/** One text a field, as it stands in a row. */
export type GridRow = { readonly [F in GridField]: string };

/** How a person may call a role: by its word in either language, or as files have it. */
export type RoleWords = { readonly [R in SampleMetadata['role']]: readonly string[] };

export const textsOf = (metadata: SampleMetadata, roleText: (role: SampleMetadata['role']) => string): GridRow =>
  Object.fromEntries(
    gridFields.map((field) => {
      const value = metadata[field];
      return [field, field === 'role' ? roleText(metadata.role) : String(value ?? '')];
    }),
  ) as unknown as GridRow;

/** Whether a text can stand in a field. */
export function isValid(field: GridField, text: string, words: RoleWords): boolean {
  if (field === 'role') return text.trim() === '' || roleIn(text, words) !== undefined;
  if (field === 'day') return text.trim() === '' || (parseNumber(text) ?? -1) >= 0;
  return text.length <= 500;
}

/** The metadata with what a row says; an emptied field is absent, an emptied role a sample. */
export function metadataOf(row: GridRow, before: SampleMetadata, words: RoleWords): SampleMetadata {
  const changed: Record<string, unknown> = { ...before, role: roleIn(row.role, words) ?? 'sample' };
  for (const field of gridFields) {
    if (field === 'role') continue;
    const text = row[field].trim();
    const value = field === 'day' ? parseNumber(text) : text;
    if (text === '' || value === undefined) delete changed[field];
    else changed[field] = value;
  }
  return changed as SampleMetadata;
}

const roleIn = (text: string, words: RoleWords): SampleMetadata['role'] | undefined =>
  roles.find((role) => [role, ...words[role]].some((word) => plain(word) === plain(text)));
const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Rows with a block of cells from a spreadsheet put in, from one cell on to the right and down; what is beyond the last of either is left out. */
export function pasted(rows: readonly GridRow[], at: { readonly row: number; readonly column: number }, text: string): readonly GridRow[] {
  const block = cellsOf(text);
  return rows.map((row, i) => {
    const cells = block[i - at.row];
    if (i < at.row || cells === undefined) return row;
    const fields = cells.flatMap((cell, j) => {
      const field = gridFields[at.column + j];
      return field === undefined ? [] : [[field, cell] as const];
    });
    return { ...row, ...Object.fromEntries(fields) };
  });
}

/** The cells of what a spreadsheet copies: tabs between them, quoted where they hold a tab, a quote or a line end. Blank rows stay: they have a place. */
function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y;
  while (cell.lastIndex < text.length) {
    const [, quoted, bare = '', sign] = cell.exec(text) ?? [];
    if (sign === undefined) return [...rows, [...cells, text.slice(cell.lastIndex).trim()]];
    cells.push(unguarded((quoted?.replaceAll('""', '"') ?? bare).trim().normalize('NFC')));
    if (sign === '\t') {
      if (cell.lastIndex === text.length) cells.push('');
      continue;
    }
    rows.push(cells);
    cells = [];
  }
  return cells.length === 0 ? rows : [...rows, cells];
}
