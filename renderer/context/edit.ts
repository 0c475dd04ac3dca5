import { Problem } from '../../core/base/problem.ts';
import { joinPath } from '../../core/gating/strategy/edit-tree.ts';
import type { Edit } from '../../core/study/session/edits/edit-kinds.ts';
import { commit, type History, redo, seal, undo } from '../../core/study/session/history.ts';
import { parentPath } from '../store/population-path.ts';
import type { State } from '../store/state.ts';
import { samplePath, strategyPath } from '../store/strategy-path.ts';
import { type AppContext, notify, stampOf } from './app-context.ts';
import { changeList } from './change-list.ts';
import { followPaths } from './follow-paths.ts';

/** Does an edit. One that does not fit is said in a notice and changes nothing; false then. */
export function edit(app: AppContext, action: Edit): boolean {
  return change(app, (history) => commit(history, action, stampOf(app)));
}

export const undoEdit = (app: AppContext): boolean => change(app, (history) => undo(history, stampOf(app)));
export const redoEdit = (app: AppContext): boolean => change(app, (history) => redo(history, stampOf(app)));

/** Undoes so many acts (negative), or does so many again: one change of the window, each an act of the audit. */
export const goBy = (app: AppContext, steps: number): boolean =>
  change(app, (history) => {
    const next = steps < 0 ? undo : redo;
    return Array.from({ length: Math.abs(steps) }).reduce<History>((now) => next(now, stampOf(app)), history);
  });

/** Takes the audit of a session of before as it stands; from here on its entries are chained. */
export const sealAudit = (app: AppContext, reason: string): boolean => change(app, (history) => seal(history, reason, stampOf(app)));

function change(app: AppContext, next: (history: History) => History): boolean {
  try {
    const history = next(app.store.getState().session.history);
    changeList(app.store, (state) => {
      const { session, view } = state;
      const looking = { population: strategyPath(state, view.population), arrangement: session.arrangement };
      const { population, arrangement } = followPaths(looking, session.history.present, history.present);
      const chosen = followedInSample(state, looking.population, population);
      return { session: { ...session, history, arrangement }, view: { ...view, population: chosen, draft: undefined } };
    });
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    notify(app, error);
    return false;
  }
}

/** The selected population under the sample's own path, once the strategy calls it otherwise. */
function followedInSample(state: State, before: string, now: string): string {
  const { population } = state.view;
  if (now === before) return population;
  const isRenamed = now !== '' && parentPath(now) === parentPath(before);
  return isRenamed ? joinPath(parentPath(population) ?? '', now.slice(now.lastIndexOf('/') + 1)) : samplePath(state, now);
}
