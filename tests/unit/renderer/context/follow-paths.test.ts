import { describe, expect, it } from 'vitest';
import { commit, emptyHistory, type History, redo, undo } from '../../../../core/study/session/history.ts';
import { followPaths } from '../../../../renderer/context/follow-paths.ts';
import { tilesOf } from '../../../../renderer/store/selectors.ts';
import { createWindowStore, setView } from '../../../../renderer/store/store.ts';
import { tileId } from '../../../../renderer/store/tiles.ts';

const stamp = { at: '2026-01-01T00:00:00.000Z', by: 'tester' };
const node = (name: string) => ({
  dimensions: ['FSC-A'],
  gate: { kind: 'rectangle' as const, ranges: [{ min: 1 }] },
  populations: [{ name }],
});
const withBig = commit(emptyHistory, { type: 'gate/add', parent: '', node: node('Big') }, stamp);
const nested = commit(withBig, { type: 'gate/add', parent: 'Big', node: node('Kid') }, stamp);
const tileAt = (population: string) => ({
  id: tileId(population, 'FSC-A', 'SSC-A'),
  population,
  x: 'FSC-A',
  y: 'SSC-A',
  kind: 'density' as const,
});
const looking = { population: 'Big/Kid', tiles: ['', 'Big', 'Big/Kid'].map(tileAt), activeTile: tileAt('Big').id };

describe('what is looked at after an edit', () => {
  it('follows a population to its new name and back', () => {
    const renamed = commit(nested, { type: 'gate/rename', population: 'Big', name: '大' }, stamp);
    const there = followPaths(looking, nested.present, renamed.present);
    expect(there).toEqual({ population: '大/Kid', tiles: ['', '大', '大/Kid'].map(tileAt), activeTile: tileAt('大').id });
    expect(followPaths(there, renamed.present, undo(renamed, stamp).present)).toEqual(looking);
  });

  it('chooses what is above a population that is gone, and has its plots again with a redo', () => {
    const undone = undo(nested, stamp);
    const above = followPaths(looking, nested.present, undone.present);
    expect(above).toEqual({ ...looking, population: 'Big' });
    const empty = undo(undone, stamp);
    expect(followPaths(above, undone.present, empty.present)).toEqual({ ...looking, population: '' });
    const store = createWindowStore('en');
    setView(store, looking);
    const shownIn = (history: History) => {
      store.setState(({ session }) => ({ session: { ...session, history } }));
      return tilesOf(store.getState());
    };
    expect(shownIn(nested)).toEqual(looking.tiles);
    expect(shownIn(empty)).toEqual([tileAt('')]);
    expect(shownIn(redo(empty, stamp))).toEqual(['', 'Big'].map(tileAt));
  });
});
