import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { balanceOf, type Material } from '../../core/biology/ledger/book/book.ts';
import { stateWords } from '../../core/biology/ledger/book/states.ts';
import { booksOf } from '../../core/biology/ledger/books.ts';
import type { LedgerEvent, NewEvent } from '../../core/biology/ledger/event.ts';
import { appended, replay } from '../../core/biology/ledger/replay.ts';
import { checkArchive } from '../../headless/archive/check.ts';
import { ledgerEvents, writeEvents } from '../../headless/archive/ledger.ts';
import { checkProjection } from '../../headless/archive/ledger-projection.ts';
import { addFile } from '../../headless/archive/runs.ts';
import { at, hex, openNew, someRun, stores } from '../archive/archive-support.ts';
import { countForProof, proofSeed } from '../proof.ts';

/*
 * Books of cells at random, on both databases: `npm run prove -- ledger` draws 10,000 histories, a round of it 1,000, the suite a tenth of a round.
 */
const HISTORIES = process.env['LYMPHO_PROOF_COUNTS'] === undefined ? 100 : 1000;
/** So many histories are lots of one archive. */
const OF_ARCHIVE = 50;

const facts = { at: '2026-12-01T00:00:00Z', today: '2026-12-01' };

type Act = readonly [string, number, number];
/** What goes on with cells is drawn more often than what ends them, so that histories grow. */
const going = [
  'sample',
  'split',
  'split',
  'start',
  'start',
  'count',
  'freeze',
  'freeze',
  'thaw',
  'thaw',
  'reculture',
  'dose',
  'dose',
  'infuse',
  'release',
  'lift',
  'lift',
  'pool',
  'test-result',
];
const acts = fc.array(
  fc.tuple(
    fc.constantFrom(...going, ...going, 'ship', 'hold', 'discard', 'retain', 'reject', 'correct', 'correct'),
    fc.nat(30),
    fc.integer({ min: 1, max: 200_000 }),
  ),
  { minLength: 15, maxLength: 40 },
);

/** What is refused is left out; the rest is a history of the lot. */
function play(lot: string, list: readonly Act[]): readonly LedgerEvent[] {
  let made = 0;
  const event = (kind: string, body: object): NewEvent =>
    ({ id: `${lot} ${++made}`, lot, on: '2026-04-01', by: 'ito', kind, body }) as NewEvent;
  let known = appended([], [event('collect', { material: `${lot}-0`, donor: 'D', count: { viable: 1_000_000 } })], facts);
  let book = replay(known);
  for (const [kind, place, cells] of list) {
    const ids = [...book.materials.keys()];
    const id = ids[place % ids.length]!;
    const other = ids[(place + 1) % ids.length]!;
    const fresh = `${lot}-${known.length}`;
    const bodies: { readonly [kind: string]: object } = {
      sample: { material: id, cells },
      split: { from: id, into: [{ material: fresh, cells }], lost: cells >> 3 },
      reculture: { from: id, material: fresh, cells },
      start: { from: id, material: fresh, cells },
      count: { material: id, count: { viable: cells, cv: 0.1 } },
      freeze: { from: id, bags: [{ material: fresh, cells }] },
      thaw: { material: id, donor: 'D', count: { viable: cells >> 1 } },
      dose: { from: id, material: fresh, cells },
      infuse: { material: id, donor: 'D', outcome: place % 2 === 0 ? 'full' : 'missed' },
      ship: { material: id },
      release: { materials: [id] },
      'test-result': { test: `t${place % 3}`, verdict: (['pass', 'pass', 'pass', 'pending', 'not-done', 'fail'] as const)[place % 6] },
      pool: {
        from: [
          { material: id, cells: cells >> 2 },
          { material: other, cells: cells >> 3 },
        ],
        material: fresh,
      },
      correct: { event: known[place % known.length]!.id, reason: 'r' },
    };
    const body = bodies[kind] ?? { material: id, reason: 'r' };
    try {
      const added = appended(known, [event(kind, body)], facts);
      // a void gives back what stood before the event, where nothing came between
      if (kind === 'correct') expect(replay([...known, ...added]).materials).toEqual(without(known, place % known.length));
      known = [...known, ...added];
      book = replay(known);
    } catch (error) {
      expect(error).toHaveProperty('code');
    }
    const { in: came, out, held } = balanceOf(book);
    expect(came).toBe(out + held);
    for (const material of book.materials.values()) expectWhole(material);
    expect(book.findings).toEqual([]);
  }
  return known;
}

function expectWhole({ cells = 0, state, parents, id }: Material): void {
  expect(Number.isInteger(cells) && cells >= 0, `${id}: ${cells}`).toBe(true);
  expect(stateWords, id).toHaveProperty(state);
  expect(parents).not.toContain(id);
}

const without = (events: readonly LedgerEvent[], place: number) => replay(events.filter((_, i) => i !== place)).materials;

/** Lots take turns, each in its own order. */
function interleaved(books: readonly (readonly LedgerEvent[])[]): readonly NewEvent[] {
  const longest = Math.max(...books.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => books.flatMap((events) => events[i] ?? []))
    .flat()
    .map(({ seq: _, at: __, ...event }) => event as NewEvent);
}

const plain = (events: readonly LedgerEvent[]) =>
  new Map(
    booksOf(events).flatMap(({ book }) =>
      [...book.materials.values()].map(({ events: _, ...material }) => [material.id, material] as const),
    ),
  );

const drawn = fc.sample(acts, { numRuns: HISTORIES, seed: proofSeed }).map((list, i) => play(`L${i}`, list));

describe.each(stores.map((open) => [open.name, open] as const))(`histories of cells, %s (seed ${proofSeed})`, (_name, open) => {
  const store = open();
  afterAll(() => store.remove());

  it('keep every cell, and their tables are what a replay says', async () => {
    for (let first = 0; first < drawn.length; first += OF_ARCHIVE) {
      const books = drawn.slice(first, first + OF_ARCHIVE);
      const archive = await openNew(store);
      const list = interleaved(books);
      const half = list.length >> 1;
      await writeEvents(archive.db, list.slice(0, half), facts);
      await writeEvents(archive.db, list.slice(half), facts);
      const kept = await ledgerEvents(archive.db);
      expect(kept).toHaveLength(list.length);
      expect(await checkProjection(archive.db, kept)).toEqual([]);
      // lots that share nothing stand the same in whatever order they were written
      expect(plain(kept)).toEqual(plain(books.flat()));
      await archive.close();
      countForProof(`${store.name}: histories`, books.length);
      countForProof(`${store.name}: events`, list.length);
    }
  }, 600_000);

  it('take no run of another lot', async () => {
    const archive = await openNew(store);
    await archive.db.insertInto('lots').values({ id: 'LX', note: '' }).execute();
    await addFile(archive, { path: '/a', sha256: hex('a'), size: 1, modified: 1.5 }, [someRun(hex('a'))], at(0));
    await archive.db.updateTable('runs').set({ lot_id: 'LX' }).execute();
    const { id } = await archive.db.selectFrom('runs').select('id').executeTakeFirstOrThrow();
    const event = (kind: string, body: object, lot: string) =>
      ({ id: `${kind} ${lot}`, lot, on: '2026-04-01', by: 'ito', kind, body }) as NewEvent;
    const begun = (lot: string) => event('collect', { material: `${lot}-0`, donor: 'D', count: { viable: 100 } }, lot);
    const sampled = (lot: string) => event('sample', { material: `${lot}-0`, cells: 1, runs: [id] }, lot);
    await expect(writeEvents(archive.db, [begun('LY'), sampled('LY')], facts)).rejects.toMatchObject({ code: 'mix-up' });
    expect(await ledgerEvents(archive.db)).toEqual([]);
    expect(await writeEvents(archive.db, [begun('LX'), sampled('LX')], facts)).toHaveLength(2);
    await archive.close();
  });

  it('tell of a table that was changed outside', async () => {
    const archive = await openNew(store);
    // a history may end with everything voided
    const kept = drawn.filter((events) => replay(events).materials.size > 0).slice(0, 2);
    const [first, second] = kept.map((events) => events[0]!.lot);
    await writeEvents(archive.db, interleaved(kept), facts);
    const { id, cells } = await archive.db
      .selectFrom('ledger_materials')
      .select(['id', 'cells'])
      .where('lot', '=', first!)
      .orderBy('id')
      .executeTakeFirstOrThrow();
    await archive.db
      .updateTable('ledger_materials')
      .set({ cells: (cells ?? 0) + 1 })
      .where('id', '=', id)
      .execute();
    await archive.db.deleteFrom('ledger_lots').where('lot', '=', second!).execute();
    expect((await checkArchive(archive)).faults.map(({ kind, what }) => [kind, what])).toEqual([
      ['ledger', second],
      ['ledger', id],
    ]);
    await archive.close();
  });
});
