import * as z from 'zod';
import type { BatchComparison } from './comparison/batch-comparison.ts';
import { bookEntrySchema } from './session/override-book.ts';

/* What the window may ask of the archive: a part of the contract in bridge.ts. Paths never cross, runs are named by content. */

const id = z.string().min(1).max(200);
const name = z.string().min(1).max(200);
const query = z.string().max(2000);
const reason = z.string().min(1).max(2000);
const protocolText = z.string().max(16 * 2 ** 20);
const nothing = z.tuple([]);
const count = z.int().min(0);

/** Gates that a person placed in single files, for the protocol that goes with them. */
export const placedGatesSchema = z.array(bookEntrySchema.omit({ protocolSha256: true, version: true })).max(100_000);
export type PlacedGates = z.infer<typeof placedGatesSchema>;

const runSchema = z.strictObject({
  id,
  name: z.string(),
  dataset: count,
  events: count,
  acquired: z.string().nullable(),
  cytometer: z.string().nullable(),
  lot: z.string().nullable(),
  donor: z.string().nullable(),
  day: z.number().nullable(),
  role: z.string(),
  /** Of the result that stands; null where none does. */
  group: z.string().nullable(),
  nk: z.number().nullable(),
  nktLike: z.number().nullable(),
  t: z.number().nullable(),
  /** No known place holds its file any more. */
  away: z.boolean(),
});
export type ArchiveRun = z.infer<typeof runSchema>;

const batchSchema = z.strictObject({
  id,
  number: count,
  state: z.enum(['open', 'paused', 'cancelled', 'finished']),
  query: z.string(),
  protocol: z.string(),
  revision: count,
  protocolSha256: z.string(),
  engine: z.string(),
  createdAt: z.string(),
  total: count,
  done: count,
  failed: count,
});
export type ArchiveBatch = z.infer<typeof batchSchema>;

const decisionSchema = z.strictObject({
  id,
  number: count,
  kind: z.enum(['first', 'accept', 'reject', 'roll-back']),
  batch: count.nullable(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  /** An acceptance on which no later decision stands. */
  undoable: z.boolean(),
});
export type ArchiveDecision = z.infer<typeof decisionSchema>;

const failureSchema = z.strictObject({ name: z.string(), code: z.string(), message: z.strictObject({ en: z.string(), ja: z.string() }) });
export type ArchiveFailure = z.infer<typeof failureSchema>;

const importSchema = z.strictObject({ files: count, added: count, known: count, missing: count, failed: z.array(failureSchema) });
export type ArchiveImport = z.infer<typeof importSchema>;

const written = z.strictObject({ name: z.string() }).nullable();

export const archiveCalls = {
  archiveRuns: { args: z.tuple([query, z.int().min(1).max(5000)]), result: z.strictObject({ total: count, runs: z.array(runSchema) }) },
  archiveLists: {
    args: nothing,
    result: z.strictObject({
      queries: z.array(z.strictObject({ name: z.string(), query: z.string() })),
      protocols: z.array(z.strictObject({ sha256: z.string(), name: z.string(), revision: count, addedAt: z.string() })),
      batches: z.array(batchSchema),
      decisions: z.array(decisionSchema),
    }),
  },
  saveArchiveQuery: { args: z.tuple([name, query]), result: z.null() },
  forgetArchiveQuery: { args: z.tuple([name]), result: z.null() },
  /** A dialog for a folder; the protocol says which keywords name lot, donor and day. */
  importFolder: { args: z.tuple([protocolText]), result: importSchema.nullable() },
  /**
   * The protocol as text with what persons placed in single files (an override book without the protocol's digest), or a kept version by
   * its digest. Gives the batch's id; `continueBatch` does it.
   */
  beginBatch: { args: z.tuple([query, protocolText, placedGatesSchema, z.boolean()]), result: z.strictObject({ id }) },
  /** Ends when the batch is finished or was stopped; tells how far it is by `onArchiveProgress`. */
  continueBatch: { args: z.tuple([id]), result: z.strictObject({ total: count, done: count, failed: count }) },
  /** Stops an import or a batch after what is in hand; a batch can be continued. */
  stopArchive: { args: nothing, result: z.null() },
  cancelBatch: { args: z.tuple([id]), result: z.null() },
  batchFailures: { args: z.tuple([id]), result: z.array(failureSchema) },
  compareBatch: { args: z.tuple([id]), result: z.custom<BatchComparison>() },
  decideBatch: { args: z.tuple([id, z.enum(['accept', 'reject']), reason]), result: z.null() },
  rollBackDecision: { args: z.tuple([id, reason]), result: z.null() },
  /** Written where a dialog points. */
  exportBatchReport: { args: z.tuple([id, z.enum(['en', 'ja']), name]), result: written },
  /** Results of a batch, or with a query those that stand; .csv, .xlsx or .parquet as the name says. */
  exportArchiveTable: {
    args: z.tuple([z.union([z.strictObject({ batch: id }), z.strictObject({ query })]), name]),
    result: written,
  },
} as const satisfies { readonly [call: string]: { readonly args: z.ZodTuple; readonly result: z.ZodType } };

export const archiveProgressSchema = z.strictObject({
  work: z.enum(['import', 'batch']),
  /** Of a batch. */
  batch: z.string().optional(),
  done: count,
  total: count,
  failed: count,
  perSecond: z.number().min(0),
  secondsLeft: z.number().optional(),
});
export type ArchiveProgress = z.infer<typeof archiveProgressSchema>;
