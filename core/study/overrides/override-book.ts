import * as z from 'zod';
import { readJsonDocument } from '../../base/json-document.ts';
import { Problem } from '../../base/problem.ts';
import { gateSchema } from '../../gating/gates/gates.ts';
import { indexStrategy, mapGates } from '../../gating/strategy/edit-tree.ts';
import type { GateNode } from '../../gating/strategy/strategy.ts';
import { overrideSchema } from '../session/document/session-document.ts';
import { withOwnGate } from '../session/edits/edit-fit.ts';

/**
 * What persons decided about single gates of single files, for work without a session: keyed by the file's digest and the protocol's.
 * Versions are added and never taken away, and no re-run writes here: automatic gates cannot overwrite a person's.
 */
export const bookEntrySchema = z.strictObject({
  sha256: overrideSchema.shape.sha256,
  dataset: overrideSchema.shape.dataset,
  protocolSha256: overrideSchema.shape.sha256,
  /** The path of the gate's first population: protocols without sessions give their gates no ids. */
  population: z.string().min(1),
  /** From 1, by file, protocol and gate. */
  version: z.int().min(1),
  /** `null`: back to the automatic gate. */
  to: gateSchema.nullable(),
  by: overrideSchema.shape.by,
  at: overrideSchema.shape.at,
  reason: overrideSchema.shape.reason,
});
export type BookEntry = Readonly<z.infer<typeof bookEntrySchema>>;

const overrideBookSchema = z.strictObject({
  format: z.literal('lymphoscope-overrides'),
  version: z.literal(1),
  entries: z.array(bookEntrySchema),
});
export type OverrideBook = Readonly<z.infer<typeof overrideBookSchema>>;

export const emptyBook: OverrideBook = { format: 'lymphoscope-overrides', version: 1, entries: [] };

export type BookKey = Pick<BookEntry, 'sha256' | 'dataset' | 'protocolSha256'>;

/** The latest version of every gate of a file under a protocol. */
export function currentOverrides({ entries }: OverrideBook, key: BookKey): ReadonlyMap<string, BookEntry> {
  const latest = new Map<string, BookEntry>();
  for (const entry of entries)
    if (isOf(entry, key) && (latest.get(entry.population)?.version ?? 0) < entry.version) latest.set(entry.population, entry);
  return latest;
}

/** The strategy with a person's gates in place. Throws where one does not fit the protocol's gate. */
export function withOverrides(strategy: readonly GateNode[], book: OverrideBook, key: BookKey): readonly GateNode[] {
  const current = [...currentOverrides(book, key).values()].filter(({ to }) => to !== null);
  if (current.length === 0) return strategy;
  const index = indexStrategy(strategy).populations;
  const places = new Map(current.map((entry) => [index.find(({ path }) => path === entry.population)?.gate ?? unknown(entry), entry]));
  return mapGates(strategy, (node) => {
    const entry = places.get(node);
    return entry?.to == null ? node : withOwnGate(node, { ...entry, to: entry.to });
  });
}

const isOf = (entry: BookKey, key: BookKey): boolean =>
  entry.sha256 === key.sha256 && entry.dataset === key.dataset && entry.protocolSha256 === key.protocolSha256;

function unknown({ population }: BookEntry): never {
  throw new Problem(
    'override-without-gate',
    {
      en: 'The overrides hold a gate for the population "{population}", which the protocol does not have.',
      ja: '個別ゲート(手動)にある集団「{population}」は、プロトコルにありません。',
    },
    { population },
    { path: population },
  );
}

/** Reads a book from JSON text. Throws `overrides-invalid` with the place in the document. */
export const parseOverrideBook = (text: string): OverrideBook =>
  readJsonDocument(text, {
    code: 'overrides-invalid',
    name: { en: 'book of overrides', ja: '個別ゲート(手動)の記録' },
    schema: overrideBookSchema,
  });
