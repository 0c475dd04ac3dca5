import type { LotSource } from '../../core/biology/lots/labelled-lot.ts';
import type { Database } from './database.ts';
import { piecesOf } from './pieces.ts';
import { chooseResults } from './result-source.ts';
import { analysisOf, resultsById } from './results.ts';

/** What profiles are fitted from, of the results that stand for the runs of a query, in their order. Refuses `results-stale`. */
export async function lotSources(db: Database, query: string): Promise<readonly LotSource[]> {
  const chosen = await chooseResults(db, { query });
  const sources: LotSource[] = [];
  for (const piece of piecesOf(chosen, 200)) {
    const found = await resultsById(
      db,
      piece.map(({ result }) => result.id),
    );
    for (const { result } of piece) {
      const stored = found.get(result.id);
      if (stored !== undefined) sources.push(sourceOf(analysisOf(stored)));
    }
  }
  return sources;
}

/** Without events, pictures and names of persons: a thousand of them cross to the window. */
const sourceOf = ({ sample: { sha256, metadata, instrument }, classification: { eligible }, features }: LotSource): LotSource => ({
  sample: { sha256, metadata, instrument: instrument.date === undefined ? {} : { date: instrument.date } },
  classification: { eligible },
  features,
});
