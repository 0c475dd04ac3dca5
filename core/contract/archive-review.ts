import * as z from 'zod';
import { gateSchema } from '../gating/gates/gates.ts';
import type { UsedChannel } from '../gating/strategy/used-channels.ts';
import type { Thumbnail } from '../statistics/histograms/thumbnail.ts';
import type { GateFacts, ReviewableGate } from '../study/review/gate-facts.ts';

/* What the window asks of the archive to look at one gate of many runs: a part of archive-calls.ts. */

const id = z.string().min(1).max(200);
const population = z.string().min(1).max(4096);

/** Results of a batch, or those that stand for a query or for some runs. */
const reviewChoice = z.union([
  z.strictObject({ batch: id }),
  z.strictObject({ query: z.string().max(2000) }),
  z.strictObject({ runs: z.array(id).min(1).max(5000) }),
]);
export type ReviewChoice = z.infer<typeof reviewChoice>;

/** One result with the gate that is looked at. */
export interface ReviewedRun {
  readonly id: string;
  readonly result: string;
  /** The batch that the result is of; null where it stands. */
  readonly batch: string | null;
  readonly name: string;
  readonly sha256: string;
  readonly dataset: number;
  readonly role: string;
  /** Lot, donor and the like, as text. */
  readonly about: string;
  readonly channels: readonly UsedChannel[];
  readonly facts: GateFacts | undefined;
  /** Points against the result that stands; undefined where this one does. */
  readonly change: number | undefined;
  readonly judged:
    | { readonly verdict: 'accepted' | 'returned'; readonly by: string; readonly at: string; readonly reason: string }
    | undefined;
}

export interface ArchiveReview {
  readonly batch: string | null;
  readonly gates: readonly ReviewableGate[];
  /** Of the gate that is looked at: its first population. */
  readonly population: string | undefined;
  readonly runs: readonly ReviewedRun[];
}

/** `missing`: results whose pictures were never made. */
export interface ArchiveThumbnails {
  readonly found: readonly (readonly [string, Thumbnail | undefined])[];
  readonly missing: readonly string[];
}

export const reviewCalls = {
  archiveReview: { args: z.tuple([reviewChoice, population.nullable()]), result: z.custom<ArchiveReview>() },
  /** Of one gate, by its first population in each result. */
  archiveThumbnails: {
    args: z.tuple([z.array(z.tuple([id, population])).max(5000)]),
    result: z.custom<ArchiveThumbnails>(),
  },
  /** From the files, by worker threads: told by `onArchiveProgress`. Gives how many were made. */
  makeThumbnails: { args: z.tuple([z.array(id).max(5000)]), result: z.strictObject({ made: z.int().min(0), left: z.int().min(0) }) },
  /** Gates that a person moved in single results: kept there, and the batch that gates these runs again is begun. */
  moveArchiveGates: {
    args: z.tuple([
      z.strictObject({
        gates: z
          .array(z.strictObject({ result: id, population, to: gateSchema }))
          .min(1)
          .max(1000),
        reason: z.string().trim().min(1).max(2000),
      }),
    ]),
    result: z.strictObject({ id }),
  },
  judgeArchive: {
    args: z.tuple([
      z.strictObject({
        batch: id.nullable(),
        population,
        verdict: z.enum(['accepted', 'returned']),
        results: z.array(id).min(1).max(5000),
        reason: z.string().trim().min(1).max(2000),
      }),
    ]),
    result: z.null(),
  },
} as const satisfies { readonly [call: string]: { readonly args: z.ZodTuple; readonly result: z.ZodType } };
