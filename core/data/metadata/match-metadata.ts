import type { Finding } from '../../base/finding.ts';
import { once } from '../../base/once.ts';
import { Problem } from '../../base/problem.ts';
import { contradicting, type MetadataRow, type MetadataTable, sameMetadata } from './metadata-table.ts';
import { folded, isAbsolute, placeOf, withoutEnding } from './named-file.ts';
import type { SampleMetadata } from './sample-metadata.ts';

/** A metadata table beside files: which row is of which file. */
export interface MetadataMatcher {
  /** Of the row that names the file; undefined where none does. Throws where two could, or where the row may be another file's. */
  readonly of: (file: string) => Partial<SampleMetadata> | undefined;
  /** Of the table, of every file asked for that no row names, and of every row that named none of them. */
  readonly findings: () => readonly Finding[];
}

/** How the last part of a row's path may be spelled otherwise than the file is called, the surest way first. */
const spellings: readonly { readonly row: (name: string) => string; readonly file: (name: string) => string }[] = [
  { row: (name) => name, file: (name) => name },
  { row: (name) => name, file: withoutEnding },
  { row: folded, file: folded },
  { row: folded, file: (name) => folded(withoutEnding(name)) },
];

/**
 * Finds rows for files: a row's path is the end of the file's, whichever slashes and Unicode normal form either uses; a path from a root on, as
 * another computer writes it, fits by as much of its end as there is. Then names without their ending, then in letters of any case.
 * @throws Problem `metadata-contradicts`, `metadata-ambiguous`, from `of`
 */
export function matchMetadata({ rows, findings }: MetadataTable): MetadataMatcher {
  const last = new Map(rows.map((row) => [row, placeOf(row.file).at(-1) ?? '']));
  // most files are found by the first, and the others are not asked
  const indexes = spellings.map(({ row }) => once(() => grouped(rows, (one) => row(last.get(one)!))));
  const files = new Map<MetadataRow, string>();
  const asked = new Map<string, MetadataRow | undefined>();
  const find = (file: string): MetadataRow | undefined => {
    const place = placeOf(file);
    for (const [i, { file: spelled }] of spellings.entries()) {
      const fitting = bestOf(indexes[i]!().get(spelled(place.at(-1) ?? '')) ?? [], place);
      const [first, ...others] = fitting;
      if (first === undefined) continue;
      const other = others.find(({ metadata }) => !sameMetadata(metadata, first.metadata));
      if (other !== undefined) throw contradicting(other, first);
      return first;
    }
    return undefined;
  };
  return {
    of(file) {
      const row = asked.get(file) ?? find(file);
      asked.set(file, row);
      if (row === undefined) return undefined;
      const other = files.get(row) ?? file;
      if (placeOf(other).join('/') !== placeOf(file).join('/')) throw ambiguous(row, other, file);
      files.set(row, file);
      return row.metadata;
    },
    findings: () => [
      ...findings,
      ...[...asked].flatMap(([file, row]): Finding[] =>
        row === undefined ? [{ code: 'metadata-file-unlisted', kind: 'note', values: { file } }] : [],
      ),
      ...rows.flatMap((row): Finding[] =>
        files.has(row) ? [] : [{ code: 'metadata-row-unused', kind: 'note', values: { line: row.line, file: row.file } }],
      ),
    ],
  };
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

/** The rows that agree with the longest end of the file's path. */
function bestOf(rows: readonly MetadataRow[], place: readonly string[]): readonly MetadataRow[] {
  const scored = rows.flatMap((row) => {
    const named = placeOf(row.file);
    const folders = commonEnd(named.slice(0, -1), place.slice(0, -1));
    return isAbsolute(row.file) || folders === named.length - 1 ? [{ row, folders }] : [];
  });
  const most = Math.max(...scored.map(({ folders }) => folders));
  return scored.filter(({ folders }) => folders === most).map(({ row }) => row);
}

function commonEnd(a: readonly string[], b: readonly string[]): number {
  let common = 0;
  while (common < a.length && common < b.length && folded(a.at(-1 - common)!) === folded(b.at(-1 - common)!)) common++;
  return common;
}

const ambiguous = ({ file: named, line }: MetadataRow, first: string, second: string): Problem =>
  new Problem(
    'metadata-ambiguous',
    {
      en: 'Row {line} of the metadata table ({named}) fits {first} and {second}: write the folder before the name.',
      ja: 'メタデータ表の{line}行目({named})は{first}と{second}の両方に当てはまります。ファイル名の前にフォルダー名も記載してください。',
    },
    { named, line, first, second },
    { line },
  );

export const metadataFindings = {
  'metadata-columns-unknown': {
    kind: 'note',
    sentence: {
      en: 'The metadata table has columns that mean nothing here: {columns}.',
      ja: 'メタデータ表に用いられない列があります: {columns}。',
    },
  },
  'metadata-file-unlisted': {
    kind: 'note',
    sentence: { en: 'No row of the metadata table names {file}.', ja: 'メタデータ表に{file}の行がありません。' },
  },
  'metadata-row-unused': {
    kind: 'note',
    sentence: {
      en: 'Row {line} of the metadata table names {file}, which is not among the files.',
      ja: 'メタデータ表の{line}行目の{file}は、対象のファイルにありません。',
    },
  },
} as const;
