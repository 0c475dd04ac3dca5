import { describe, expect, it } from 'vitest';
import type { GateNode } from '../../../../../core/gating/strategy/strategy.ts';
import {
  type BookEntry,
  currentOverrides,
  emptyBook,
  type OverrideBook,
  parseOverrideBook,
  withOverrides,
} from '../../../../../core/study/overrides/override-book.ts';

const key = { sha256: 'a'.repeat(64), dataset: 0, protocolSha256: 'b'.repeat(64) };
const entry = (min: number, population = 'Singlets/Live'): Omit<BookEntry, 'version'> => ({
  ...key,
  population,
  to: { kind: 'rectangle', ranges: [{ min }] },
  by: 'M. Sato',
  at: '2026-11-25T09:00:00Z',
  reason: 'the dim cells are live',
});
const strategy: readonly GateNode[] = [
  {
    dimensions: ['FSC-A'],
    gate: { kind: 'rectangle', ranges: [{ min: 0.1 }] },
    populations: [
      {
        name: 'Singlets',
        gates: [
          {
            dimensions: ['Viability'],
            gate: { kind: 'viability', spread: 4, prior: { low: 0.1, expected: 0.3, high: 0.5 } },
            populations: [{ name: 'Live' }],
          },
        ],
      },
    ],
  },
];
/** Adds a version; what stood before stays. */
function recordOverride(book: OverrideBook, one: Omit<BookEntry, 'version'>): OverrideBook {
  const earlier = book.entries.filter(({ population }) => population === one.population).length;
  return { ...book, entries: [...book.entries, { ...one, version: earlier + 1 }] };
}
const gateOf = (of: readonly GateNode[]) => of[0]?.populations[0]?.gates?.[0]?.gate;

describe('a book of overrides', () => {
  it('adds versions and keeps what stood before', () => {
    const book = recordOverride(recordOverride(emptyBook, entry(0.2)), entry(0.3));
    expect(book.entries.map(({ version }) => version)).toEqual([1, 2]);
    expect(currentOverrides(book, key).get('Singlets/Live')).toMatchObject({ version: 2, to: { ranges: [{ min: 0.3 }] } });
  });

  it('stands above the automatic step in its file and protocol only', () => {
    const book = recordOverride(emptyBook, entry(0.2));
    expect(gateOf(withOverrides(strategy, book, key))).toMatchObject({ kind: 'rectangle', ranges: [{ min: 0.2 }] });
    expect(withOverrides(strategy, book, { ...key, sha256: 'c'.repeat(64) })).toBe(strategy);
    expect(withOverrides(strategy, book, { ...key, protocolSha256: 'c'.repeat(64) })).toBe(strategy);
  });

  it('gives the automatic gate back by a version of its own', () => {
    const book = recordOverride(recordOverride(emptyBook, entry(0.2)), { ...entry(0), to: null, reason: 'back' });
    expect(gateOf(withOverrides(strategy, book, key))).toMatchObject({ kind: 'viability' });
    expect(book.entries).toHaveLength(2);
  });

  it('survives its file, and a wrong one is refused with its place', () => {
    const book = recordOverride(emptyBook, entry(0.2));
    expect(parseOverrideBook(JSON.stringify(book))).toEqual(book);
    expect(() => parseOverrideBook(JSON.stringify({ ...book, entries: [{ ...book.entries[0], by: '' }] }))).toThrow(/entries.0.by/);
    expect(() => parseOverrideBook('{')).toThrow();
  });

  it('that names a gate which the protocol lacks is refused', () =>
    expect(() => withOverrides(strategy, recordOverride(emptyBook, entry(0.2, 'Nobody')), key)).toThrow(/Nobody/));
});
