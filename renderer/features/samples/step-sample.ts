import type { AppContext } from '../../context/app-context.ts';
import { listedKeys } from '../../store/selectors.ts';
import { setView } from '../../store/store.ts';

/** To the sample before or after; the plots keep their axes. */
export function stepSample({ store }: AppContext, by: number): void {
  const state = store.getState();
  const keys = listedKeys(state);
  const at = keys.indexOf(state.view.selected ?? '');
  const next = keys[at + by];
  if (next !== undefined) setView(store, { selected: next, draft: undefined });
}
