import { sql } from 'kysely';
import { keptKeywords } from '../../core/data/metadata/kept-keywords.ts';
import { maskValue } from '../../core/data/metadata/personal-keywords.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import { sha256Of } from './digests.ts';
import { keptNames } from './keyword-list.ts';
import { logRows } from './log.ts';
import type { Archive } from './open-archive.ts';
import { piecesOf } from './pieces.ts';
import { analysisText, packAnalysis } from './stored-analysis.ts';

export interface MaskReport {
  readonly runs: number;
  readonly results: number;
}

/**
 * Takes out of an archive of before what it would not keep today: values of keywords that may hold names. What was in the pages of the file before
 * is overwritten; copies and backups of it are not.
 */
export async function maskArchive({ db, kind }: Archive): Promise<MaskReport> {
  const added = await keptNames(db);
  let runs = 0;
  for (const piece of piecesOf(await db.selectFrom('runs').select('id').orderBy('id').execute(), 200))
    runs += await db.transaction().execute(async (transaction) => {
      const ids = piece.map(({ id }) => id);
      const changed: string[] = [];
      for (const { id, keywords } of await transaction.selectFrom('runs').select(['id', 'keywords']).where('id', 'in', ids).execute()) {
        const masked = JSON.stringify(keptKeywords(new Map(Object.entries(JSON.parse(keywords) as object)), sha256Of, added));
        if (masked === keywords) continue;
        await transaction.updateTable('runs').set({ keywords: masked }).where('id', '=', id).execute();
        changed.push(id);
      }
      await logRows(
        transaction,
        'mask',
        changed.map((id) => ({ table: 'runs', key: [id] })),
      );
      return changed.length;
    });
  let results = 0;
  for (const piece of piecesOf(await db.selectFrom('results').select('id').orderBy('id').execute(), 50))
    results += await db.transaction().execute(async (transaction) => {
      const ids = piece.map(({ id }) => id);
      const changed: string[] = [];
      for (const stored of await transaction.selectFrom('results').select(['id', 'analysis']).where('id', 'in', ids).execute()) {
        const { id } = stored;
        const analysis = analysisText(stored);
        const masked = maskAnalysis(analysis);
        if (masked === analysis) continue;
        await transaction
          .updateTable('results')
          .set({ analysis: packAnalysis(masked) })
          .where('id', '=', id)
          .execute();
        changed.push(id);
      }
      await logRows(
        transaction,
        'mask',
        changed.map((id) => ({ table: 'results', key: [id] })),
      );
      return changed.length;
    });
  if (kind === 'postgres') await sql`vacuum full runs, results`.execute(db);
  else {
    await sql`vacuum`.execute(db);
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
  }
  return { runs, results };
}

/** The keywords that a result shows, masked as they are today. */
function maskAnalysis(text: string): string {
  const analysis = JSON.parse(text) as SampleAnalysis;
  const keywords = analysis.sample.keywords.map((one) => (one.masked ? one : { name: one.name, ...maskValue(one.name, one.value) }));
  return keywords.every(({ masked }, i) => masked === analysis.sample.keywords[i]?.masked)
    ? text
    : JSON.stringify({ ...analysis, sample: { ...analysis.sample, keywords } });
}
