import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SampleMetadata } from '../../core/data/metadata/sample-metadata.ts';
import { emptyBook } from '../../core/study/overrides/override-book.ts';
import { logRows } from '../../headless/archive/log.ts';
import type { Archive } from '../../headless/archive/open-archive.ts';
import { piecesOf } from '../../headless/archive/pieces.ts';
import { givenDigest, resultIdOf } from '../../headless/archive/results.ts';
import type { NewRun } from '../../headless/archive/schema.ts';
import { seedRandom } from '../../test-data/random.ts';

/** What a generated archive holds. */
export interface ManyRuns {
  readonly runs: number;
  /** Analyses as they are stored, given to the first `withDocument` runs in turn; others hold whose they are, beside their numbers. */
  readonly documents: readonly string[];
  readonly withDocument: number;
  readonly seed: number;
  /** Whether the log guards the rows, as it does those of the program: needed by `check` and by backups. */
  readonly logged: boolean;
  readonly onProgress?: (done: number) => void;
}

const PIECE = 1000;
/** The one batch holds the first so many. */
const IN_BATCH = 10_000;
const methods = ['nk-expanded', 'cik', 'lak', 'dc-cik'];
const cytometers = ['FACSCanto II', 'FACSLyric', 'CytoFLEX', 'Navios'];

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const saidOf = ({ role, lot_id, donor_id, day, declared_method }: NewRun): SampleMetadata => ({
  role: role as SampleMetadata['role'],
  ...{ lot: lot_id ?? '', donor: donor_id ?? '', day: day ?? 0, declaredMethod: declared_method ?? '' },
});
const two = (n: number): string => String(n).padStart(2, '0');

/**
 * Fills an empty archive with runs of ten years, three cytometers' worth: lots of twenty runs, donors of five lots, each twentieth run a reference, each
 * with a file and a result of one protocol that stands.
 */
export async function fillArchive({ db }: Archive, { runs, documents, withDocument, seed, logged, onProgress }: ManyRuns): Promise<void> {
  const random = seedRandom(seed);
  const at = '2026-01-01T00:00:00.000Z';
  const text = readFileSync(new URL('../../core/study/protocol/nk-t.json', import.meta.url), 'utf8');
  const protocol = digest(text);
  const engine = '1';
  const decision = digest('decision').slice(0, 36);
  const batch = digest('batch').slice(0, 36);
  const lots = Math.ceil(runs / 20);
  await db.transaction().execute(async (t) => {
    await t
      .insertInto('protocols')
      .values({ sha256: protocol, name: 'many', revision: 1, text, added_by: 'bench', added_at: at })
      .execute();
    for (const piece of piecesOf([...Array(Math.ceil(lots / 5)).keys()], PIECE))
      await t
        .insertInto('donors')
        .values(piece.map((i) => ({ id: `D${i}`, note: '' })))
        .execute();
    for (const piece of piecesOf([...Array(lots).keys()], PIECE))
      await t
        .insertInto('lots')
        .values(piece.map((i) => ({ id: `L${i}`, donor_id: `D${Math.floor(i / 5)}`, method: null, note: '' })))
        .execute();
    await t
      .insertInto('batches')
      .values({
        ...{ id: batch, seq: 1, protocol_sha256: protocol, engine, query: '', respect_pauses: 0, same_run: null, state: 'finished' },
        ...{ by: 'bench', created_at: at, finished_at: at },
      })
      .execute();
    await t
      .insertInto('decisions')
      .values({
        id: decision,
        seq: 1,
        kind: 'first',
        batch_id: batch,
        undoes: null,
        reason: 'first result',
        by: 'bench',
        at,
        summary: '{}',
      })
      .execute();
  });
  for (const numbers of piecesOf([...Array(runs).keys()], PIECE)) {
    const rows = numbers.map((i): NewRun => {
      const sha256 = digest(`${seed} ${i}`);
      const lot = Math.floor(i / 20);
      const day = Math.floor((i / runs) * 3650);
      const date = new Date(Date.UTC(2016, 0, 1 + day));
      return {
        ...{ id: `${sha256}:0`, sha256, dataset: 0, data_sha256: digest(sha256), name: `L${lot}_d${i % 20}.fcs`, size: 2_000_000 },
        ...{ fcs_version: 'FCS3.1', events: 50_000, cytometer: cytometers[i % 4] ?? null, serial: `S${i % 12}` },
        acquired_on: `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`,
        ...{ panel: 'CD3, CD56, CD16', keywords: '{"$CYT":"FACSCanto II"}', role: i % 20 === 0 ? 'reference' : 'sample' },
        ...{ donor_id: `D${Math.floor(lot / 5)}`, lot_id: `L${lot}`, material_id: null, day: i % 20 },
        ...{ declared_method: methods[lot % 4] ?? null, more_metadata: '{}', imported_at: date.toISOString() },
      };
    });
    const results = rows.map((row, at_) => {
      const key = { runId: row.id, protocolSha256: protocol, engine, givenSha256: givenDigest(row, protocol, emptyBook, saidOf(row)) };
      const nk = 100 * random.uniform() ** 4;
      const document = numbers[at_]! < withDocument ? documents[numbers[at_]! % documents.length] : undefined;
      return {
        ...{ id: resultIdOf(key), run_id: row.id, protocol_sha256: protocol, engine, given_sha256: key.givenSha256, same_run: null },
        ...{
          analysis: document ?? JSON.stringify({ sample: { sha256: row.sha256, dataset: 0 } }),
          group_id: methods[at_ % 4] ?? '',
          method: methods[at_ % 4] ?? '',
          nk,
          nkt_like: (100 - nk) / 4,
        },
        ...{ t: (100 - nk) / 2, double_negative: (100 - nk) / 4, finished_at: row.imported_at },
      };
    });
    const inBatch = results.filter((_, i) => numbers[i]! < IN_BATCH);
    await db.transaction().execute(async (t) => {
      await t.insertInto('runs').values(rows).execute();
      await t
        .insertInto('run_files')
        .values(
          rows.map(({ sha256, name, imported_at: seen_at }) => ({
            ...{ path: `/data/${sha256.slice(0, 2)}/${sha256.slice(2, 8)} ${name}`, sha256, size: 2_000_000, modified: 1 },
            ...{ seen_at, missing_since: null },
          })),
        )
        .execute();
      await t.insertInto('results').values(results).execute();
      if (inBatch.length > 0)
        await t
          .insertInto('batch_runs')
          .values(
            inBatch.map(({ id, run_id }, i) => ({ batch_id: batch, run_id, ordinal: numbers[i]!, result_id: id, error: null, done: 1 })),
          )
          .execute();
      await t
        .insertInto('current_results')
        .values(results.map(({ id, run_id }) => ({ run_id, result_id: id, decision_id: decision })))
        .execute();
      if (logged)
        await logRows(t, 'import', [
          ...rows.map(({ id }) => ({ table: 'runs' as const, key: [id] })),
          ...results.map(({ id }) => ({ table: 'results' as const, key: [id] })),
          ...results.map(({ run_id }) => ({ table: 'current_results' as const, key: [run_id] })),
          ...inBatch.map(({ run_id }) => ({ table: 'batch_runs' as const, key: [batch, run_id] })),
        ]);
    });
    onProgress?.((numbers.at(-1) ?? 0) + 1);
  }
}
