import type { SampleMetadata } from '../../core/data/metadata/sample-metadata.ts';
import { emptyBook, type OverrideBook } from '../../core/study/overrides/override-book.ts';
import type { Database } from '../archive/database.ts';
import { filesOf } from '../archive/runs.ts';
import type { Run } from '../archive/schema.ts';
import type { BatchTask } from './batch-jobs.ts';
import type { PlacesOf } from './share-roots.ts';

/** What a worker needs to gate a run of the archive. */
export async function taskOf(
  db: Database,
  run: Run,
  metadata: SampleMetadata,
  book: OverrideBook,
  placesOf?: PlacesOf,
): Promise<BatchTask> {
  const { sha256, data_sha256: dataSha256, dataset, name } = run;
  const known = (await filesOf(db, sha256)).map(({ path }) => path);
  const paths = placesOf === undefined ? known : await placesOf(known, run);
  const entries = book.entries.filter((entry) => entry.sha256 === sha256 && entry.dataset === dataset);
  return { paths, name, sha256, dataSha256, dataset, metadata, overrides: { ...emptyBook, entries } };
}
