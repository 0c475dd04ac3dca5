import type { AppContext } from '../../context/app-context.ts';
import { tilesOf } from '../../store/selectors.ts';
import type { Tile, TileId } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import type { PlotKind } from '../../store/tools.ts';

/** Changes one plot of the grid; from then on the grid is a person's own. */
export function changeTile({ store }: AppContext, id: TileId, change: Partial<Omit<Tile, 'id'>>): void {
  setView(store, { tiles: tilesOf(store.getState()).map((tile) => (tile.id === id ? { ...tile, ...change } : tile)) });
}

export function closeTile({ store }: AppContext, id: TileId): void {
  setView(store, { tiles: tilesOf(store.getState()).filter((tile) => tile.id !== id) });
}

/** Of the plot that was touched last, else of the first. */
export function setActivePlotKind(app: AppContext, kind: PlotKind): void {
  const tiles = tilesOf(app.store.getState());
  const { activeTile } = app.store.getState().view;
  const tile = tiles.find(({ id }) => id === activeTile) ?? tiles[0];
  if (tile !== undefined) changeTile(app, tile.id, { kind });
}
