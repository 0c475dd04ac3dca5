import { Problem } from '../../base/problem.ts';
import type { Book } from './book/book.ts';
import type { LedgerEvent } from './event.ts';
import { partsOf } from './parts.ts';
import { replay } from './replay.ts';

/** The books of all lots: events of lots that share a material belong together, others are replayed apart. */
export function booksOf(
  events: readonly LedgerEvent[],
): readonly { readonly lots: readonly string[]; readonly events: readonly LedgerEvent[]; readonly book: Book }[] {
  return partsOf(events).map((own) => ({ lots: [...new Set(own.map(({ lot }) => lot))], events: own, book: replay(own) }));
}

/** The book that holds a lot. Throws `lot-unknown`. */
export function bookOfLot(events: readonly LedgerEvent[], lot: string): { readonly events: readonly LedgerEvent[]; readonly book: Book } {
  const own = partsOf(events).find((part) => part.some((event) => event.lot === lot));
  if (own === undefined) throw new Problem('lot-unknown', unknown, { lot });
  return { events: own, book: replay(own) };
}

const unknown = { en: 'The book holds no lot "{lot}".', ja: '台帳にロット「{lot}」がありません。' };
