import { Problem } from '../../core/base/problem.ts';

/** What a database says, as a sentence a person can act on. Anything unknown is passed on as the bug that it is. */
const sentences = {
  'archive-locked': {
    en: 'The archive {archive} is in use by another program, which did not let go of it for {seconds} s. Nothing was changed; try again.',
    ja: 'アーカイブ{archive}は別のプログラムが使用中で、{seconds}秒待っても解放されませんでした。変更は行われていません。もう一度お試しください。',
  },
  'archive-damaged': {
    en: 'The archive {archive} is damaged or is no archive. It was left as it is; restore a backup beside it.',
    ja: 'アーカイブ{archive}は破損しているか、アーカイブではありません。ファイルには手を加えていません。バックアップから復元してください。',
  },
  'archive-read-only': {
    en: 'The archive {archive} cannot be written: it is read-only for this account.',
    ja: 'アーカイブ{archive}に書き込めません。このアカウントでは読み取り専用です。',
  },
  'archive-not-opened': {
    en: 'The archive {archive} cannot be opened: no permission, or its folder does not exist.',
    ja: 'アーカイブ{archive}を開けません。権限がないか、フォルダーが存在しません。',
  },
  'disk-full': {
    en: 'The disk is full; the last change to the archive {archive} was not made. What was there before is whole.',
    ja: 'ディスクの空き容量がないため、アーカイブ{archive}への最後の変更は保存されませんでした。それ以前の内容は保たれています。',
  },
  'archive-io': {
    en: 'The disk of the archive {archive} does not answer ({why}). What was stored before is whole once the disk is back.',
    ja: 'アーカイブ{archive}のディスクが応答しません({why})。それ以前に保存された内容は失われていません。',
  },
  'archive-unreachable': {
    en: 'The database server of the archive {archive} does not answer ({why}). What was stored before is whole; a batch can be continued once it is back.',
    ja: 'アーカイブ{archive}のデータベースサーバーが応答しません({why})。保存済みの内容は失われていません。バッチは復旧後に再開できます。',
  },
  'archive-refused': {
    en: 'The database server refused to open the archive {archive}: {why}.',
    ja: 'データベースサーバーがアーカイブ{archive}への接続を拒否しました: {why}',
  },
} as const;
type Code = keyof typeof sentences;

export const BUSY_SECONDS = 10;

/** Primary result codes (sqlite.org/rescode.html); the extended ones have more above the lowest byte. */
const sqliteCodes: { readonly [code: number]: Code } = {
  3: 'archive-read-only',
  5: 'archive-locked',
  6: 'archive-locked',
  8: 'archive-read-only',
  10: 'archive-io',
  11: 'archive-damaged',
  13: 'disk-full',
  14: 'archive-not-opened',
  26: 'archive-damaged',
};

export function sqliteProblem(archive: string, error: unknown): unknown {
  const raw = error instanceof Error && 'rawCode' in error && typeof error.rawCode === 'number' ? error.rawCode : 0;
  const known = sqliteCodes[raw & 0xff];
  return known === undefined ? error : problem(known, archive, error);
}

/** Classes of PostgreSQL's SQLSTATE, and Node's errors of a connection. */
export function postgresProblem(archive: string, error: unknown): unknown {
  const code = codeOf(error);
  if (/^(08|57P0|ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENOENT)/.test(code))
    return problem('archive-unreachable', archive, error);
  if (/^(42501|25006)/.test(code)) return problem('archive-read-only', archive, error);
  if (/^(28|3D000)/.test(code)) return problem('archive-refused', archive, error);
  if (/^53100/.test(code)) return problem('disk-full', archive, error);
  if (/^(55P03|57014)/.test(code)) return problem('archive-locked', archive, error);
  if (error instanceof Error && /Connection terminated|connection timeout|not queryable/i.test(error.message))
    return problem('archive-unreachable', archive, error);
  return error;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : error instanceof Error ? error.message : '';

const problem = (code: Code, archive: string, error: unknown): Problem =>
  new Problem(
    code,
    sentences[code],
    { archive, seconds: BUSY_SECONDS, why: error instanceof Error && error.message !== '' ? error.message : codeOf(error) },
    { path: archive },
  );

export const archiveNewer = (archive: string, version: number, known: number): Problem =>
  new Problem(
    'archive-newer',
    {
      en: 'The archive {archive} was written by a later version (schema {version}; this software knows {known}). It was left as it is.',
      ja: 'アーカイブ{archive}は新しい版のソフトウェアで作成されています(スキーマ {version}、対応は{known}まで)。変更は行われていません。',
    },
    { archive, version, known },
    { path: archive },
  );

const refusal =
  (code: string, en: string, ja: string) =>
  (archive: string): Problem =>
    new Problem(code, { en, ja }, { archive }, { path: archive });

export const archiveNotFound = refusal('archive-not-found', 'There is no archive at {archive}.', '{archive}にアーカイブがありません。');

export const archiveEmpty = refusal(
  'archive-empty',
  '{archive} is an empty file, not an archive. It was left as it is.',
  '{archive}は空のファイルであり、アーカイブではありません。ファイルには手を加えていません。',
);

export const archiveTruncated = refusal(
  'archive-truncated',
  'The archive {archive} is shorter than its header says: a part is missing. It was left as it is; restore a backup beside it.',
  'アーカイブ{archive}は先頭の記録よりも短く、一部が失われています。ファイルには手を加えていません。バックアップから復元してください。',
);

export const archiveForeign = refusal(
  'archive-foreign',
  '{archive} is no archive of this software. It was left as it is.',
  '{archive}は本ソフトウェアのアーカイブではありません。変更は行われていません。',
);

export const archiveExists = refusal(
  'archive-exists',
  'There is something at {archive} already; a new archive is made only where nothing is.',
  '{archive}にはすでにファイルがあります。新しいアーカイブは何もない場所にのみ作成できます。',
);

export const archiveUnreadable = (table: string, key: string): Problem =>
  new Problem(
    'archive-text-damaged',
    {
      en: 'A text in {table} of the archive cannot be read any more (its bytes are no UTF-8): {key}. Nothing was changed; restore a backup beside it.',
      ja: 'アーカイブの{table}に読み取れない文字列があります(UTF-8として不正なバイト列): {key}。変更は行われていません。バックアップから復元してください。',
    },
    { table, key },
  );

export const archiveUnsettled = refusal(
  'archive-unsettled',
  'The archive {archive} is being written by another account and cannot be read from a read-only place meanwhile; try again when that program is closed.',
  'アーカイブ{archive}は別のアカウントが書き込み中のため、読み取り専用の場所からは開けません。そのプログラムの終了後にもう一度お試しください。',
);
