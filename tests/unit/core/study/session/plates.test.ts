import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyRows } from '../../../../../core/show/history/history-rows.ts';
import { type Plate, plateSizes, type WellRow } from '../../../../../core/study/killing/plate.ts';
import { replayAudit } from '../../../../../core/study/session/audit/audit.ts';
import { checkAudit } from '../../../../../core/study/session/audit-check.ts';
import { chronicleOf } from '../../../../../core/study/session/changes/chronicle.ts';
import { commit, openHistory, sessionOf, undo } from '../../../../../core/study/session/history.ts';
import { openSession, serialiseSession } from '../../../../../core/study/session/session-text.ts';
import { begun, commitAll, problemOf, stamp } from './session-support.ts';

const plate: Plate = {
  format: 'lymphoscope-plate',
  version: 1,
  name: 'K562',
  size: 96,
  effectors: [{ id: 'ANK', basis: 'viable' }],
  wells: [
    { well: 'A1', role: 'target-alone', signal: 400 },
    { well: 'A2', role: 'test', effector: 'ANK', et: 10, signal: 900 },
  ],
};
const added = () => commitAll([{ type: 'plate/add', id: 'p1', plate }], begun());
const wellsOf = (history: ReturnType<typeof added>) => history.present.plates?.[0]?.plate.wells;

describe('a plate of a session', () => {
  it('is filled, left out from, cleared and described; each is undone, told and saved', () => {
    const history = commitAll(
      [
        { type: 'plate/wells', id: 'p1', wells: [{ well: 'a02', role: 'test', effector: 'ANK', et: 20, signal: 910 }], cleared: ['A1'] },
        { type: 'plate/wells', id: 'p1', wells: [{ well: 'B1', role: 'blank', signal: 9, excluded: { reason: 'bubble' } }] },
        { type: 'plate/change', id: 'p1', hours: 4, name: 'K562 4 h' },
        { type: 'plate/change', id: 'p1', hours: null },
      ],
      added(),
    );
    expect(wellsOf(history)).toEqual([
      { well: 'A2', role: 'test', effector: 'ANK', et: 20, signal: 910 },
      { well: 'B1', role: 'blank', signal: 9, excluded: { reason: 'bubble', by: 'operator 1' } },
    ]);
    expect(history.present.plates?.[0]?.plate).toMatchObject({ name: 'K562 4 h' });
    expect(history.present.plates?.[0]?.plate.hours).toBeUndefined();
    const session = openSession(serialiseSession(sessionOf(history))).session;
    expect(openHistory(session).present).toEqual(history.present);
    expect(checkAudit(session)).toEqual([]);
    expect(checkAudit({ ...session, plates: [] })).toHaveLength(1);
    const acts = chronicleOf(history.audit, { undoable: 9, redoable: 9 });
    const rows = historyRows(acts, { language: 'ja', timeZone: 'UTC', valueAt: () => undefined, fileOf: (id) => id });
    expect(rows.slice(2).map(({ kind, changes }) => [kind, changes.map(({ about, before, after }) => [about, before, after])])).toEqual([
      ['plates', [['プレート', 'なし', 'K562']]],
      [
        'plates',
        [
          ['K562のウェルA1', '標的細胞のみ, 400', 'なし'],
          ['K562のウェルA2', '試験, ANK, 10:1, 900', '試験, ANK, 20:1, 910'],
        ],
      ],
      ['plates', [['K562のウェルB1', 'なし', 'ブランク, 9, 除外: bubble']]],
      [
        'plates',
        [
          ['K562 4 hの名前', 'K562', 'K562 4 h'],
          ['K562 4 hの共培養時間', 'なし', '4'],
        ],
      ],
      ['plates', [['K562 4 hの共培養時間', '4', 'なし']]],
    ]);
    expect(commit(history, { type: 'plate/remove', id: 'p1' }, stamp).present).toEqual(begun().present);
  });

  it('refuses a well that is not there, one that is set twice, and a plate of another name', () => {
    const set =
      (...wells: readonly WellRow[]) =>
      () =>
        commit(added(), { type: 'plate/wells', id: 'p1', wells: [...wells] }, stamp);
    expect(problemOf(set({ well: 'I1', role: 'test' })).code).toBe('well-not-there');
    expect(problemOf(set({ well: 'C1', role: 'test' }, { well: 'c01', role: 'blank' })).code).toBe('wells-twice');
    expect(problemOf(() => commit(added(), { type: 'plate/remove', id: 'p2' }, stamp)).code).toBe('plate-unknown');
    expect(problemOf(() => commit(added(), { type: 'plate/add', id: 'p1', plate }, stamp)).code).toBe('plate-id-taken');
    expect(problemOf(set({ well: 'C1', role: 'blank', excluded: { reason: ' ' } })).code).toBe('edit-invalid');
  });

  it('any wells, set and cleared in any order, are what was said last; undone they are as before', () => {
    const sizes = fc.constantFrom(...Object.keys(plateSizes).map((size) => Number(size) as Plate['size']));
    const well = fc.record({ row: fc.nat(15), column: fc.nat(23), signal: fc.integer({ min: 0, max: 9999 }), clear: fc.boolean() });
    fc.assert(
      fc.property(sizes, fc.array(fc.array(well, { maxLength: 8 }), { maxLength: 8 }), (size, steps) => {
        const [rows, columns] = plateSizes[size]!;
        const expected = new Map<string, number>();
        let history = commitAll([{ type: 'plate/add', id: 'p1', plate: { ...plate, size, wells: [] } }], begun());
        for (const step of steps) {
          const named = new Map(step.map((one) => [`${String.fromCharCode(65 + (one.row % rows))}${1 + (one.column % columns)}`, one]));
          const wells = [...named]
            .filter(([, { clear }]) => !clear)
            .map(([name, { signal }]) => ({ well: name, role: 'blank' as const, signal }));
          const cleared = [...named].filter(([, { clear }]) => clear).map(([name]) => name);
          const next = commit(history, { type: 'plate/wells', id: 'p1', wells, cleared }, stamp);
          expect(undo(next, stamp).present).toBe(history.present);
          for (const name of cleared) expected.delete(name);
          for (const { well: name, signal } of wells) expected.set(name, signal);
          history = next;
        }
        expect(new Map(wellsOf(history)?.map((one) => [one.well, one.signal]))).toEqual(expected);
        expect(replayAudit(history.audit)).toEqual(history.present);
      }),
      { numRuns: 40 },
    );
  });
});
