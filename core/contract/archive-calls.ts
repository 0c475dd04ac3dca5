import * as z from 'zod';
import { laboratoryRulesSchema } from '../biology/ledger/entry/laboratory-rules.ts';
import { type LedgerEvent, newEventSchema } from '../biology/ledger/event.ts';
import type { LotSource } from '../biology/lots/labelled-lot.ts';
import type { BatchComparison } from '../study/comparison/batch-comparison.ts';
import type { CohortLane } from '../study/course/cohort.ts';
import type { CourseSource } from '../study/course/course-source.ts';
import { courseTemplateSchema } from '../study/course/course-table.ts';
import { observationSchema } from '../study/course/observation.ts';
import type { Plate } from '../study/killing/plate.ts';
import { bookEntrySchema } from '../study/overrides/override-book.ts';
import type { KeptResidual } from '../study/residual/kept-residual.ts';
import { residualPlanSchema } from '../study/residual/residual-plan.ts';
import { reviewCalls } from './archive-review.ts';
import { watchCalls } from './archive-watch.ts';

/* What the window may ask of the archive: a part of the contract in bridge.ts. Paths never cross, runs are named by content. */

const id = z.string().min(1).max(200);
const name = z.string().min(1).max(200);
const query = z.string().max(2000);
const reason = z.string().min(1).max(2000);
const protocolText = z.string().max(16 * 2 ** 20);
const nothing = z.tuple([]);
const count = z.int().min(0);

/** What persons decided about gates of single files, for the protocol that goes with it. */
const gatesOfPersonsSchema = z.strictObject({
  placed: z.array(bookEntrySchema.omit({ protocolSha256: true, version: true })).max(100_000),
  takenBack: z
    .array(
      bookEntrySchema.pick({ sha256: true, dataset: true, population: true, by: true, at: true }).extend({ placedAt: z.array(z.string()) }),
    )
    .max(100_000),
});

/** How a batch goes about its runs. */
const batchWishSchema = z.strictObject({
  /** The protocol as text, or a kept version by its digest. */
  protocol: protocolText,
  /** With the session's own protocol only. */
  gates: gatesOfPersonsSchema,
  respectPauses: z.boolean(),
  /** Controls and siblings of one day, instrument and panel, or of one folder, help each other. */
  sameRun: z.enum(['day', 'folder']).optional(),
});
export type BatchWish = z.infer<typeof batchWishSchema>;

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
  sameRun: z.enum(['day', 'folder']).optional(),
  protocol: z.string(),
  revision: count,
  protocolSha256: z.string(),
  engine: z.string(),
  createdAt: z.string(),
  total: count,
  done: count,
  failed: count,
  /** Of one that is open: who is at it just now, on whichever machine, and how fast it goes. */
  seen: z
    .strictObject({
      machines: z.array(z.strictObject({ name: z.string(), runs: count })).readonly(),
      lastMinute: count,
      errors: z.array(z.strictObject({ code: z.string(), runs: count })).readonly(),
    })
    .optional(),
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
/** `olderEngine`: results in it are of another engine than this program's. */
const writtenReport = z.strictObject({ name: z.string(), olderEngine: z.string().optional() }).nullable();

const placesSchema = z.strictObject({
  current: id,
  /** This account may only read the one that is open; null before it was opened. */
  readOnly: z.boolean().nullable(),
  /** The person's own first, which is always there. */
  archives: z.array(
    z.strictObject({
      id,
      name: z.string(),
      kind: z.enum(['own', 'file', 'server']),
      /** Of a server, without its password. */
      url: z.string().optional(),
      /** Of a server: a password is known. */
      hasPassword: z.boolean().optional(),
    }),
  ),
});
export type ArchivePlaces = z.infer<typeof placesSchema>;

/** A result as the window counted it: what decides is checked, the rest is what the archive gives back. */
const keptSchema = z.custom<KeptResidual>(
  (value) =>
    z
      .looseObject({
        plan: residualPlanSchema,
        planSha256: z.string(),
        protocol: z.strictObject({ name: z.string(), revision: z.number(), sha256: z.string() }),
        gatingSha256: z.string(),
        engine: z.string(),
        result: z.looseObject({ tubes: z.array(z.looseObject({ sha256: z.string(), n: count, total: count })).min(1), state: z.string() }),
      })
      .safeParse(value).success,
);

const chosenRuns = z.array(id).min(1).max(5000);

export const archiveCalls = {
  /** The book of cells of all lots, in order. */
  ledgerEvents: { args: nothing, result: z.custom<readonly LedgerEvent[]>(Array.isArray) },
  /** National holidays from a day on, and the last year that they are known of. */
  ledgerHolidays: {
    args: z.tuple([z.iso.date()]),
    result: z.strictObject({
      days: z.array(z.strictObject({ on: z.iso.date(), en: z.string(), ja: z.string() })).readonly(),
      lastYear: z.int(),
    }),
  },
  ledgerRules: { args: nothing, result: laboratoryRulesSchema },
  /** Events into the book, all of them or none, on the day that it is here; or only checked. Gives how many were new. */
  addLedgerEvents: { args: z.tuple([z.array(newEventSchema).min(1).max(1000), z.iso.date(), z.enum(['write', 'check'])]), result: count },
  courseDonors: { args: nothing, result: z.array(z.string()).readonly() },
  courseOfDonor: { args: z.tuple([name]), result: z.custom<CourseSource>((value) => typeof value === 'object') },
  /** Observations of one donor, all of them or none; a donor that the archive does not know only where that is meant. */
  addObservations: {
    args: z.tuple([z.array(observationSchema).min(1).max(50_000), z.enum(['known-donors', 'new-donors'])]),
    result: count,
  },
  /** Donors of a query as lanes, by name. */
  courseCohort: { args: z.tuple([query]), result: z.custom<readonly CohortLane[]>(Array.isArray) },
  /** Templates of hospital tables that the archive keeps; one of a name that is there is replaced. */
  courseTemplates: { args: nothing, result: z.array(courseTemplateSchema).readonly() },
  keepCourseTemplate: { args: z.tuple([courseTemplateSchema]), result: z.null() },
  /** By how many whole weeks the dates of a donor are moved where they leave the laboratory. */
  courseShift: { args: z.tuple([name]), result: z.int() },
  /** Writes down what was handed out of a donor's course. */
  logCourseExport: {
    args: z.tuple([z.strictObject({ donor: name, what: name, weeks: z.int().optional(), texts: z.boolean() })]),
    result: z.null(),
  },
  voidObservation: { args: z.tuple([id, reason]), result: z.null() },
  /** A page of so many runs behind one by its id; how many there are in all comes with the first. */
  archiveRuns: {
    args: z.tuple([query, z.int().min(1).max(5000), id.nullable()]),
    result: z.strictObject({ total: count.nullable(), runs: z.array(runSchema) }),
  },
  archiveLists: {
    args: nothing,
    result: z.strictObject({
      queries: z.array(z.strictObject({ name: z.string(), query: z.string() })),
      protocols: z.array(z.strictObject({ sha256: z.string(), name: z.string(), revision: count, addedAt: z.string() })),
      batches: z.array(batchSchema),
      decisions: z.array(decisionSchema),
      /** What tells that the archive was changed outside this software, the first of it. */
      changes: z.array(z.strictObject({ what: z.string(), message: z.strictObject({ en: z.string(), ja: z.string() }) })),
    }),
  },
  /** What profiles are fitted from, of the results that stand for the runs of a query. */
  archiveLots: { args: z.tuple([query]), result: z.custom<readonly LotSource[]>(Array.isArray) },
  /** Lots that the archive keeps results of residual cells of, the newest first; and those results, the earliest first. */
  residualLots: { args: nothing, result: z.array(z.string()).readonly() },
  residualOfLot: { args: z.tuple([z.string().max(1000)]), result: z.custom<readonly KeptResidual[]>(Array.isArray) },
  /** Keeps results of residual cells of this window; the same ones are kept once. */
  keepResidual: { args: z.tuple([z.array(keptSchema).min(1).max(1000)]), result: z.strictObject({ added: count, known: count }) },
  /** Plates of cytotoxicity assays that a query means by the results that stand, each with the definition that it was measured by. */
  archivePlates: { args: z.tuple([query]), result: z.custom<readonly { readonly id: string; readonly plate: Plate }[]>(Array.isArray) },
  saveArchiveQuery: { args: z.tuple([name, query]), result: z.null() },
  forgetArchiveQuery: { args: z.tuple([name]), result: z.null() },
  /** A dialog for a folder; the protocol says which keywords name lot, donor and day. */
  importFolder: { args: z.tuple([protocolText]), result: importSchema.nullable() },
  /** Gives the batch's id; `continueBatch` does it. */
  beginBatch: { args: z.tuple([query, batchWishSchema]), result: z.strictObject({ id }) },
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
  exportBatchReport: { args: z.tuple([id, z.enum(['en', 'ja']), name]), result: writtenReport },
  /** Results of a batch, or with a query those that stand; .csv, .xlsx or .parquet as the name says. */
  exportArchiveTable: {
    args: z.tuple([z.union([z.strictObject({ batch: id }), z.strictObject({ query }), z.strictObject({ runs: chosenRuns })]), name]),
    result: written,
  },
  /** Reports of runs as one PDF, from results that stand; each is gated again for its pictures. */
  exportRunReports: {
    args: z.tuple([z.union([z.strictObject({ query }), z.strictObject({ runs: chosenRuns })]), z.enum(['en', 'ja']), name]),
    result: writtenReport,
  },
  archivePlaces: { args: nothing, result: placesSchema },
  /** An archive's file by a dialog. */
  openArchiveFile: { args: nothing, result: placesSchema.nullable() },
  /** A new archive where a dialog points, and only where no file is. */
  newArchiveFile: { args: nothing, result: placesSchema.nullable() },
  /** A database by its URL, with a password or '' for none; `keep` has the system keep the password, `create` makes an archive of an empty database. */
  openArchiveServer: {
    args: z.tuple([z.string().min(1).max(2000), z.string().max(1000), z.strictObject({ keep: z.boolean(), create: z.boolean() })]),
    result: placesSchema,
  },
  /** One that was open before. */
  switchArchive: { args: z.tuple([id]), result: placesSchema },
  /** Forgets where it is and its password; the archive itself stays. */
  forgetArchive: { args: z.tuple([id]), result: placesSchema },
  ...reviewCalls,
  ...watchCalls,
} as const satisfies { readonly [call: string]: { readonly args: z.ZodTuple; readonly result: z.ZodType } };

export const archiveProgressSchema = z.strictObject({
  work: z.enum(['import', 'batch', 'report', 'table', 'thumbnails']),
  /** Of a batch. */
  batch: z.string().optional(),
  done: count,
  total: count,
  failed: count,
  perSecond: z.number().min(0),
  secondsLeft: z.number().optional(),
});
export type ArchiveProgress = z.infer<typeof archiveProgressSchema>;
