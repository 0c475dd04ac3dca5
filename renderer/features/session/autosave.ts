import { sessionOf } from '../../../core/study/session/history.ts';
import { serialiseSession } from '../../../core/study/session/session-text.ts';
import { type AppContext, ask, attempt } from '../../context/app-context.ts';
import { isUnsaved } from './unsaved.ts';

/** How long after the last change a copy is kept, milliseconds. */
const CALM = 800;

/** Keeps a copy of unsaved work, and tells main whether closing the window would lose something. */
export function keepAutosave(app: AppContext): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = false;
  let { history: kept, arrangement: keptArrangement } = app.store.getState().session;
  const stop = app.store.subscribe((state) => {
    const unsaved = isUnsaved(state);
    if (unsaved !== told) void app.bridge.setUnsaved(unsaved);
    told = unsaved;
    const { history, arrangement } = state.session;
    if (history.audit === kept.audit && arrangement === keptArrangement) return;
    kept = history;
    keptArrangement = arrangement;
    clearTimeout(timer);
    if (unsaved) timer = setTimeout(() => void write(), CALM);
  });

  async function write(): Promise<void> {
    const state = app.store.getState();
    const { history, arrangement } = state.session;
    if (isUnsaved(state)) await attempt(app, () => ask(app.bridge.writeAutosave(serialiseSession(sessionOf(history, arrangement)))));
  }
  return () => {
    clearTimeout(timer);
    stop();
  };
}
