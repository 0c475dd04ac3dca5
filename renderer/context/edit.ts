import { Problem } from '../../core/base/problem.ts';
import type { Edit } from '../../core/study/session/edits/edit-kinds.ts';
import { commit, type History, redo, undo } from '../../core/study/session/history.ts';
import { type Desk, notify, stampOf } from './app-context.ts';
import { changeList } from './change-list.ts';
import { followPaths } from './follow-paths.ts';

/** Does an edit. One that does not fit is said in a notice and changes nothing; false then. */
export function edit(desk: Desk, action: Edit): boolean {
  return change(desk, (history) => commit(history, action, stampOf(desk)));
}

export const undoEdit = (desk: Desk): boolean => change(desk, (history) => undo(history, stampOf(desk)));
export const redoEdit = (desk: Desk): boolean => change(desk, (history) => redo(history, stampOf(desk)));

function change(desk: Desk, next: (history: History) => History): boolean {
  try {
    const history = next(desk.store.getState().session.history);
    changeList(desk.store, ({ session, view }) => ({
      session: { ...session, history },
      view: { ...view, ...followPaths(view, session.history.present, history.present), draft: undefined },
    }));
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    notify(desk, error);
    return false;
  }
}
