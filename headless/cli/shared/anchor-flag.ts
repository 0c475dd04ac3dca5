import { InvalidArgumentError } from 'commander';
import type { ChainHead } from '../../../core/base/chain/chain.ts';

/** Where a log stood, as reports say it: how many entries, and the digest of the last. */
export function anchorOf(text: string): ChainHead {
  const [, entries, head] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (entries === undefined || head === undefined) throw new InvalidArgumentError('a number, a colon and a SHA-256 digest');
  return { entries: Number(entries), head };
}
