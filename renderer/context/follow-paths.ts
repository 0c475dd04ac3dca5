import type { Arrangement } from '../../core/study/arrangement/arrangement.ts';
import { followArrangement } from '../../core/study/arrangement/follow-arrangement.ts';
import { followPopulations } from '../../core/study/arrangement/follow-plots.ts';
import type { SessionDocument } from '../../core/study/session/document/session-document.ts';
import { parentPath } from '../store/population-path.ts';

/** What names populations by their path without being a part of the document. */
interface Looking {
  readonly population: string;
  readonly arrangement: Arrangement;
}

/** After an edit: arrangement and choice follow a population to its new name; where it is gone, what is above it is chosen. */
export function followPaths({ population, arrangement }: Looking, before: SessionDocument, after: SessionDocument): Looking {
  const [old, now] = [before.protocol.strategy, after.protocol.strategy];
  if (old === now) return { population, arrangement };
  const follow = followPopulations(old, now);
  return { population: nearest(population, follow), arrangement: followArrangement(arrangement, follow) };
}

const nearest = (path: string, follow: (path: string) => string | undefined): string =>
  follow(path) ?? nearest(parentPath(path) ?? '', follow);
