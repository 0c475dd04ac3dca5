import { sessionOf } from '../../../core/study/session/history.ts';
import { serialiseSession } from '../../../core/study/session/session-text.ts';
import { ask, attempt, type Desk } from '../../context/app-context.ts';
import type { State } from '../../store/state.ts';

/** How long after the last change a copy is kept, milliseconds. */
const CALM = 800;

export const isUnsaved = ({ session }: State): boolean => session.history.audit !== session.savedAudit;

/** Keeps a copy of unsaved work, and tells main whether closing the window would lose something. */
export function keepAutosave(desk: Desk): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = false;
  let kept = desk.store.getState().session.history.audit;
  const stop = desk.store.subscribe((state) => {
    const unsaved = isUnsaved(state);
    if (unsaved !== told) void desk.bridge.setUnsaved(unsaved);
    told = unsaved;
    const { audit } = state.session.history;
    if (audit === kept) return;
    kept = audit;
    clearTimeout(timer);
    if (unsaved) timer = setTimeout(() => void write(), CALM);
  });

  async function write(): Promise<void> {
    const state = desk.store.getState();
    if (isUnsaved(state)) await attempt(desk, () => ask(desk.bridge.writeAutosave(serialiseSession(sessionOf(state.session.history)))));
  }
  return () => {
    clearTimeout(timer);
    stop();
  };
}
