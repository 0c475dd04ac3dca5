import type { ArchiveTables } from './schema.ts';

/** Every table, those that others refer to first, with how many of its first columns tell its rows apart. */
export const tablesInOrder = [
  ['archive_info', 1],
  ['donors', 1],
  ['lots', 1],
  ['materials', 1],
  ['material_parents', 2],
  ['material_splits', 1],
  ['runs', 1],
  ['run_files', 1],
  ['import_failures', 1],
  ['protocols', 1],
  ['profiles', 1],
  ['results', 1],
  ['thumbnails', 1],
  ['overrides', 5],
  ['batches', 1],
  ['batch_runs', 2],
  ['decisions', 1],
  ['decision_runs', 2],
  ['current_results', 1],
  ['saved_queries', 1],
  ['ledger_events', 1],
  ['observations', 1],
  ['log', 1],
  ['content_digests', 2],
] as const satisfies readonly (readonly [keyof ArchiveTables, number])[];
