import { indexStrategy, type PopulationAt } from '../../core/gating/strategy/edit-tree.ts';
import type { Plot } from '../../core/study/arrangement/plot.ts';
import type { SessionDocument } from '../../core/study/session/document/session-document.ts';
import { parentPath } from '../store/population-path.ts';

/** What names populations by their path without being a part of the document. */
interface Looking {
  readonly population: string;
  readonly plots: readonly Plot[] | undefined;
}

/** After an edit: plots and choice follow a population to its new name; where it is gone, what is above it is chosen. Its plots wait for an undo. */
export function followPaths({ population, plots }: Looking, before: SessionDocument, after: SessionDocument): Looking {
  const [old, now] = [before.protocol.strategy, after.protocol.strategy];
  if (old === now) return { population, plots };
  const { populations } = indexStrategy(now);
  const paths = new Map(populations.map((known) => [nameOf(known), known.path]));
  const present = new Set(populations.map(({ path }) => path));
  const moved = new Map(indexStrategy(old).populations.map((known) => [known.path, paths.get(nameOf(known))]));
  const follow = (path: string) => moved.get(path) ?? (path === '' || present.has(path) ? path : undefined);
  const followed = plots?.map((plot) => {
    const path = follow(plot.population) ?? plot.population;
    return path === plot.population ? plot : { ...plot, population: path };
  });
  const isSame = followed?.every((plot, i) => plot === plots?.[i]) !== false;
  return { population: nearest(population, follow), plots: isSame ? plots : followed };
}

/** A gate and its part, whatever the population is called. */
const nameOf = ({ gate, part, path }: PopulationAt): string => JSON.stringify([gate.id ?? path, part]);

const nearest = (path: string, follow: (path: string) => string | undefined): string =>
  follow(path) ?? nearest(parentPath(path) ?? '', follow);
