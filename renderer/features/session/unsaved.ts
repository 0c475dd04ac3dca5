import { hasSamples } from '../../store/document.ts';
import type { State } from '../../store/state.ts';

/** Whether something would be lost: what was decided, or how the window is arranged for the samples in it. */
export const isUnsaved = (state: State): boolean =>
  state.session.history.audit !== state.session.savedAudit ||
  (hasSamples(state) && state.session.arrangement !== state.session.savedArrangement);
