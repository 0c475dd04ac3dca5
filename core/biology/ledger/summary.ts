import type { Book } from './book/book.ts';

/** A lot in a line. */
export interface LotSummary {
  readonly donor: string;
  readonly bags: number;
  readonly given: number;
  readonly held: number;
  readonly openDeviations: number;
  readonly openDiscrepancies: number;
  /** Entries that would be refused today. */
  readonly findings: number;
}

export function lotSummary(book: Book, lot: string): LotSummary {
  const own = [...book.materials.values()].filter((material) => material.lot === lot);
  const ids = new Set(own.map(({ id }) => id));
  const given = book.doses.filter(({ material, outcome }) => ids.has(material) && (outcome === 'full' || outcome === 'partial'));
  return {
    donor: [...new Set(own.map(({ donor }) => donor))].join(', '),
    bags: own.filter(({ isFrozen, state }) => isFrozen && state !== 'discarded').length,
    given: given.length,
    held: own.filter(({ state }) => state === 'on-hold').length,
    openDeviations: book.deviations.filter((one) => one.lot === lot && one.closed === undefined).length,
    openDiscrepancies: book.discrepancies.filter(({ material }) => ids.has(material)).length,
    findings: book.findings.filter((one) => one.lot === lot).length,
  };
}
