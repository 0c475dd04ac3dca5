import type { Language } from '../../../core/base/message.ts';
import { Problem } from '../../../core/base/problem.ts';
import { type BatchProgressSeen, batchProgress } from '../../archive/batch-progress.ts';
import { countBatch, listBatches } from '../../archive/batches.ts';
import { standingOf } from '../../archive/current-results.ts';
import { listDecisions } from '../../archive/decisions.ts';
import { listProfiles, listProtocols } from '../../archive/documents.ts';
import type { ImportReport } from '../../archive/import/import-files.ts';
import { materialSplits } from '../../archive/material-splits.ts';
import type { Archive } from '../../archive/open-archive.ts';
import { summariesById } from '../../archive/results.ts';
import { duplicateRuns } from '../../archive/runs.ts';
import { listQueries } from '../../archive/saved-queries.ts';
import { selectRuns } from '../../archive/select-runs.ts';
import { textTable } from '../shared/output.ts';
import { splitJson } from './archive-check-text.ts';

type Row = { readonly [column: string]: string | number | null };
export interface Listed {
  readonly what: string;
  readonly rows: readonly Row[];
}

const seenText = ({ machines, lastMinute, errors }: BatchProgressSeen): Row => ({
  machines: machines.map(({ name, runs }) => `${name} (${runs})`).join(', '),
  lastMinute,
  errors: errors.map(({ code, runs }) => `${code} (${runs})`).join(', '),
});

/** What an archive holds, as rows. */
export async function listJson(
  archive: Archive,
  what: string,
  { query, limit }: { readonly query: string; readonly limit: number },
): Promise<Listed> {
  const { db } = archive;
  const lists: { readonly [name: string]: () => Promise<readonly Row[]> } = {
    runs: async () => {
      const runs = await selectRuns(db, query, { limit });
      const current = await standingOf(
        db,
        runs.map(({ id }) => id),
      );
      const results = await summariesById(
        db,
        runs.flatMap(({ id }) => current.get(id)?.result_id ?? []),
      );
      return runs.map((run) => {
        const result = results.get(current.get(run.id)?.result_id ?? '');
        return {
          name: run.name,
          dataset: run.dataset + 1,
          events: run.events,
          acquired: run.acquired_on,
          cytometer: run.cytometer,
          lot: run.lot_id,
          donor: run.donor_id,
          day: run.day,
          role: run.role,
          nk: result?.nk ?? null,
          group: result?.group_id ?? null,
          sha256: run.sha256,
        };
      });
    },
    protocols: async () =>
      (await listProtocols(db)).map(({ sha256, name, revision, added_at, added_by }) => ({
        name,
        revision,
        added: added_at,
        by: added_by,
        sha256,
      })),
    profiles: async () =>
      (await listProfiles(db)).map(({ name, version, sha256, added_at }) => ({ name, revision: version, added: added_at, sha256 })),
    batches: async () =>
      Promise.all(
        (await listBatches(db)).map(async ({ id, seq, query: of, state, created_at, protocol_sha256, engine }) => ({
          batch: seq,
          state,
          ...(await countBatch(db, id)),
          ...seenText(await batchProgress(db, id, Date.now())),
          query: of,
          created: created_at,
          engine,
          protocol: protocol_sha256.slice(0, 12),
          id,
        })),
      ),
    decisions: async () =>
      (await listDecisions(db)).map(({ seq, kind, reason, by, at, id }) => ({ decision: seq, kind, by, at, reason, id })),
    duplicates: async () =>
      (await duplicateRuns(db)).flatMap((group, i) =>
        group.map(({ name, dataset, events, sha256 }) => ({ group: i + 1, name, dataset: dataset + 1, events, sha256 })),
      ),
    failures: async () =>
      (await db.selectFrom('import_failures').selectAll().orderBy('path').execute()).map(({ path, code, message, at }) => ({
        path,
        code,
        message,
        at,
      })),
    lots: async () =>
      (await db.selectFrom('lots').selectAll().orderBy('id').execute()).map(({ id, donor_id }) => ({ lot: id, donor: donor_id })),
    materials: async () =>
      (await db.selectFrom('materials').selectAll().orderBy('lot_id').orderBy('kind').orderBy('label').orderBy('donor_id').execute()).map(
        ({ kind, label, lot_id, donor_id, cells, cells_kind, volume_ml, id }) => ({
          kind,
          label,
          lot: lot_id,
          donor: donor_id,
          cells,
          cellsKind: cells_kind,
          volumeMl: volume_ml,
          id,
        }),
      ),
    splits: async () => (await materialSplits(db)).map(splitJson),
    queries: async () => (await listQueries(db)).map(({ name, query: of }) => ({ name, query: of })),
  };
  const list = Object.hasOwn(lists, what) ? lists[what] : undefined;
  if (list === undefined) throw new Problem('list-unknown', unknown, { what, known: Object.keys(lists).join(', ') });
  return { what, rows: await list() };
}

/** A table for people; digests are cut. */
export function listText({ rows }: Listed, lang: Language): string {
  const [first] = rows;
  if (first === undefined) return lang === 'ja' ? '該当なし' : 'nothing';
  const head = Object.keys(first);
  return textTable(
    head,
    rows.map((row) => head.map((column) => cell(column, row[column] ?? null, lang))),
  );
}

function cell(column: string, value: string | number | null, lang: Language): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isInteger(value) ? value.toLocaleString('en') : value.toPrecision(3);
  if (column === 'message') return String((JSON.parse(value) as { readonly [L in Language]: string })[lang]);
  return column === 'sha256' || column === 'id' ? value.slice(0, 12) : value;
}

export function importSummary({ files, added, known, failed, missing }: ImportReport, lang: Language) {
  const text =
    lang === 'ja'
      ? `ファイル ${files}件: 新規の測定 ${added}件、既知 ${known}件、読み込み不可 ${failed.length}件、所在不明 ${missing}件`
      : `${files} files: ${added} new runs, ${known} known, ${failed.length} failed, ${missing} no longer there`;
  return {
    files,
    added,
    known,
    missing,
    failed: failed.map(({ path, problem }) => ({ path, code: problem.code, message: problem.in(lang) })),
    text,
  };
}

const unknown = { en: 'There is no list "{what}"; known are {known}.', ja: '一覧「{what}」はありません。指定できるのは{known}です。' };
