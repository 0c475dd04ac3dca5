import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { canonicalJson } from './canonical-json.ts';

/*
 * Logs that only grow, as chains of digests: each entry carries the SHA-256 of the one before it, whose own content holds that of the one before.
 * Whoever changes, drops, adds or moves an entry has to compute all later ones anew, and the head of the chain is then another one: kept
 * outside of what it guards (an anchor), it tells. See docs/en/security.md for what is found without a key.
 */

/** What the first entry of a chain carries. */
export const CHAIN_START = '0'.repeat(64);

/** An entry of a log; one without `before` was written before there were chains. */
export interface Linked {
  readonly before?: string | undefined;
}

/** Where a chain stood: how many entries it had, and the digest of the last. */
export interface ChainHead {
  readonly entries: number;
  readonly head: string;
}

/** The digest of anything, whatever the order of its keys. */
export const contentDigest = (value: unknown): string => bytesToHex(sha256(canonicalJson(value)));

/** The digest of an entry that stands behind another, whose digest is `before`. */
export const entryDigest = (entry: Linked, before: string): string => contentDigest({ ...entry, before });

/** What the next entry of a chain carries; undefined where the last one carries nothing, so that the log is not sealed. */
export function nextLink(entries: readonly Linked[]): string | undefined {
  const last = entries.at(-1);
  if (last === undefined) return CHAIN_START;
  return last.before === undefined ? undefined : entryDigest(last, last.before);
}

/** The digests of all entries, as a chain from the first on, whether or not they carry them. */
function chainDigests(entries: readonly Linked[]): readonly string[] {
  let before = CHAIN_START;
  return entries.map((entry) => {
    before = entryDigest(entry, before);
    return before;
  });
}

export const headOf = (entries: readonly Linked[]): ChainHead => ({
  entries: entries.length,
  head: chainDigests(entries).at(-1) ?? CHAIN_START,
});

export type ChainFault =
  /** The entry at `entry` (from 1) does not follow the one before it: one of the two, or what stood between them, was changed. */
  | { readonly kind: 'broken'; readonly entry: number }
  /** The head that is written beside the log is not that of its last entry. */
  | { readonly kind: 'head'; readonly entry: number }
  /** An anchor knows the log otherwise, or longer, up to its entry `entry`. */
  | { readonly kind: 'anchor'; readonly entry: number };

/**
 * What is wrong with a chain. `sealedBy` says whether an entry may be the first that carries a digest behind others that carry none;
 * `head` is the one beside the log, `anchors` are heads that were kept elsewhere.
 */
export function checkChain<Entry extends Linked>(
  entries: readonly Entry[],
  { head, anchors = [], sealedBy = () => false }: ChainChecks<Entry> = {},
): readonly ChainFault[] {
  const digests = chainDigests(entries);
  const digestAt = (count: number): string | undefined => (count === 0 ? CHAIN_START : digests[count - 1]);
  const firstSealed = entries.findIndex(({ before }) => before !== undefined);
  const follows = (entry: Entry, i: number): boolean =>
    entry.before === undefined ? i < firstSealed : entry.before === digestAt(i) && (i !== firstSealed || i === 0 || sealedBy(entry));
  const broken = firstSealed < 0 ? -1 : entries.findIndex((entry, i) => !follows(entry, i));
  return [
    ...(broken < 0 ? [] : [{ kind: 'broken' as const, entry: broken + 1 }]),
    ...(head === undefined || (head.entries === entries.length && head.head === digestAt(head.entries))
      ? []
      : [{ kind: 'head' as const, entry: head.entries }]),
    ...anchors
      .filter((anchor) => digestAt(anchor.entries) !== anchor.head)
      .map((anchor) => ({ kind: 'anchor' as const, entry: anchor.entries })),
  ];
}

interface ChainChecks<Entry> {
  readonly head?: ChainHead | undefined;
  readonly anchors?: readonly ChainHead[];
  readonly sealedBy?: (entry: Entry) => boolean;
}

/** Whether a log carries digests. */
export const isSealed = (entries: readonly Linked[]): boolean => entries.some(({ before }) => before !== undefined);
