import type { Thumbnail } from '../../core/statistics/histograms/thumbnail.ts';
import type { Database } from './database.ts';
import { piecesOf } from './pieces.ts';

type Stored = Omit<Thumbnail, 'counts'> & { readonly counts: string };

export const thumbnailsText = (thumbnails: readonly Thumbnail[]): string =>
  JSON.stringify(thumbnails.map((one): Stored => ({ ...one, counts: Buffer.from(one.counts).toString('base64') })));

/** Pictures that are there already stay. */
export async function keepThumbnails(db: Database, pictures: readonly (readonly [string, string])[]): Promise<void> {
  for (const piece of piecesOf(pictures, 100))
    await db
      .insertInto('thumbnails')
      .values(piece.map(([result_id, text]) => ({ result_id, pictures: text })))
      .onConflict((c) => c.doNothing())
      .execute();
}

/** Those of one gate, by result; a result that has none yet is left out. */
export async function thumbnailsOfGate(
  db: Database,
  results: readonly string[],
  gateOf: (result: string) => string,
): Promise<ReadonlyMap<string, Thumbnail | undefined>> {
  const found = new Map<string, Thumbnail | undefined>();
  for (const piece of piecesOf(results, 500))
    for (const { result_id, pictures } of await db
      .selectFrom('thumbnails')
      .selectAll()
      .where('result_id', 'in', [...piece])
      .execute()) {
      const stored = (JSON.parse(pictures) as readonly Stored[]).find(({ gate }) => gate === gateOf(result_id));
      found.set(result_id, stored && { ...stored, counts: new Uint8Array(Buffer.from(stored.counts, 'base64')) });
    }
  return found;
}
