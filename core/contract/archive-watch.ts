import * as z from 'zod';

/* What the window may ask of watched folders: a part of the contract in bridge.ts. Folders are named by their last part, paths never cross. */

const name = z.string().trim().min(1).max(100);
const text = z.strictObject({ en: z.string(), ja: z.string() });
const count = z.int().min(0);

const ruleSchema = z.strictObject({
  name,
  folder: z.string(),
  files: z.string(),
  /** Which parts of a file's name say lot, donor and day. */
  named: z.string().optional(),
  protocol: z.string(),
  revision: count,
  /** Writes certificates, or tables for other programs. */
  writes: z.boolean(),
  /** Why its folder cannot be read, or its table not be written, just now; known only to the program that watches. */
  trouble: text.optional(),
  /** Files that are still being written; known only to the program that watches. */
  waiting: count.optional(),
});
export type WatchRuleShown = z.infer<typeof ruleSchema>;

const verdictSchema = z.strictObject({
  number: count,
  rule: name,
  file: z.string(),
  verdict: z.enum(['pass', 'look', 'stop']),
  reasons: z.array(text).readonly(),
  lot: z.string().optional(),
  certificate: z.string().optional(),
  at: z.string(),
});
export type VerdictShown = z.infer<typeof verdictSchema>;

const watchStateSchema = z.strictObject({
  /** This program watches. */
  on: z.boolean(),
  rules: z.array(ruleSchema).readonly(),
  /** The newest first. */
  verdicts: z.array(verdictSchema).readonly(),
});
export type WatchState = z.infer<typeof watchStateSchema>;

const watchWishSchema = z.strictObject({
  name,
  files: z.string().trim().min(1).max(200),
  named: z.string().trim().min(1).max(200).optional(),
  /** The protocol as text. */
  protocol: z.string().max(16 * 2 ** 20),
  /** Certificates and a table of the verdicts go into a folder that a second dialog asks for. */
  writes: z.boolean(),
  language: z.enum(['en', 'ja']),
});
export type WatchWish = z.infer<typeof watchWishSchema>;

export const watchCalls = {
  watchState: { args: z.tuple([]), result: watchStateSchema },
  /** Dialogs for the folders; gives whether a rule was added. */
  addWatchRule: { args: z.tuple([watchWishSchema]), result: z.boolean() },
  removeWatchRule: { args: z.tuple([name]), result: z.null() },
  /** Watches while the program runs, or stops. */
  setWatching: { args: z.tuple([z.boolean()]), result: z.null() },
} as const satisfies { readonly [call: string]: { readonly args: z.ZodTuple; readonly result: z.ZodType } };
