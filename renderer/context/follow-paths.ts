import { followPlots, followPopulations } from '../../core/study/arrangement/follow-plots.ts';
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
  const follow = followPopulations(old, now);
  return { population: nearest(population, follow), plots: plots && followPlots(plots, follow) };
}

const nearest = (path: string, follow: (path: string) => string | undefined): string =>
  follow(path) ?? nearest(parentPath(path) ?? '', follow);
