import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { Problem } from '../../core/base/problem.ts';
import { guarded } from '../../core/base/tables/guard.ts';
import type { Table, TableRow } from './table.ts';

/** What a sheet holds at most, its head among them. */
const MOST_ROWS = 1_048_576;
/** What a cell holds at most. */
const MOST_LETTERS = 32_767;

/**
 * One sheet, the head fixed in sight; numbers are numbers, in full precision. Rows are written as they come, so that a table may be larger than memory.
 * Throws `table-too-long` for one that no sheet holds.
 */
export async function writeXlsx({ name, columns, rows }: Table, out: Writable): Promise<void> {
  const zip = new ZipFile();
  const fail = (error: Error): void => void (zip.outputStream as Readable).destroy(error);
  zip.on('error', fail);
  for (const [entry, text] of Object.entries(parts(name))) zip.addBuffer(Buffer.from(`${XML}${text}`), entry, plain);
  const sheet = Readable.from(sheetText(columns, rows), { objectMode: false });
  sheet.on('error', fail);
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml', { ...plain, compressionLevel: 3 });
  zip.end();
  await pipeline(zip.outputStream, out);
}

/** The same table gives the same bytes. */
const plain = { mtime: new Date(Date.UTC(2000, 0, 1)), mode: 0o100_644, forceDosTimestamp: true } as const;

async function* sheetText(columns: Table['columns'], rows: Table['rows']): AsyncGenerator<Buffer> {
  const letters = columns.map((_, i) => columnName(i));
  const widths = columns.map(({ name }, i) => `<col min="${i + 1}" max="${i + 1}" width="${widthOf(name)}" customWidth="1"/>`).join('');
  yield Buffer.from(
    `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>`,
  );
  let count = 0;
  const line = (row: TableRow, style: string): string => {
    count += 1;
    if (count > MOST_ROWS) throw new Problem('table-too-long', tooLong, { most: MOST_ROWS - 1 });
    return `<row r="${count}">${row.map((value, i) => cell(value, `${letters[i]}${count}`, style)).join('')}</row>`;
  };
  const head = line(
    columns.map(({ name }) => name),
    ' s="1"',
  );
  yield Buffer.from(head);
  for await (const some of rows) if (some.length > 0) yield Buffer.from(some.map((row) => line(row, '')).join(''));
  yield Buffer.from('</sheetData></worksheet>');
}

const widthOf = (name: string): number => Math.min(40, Math.max(12, name.length + 2));

function cell(value: string | number | undefined, at: string, style: string): string {
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return '';
  if (typeof value === 'number') return `<c r="${at}"${style}><v>${value}</v></c>`;
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${cellText(guarded(value))}</t></is></c>`;
}

/** Letters that XML has no place for are spelled as spreadsheets do, and so is what looks like such a spelling. */
const cellText = (text: string): string =>
  (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/(?![\t\n])[\p{Cc}\ufffe\uffff]/gu, (letter) => `_x${letter.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`)
    .replace(/[&<>]/g, (letter) => entities[letter] ?? letter);

const entities: { readonly [letter: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A, B … Z, AA … */
const columnName = (i: number): string => (i < 26 ? '' : columnName(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26));

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const FORMATS = 'http://schemas.openxmlformats.org';
const MAIN = `${FORMATS}/spreadsheetml/2006/main`;
const RELATION = `${FORMATS}/officeDocument/2006/relationships`;
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const relations = (targets: readonly (readonly [string, string])[]): string =>
  `<Relationships xmlns="${FORMATS}/package/2006/relationships">${targets
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATION}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** Everything of a workbook with one sheet but the sheet. */
const parts = (sheet: string): { readonly [entry: string]: string } => ({
  '[Content_Types].xml': `<Types xmlns="${FORMATS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`,
  '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets><sheet name="${sheet.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relations([
    ['worksheet', 'worksheets/sheet1.xml'],
    ['styles', 'styles.xml'],
  ]),
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
});

const tooLong = {
  en: 'The table has more than {most} rows, which is what a sheet of XLSX holds: choose fewer runs, or write it as .csv or .parquet.',
  ja: '表が{most}行を超えるため、XLSXのシートに収まりません。測定を絞り込むか、.csvまたは.parquetで書き出してください。',
};
