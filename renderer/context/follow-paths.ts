import { indexStrategy, type PopulationAt } from '../../core/gating/strategy/edit-tree.ts';
import type { SessionDocument } from '../../core/study/session/document/session-document.ts';
import { parentPath } from '../store/population-path.ts';
import type { TileId, ViewState } from '../store/state.ts';

/** What of the view names populations by their path. */
type Looking = Pick<ViewState, 'population' | 'tiles' | 'activeTile'>;

/** After an edit: plots and choice follow a population to its new name; where it is gone, what is above it is chosen. Its plots wait for an undo. */
export function followPaths({ population, tiles, activeTile }: Looking, before: SessionDocument, after: SessionDocument): Looking {
  const [old, now] = [before.protocol.strategy, after.protocol.strategy];
  if (old === now) return { population, tiles, activeTile };
  const { populations } = indexStrategy(now);
  const paths = new Map(populations.map((known) => [nameOf(known), known.path]));
  const present = new Set(populations.map(({ path }) => path));
  const moved = new Map(indexStrategy(old).populations.map((known) => [known.path, paths.get(nameOf(known))]));
  const follow = (path: string) => moved.get(path) ?? (path === '' || present.has(path) ? path : undefined);
  const ids = new Map<TileId, TileId>();
  const followed = tiles?.map((tile) => {
    const path = follow(tile.population) ?? tile.population;
    const id = path === tile.population ? tile.id : renamedId(tile.id, path);
    ids.set(tile.id, id);
    return { ...tile, id, population: path };
  });
  const active = activeTile === undefined ? undefined : (ids.get(activeTile) ?? activeTile);
  return { population: nearest(population, follow), tiles: followed, activeTile: active };
}

/** A gate and its part, whatever the population is called. */
const nameOf = ({ gate, part, path }: PopulationAt): string => JSON.stringify([gate.id ?? path, part]);

const renamedId = (id: TileId, path: string): TileId => JSON.stringify([path, ...JSON.parse(id).slice(1)]);

const nearest = (path: string, follow: (path: string) => string | undefined): string =>
  follow(path) ?? nearest(parentPath(path) ?? '', follow);
