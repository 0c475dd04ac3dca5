import { describe, expect, it } from 'vitest';
import { addItem, newLayout } from '../../../../core/study/arrangement/edit-layout.ts';
import { commit, emptyHistory, type History, redo, undo } from '../../../../core/study/session/history.ts';
import { followPaths } from '../../../../renderer/context/follow-paths.ts';
import { setArrangement } from '../../../../renderer/store/arrangement.ts';
import { tilesOf } from '../../../../renderer/store/selectors.ts';
import { createWindowStore } from '../../../../renderer/store/store.ts';

const stamp = { at: '2026-01-01T00:00:00.000Z', by: 'tester' };
const node = (name: string) => ({
  dimensions: ['FSC-A'],
  gate: { kind: 'rectangle' as const, ranges: [{ min: 1 }] },
  populations: [{ name }],
});
const withBig = commit(emptyHistory, { type: 'gate/add', parent: '', node: node('Big') }, stamp);
const nested = commit(withBig, { type: 'gate/add', parent: 'Big', node: node('Kid') }, stamp);
const plotAt = (population: string, i: number) => ({
  id: `plot ${i + 1}`,
  population,
  x: 'FSC-A',
  y: 'SSC-A',
  kind: 'density' as const,
});
const arrangementOf = (paths: readonly string[]) => ({
  plots: paths.map(plotAt),
  statistics: { populations: [...paths], statistics: ['count'] },
  layouts: [addItem(newLayout('Page', paths.map(plotAt)), { kind: 'statistics', populations: [...paths], statistics: ['count'] })],
});
const looking = { population: 'Big/Kid', arrangement: arrangementOf(['', 'Big', 'Big/Kid']) };

describe('what is looked at after an edit', () => {
  it('follows a population to its new name and back', () => {
    const renamed = commit(nested, { type: 'gate/rename', population: 'Big', name: '大' }, stamp);
    const there = followPaths(looking, nested.present, renamed.present);
    expect(there).toEqual({ population: '大/Kid', arrangement: arrangementOf(['', '大', '大/Kid']) });
    expect(followPaths(there, renamed.present, undo(renamed, stamp).present)).toEqual(looking);
  });

  it('chooses what is above a population that is gone, and has its plots again with a redo', () => {
    const undone = undo(nested, stamp);
    const above = followPaths(looking, nested.present, undone.present);
    expect(above).toEqual({ ...looking, population: 'Big' });
    const empty = undo(undone, stamp);
    expect(followPaths(above, undone.present, empty.present)).toEqual({ ...looking, population: '' });
    const store = createWindowStore('en');
    setArrangement(store, { plots: looking.arrangement.plots });
    const shownIn = (history: History) => {
      store.setState(({ session }) => ({ session: { ...session, history } }));
      return tilesOf(store.getState());
    };
    expect(shownIn(nested)).toEqual(looking.arrangement.plots);
    expect(shownIn(empty)).toEqual([plotAt('', 0)]);
    expect(shownIn(redo(empty, stamp))).toEqual(['', 'Big'].map(plotAt));
  });
});
