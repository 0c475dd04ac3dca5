import { listedKeys, nearestListed } from '../store/selectors.ts';
import type { State } from '../store/state.ts';
import type { Store } from '../store/store.ts';

/** A change after which the list of samples may be another: one that is listed stays selected. */
export function changeList(store: Store, change: (state: State) => Partial<State>): void {
  store.setState((state) => {
    const next = { ...state, ...change(state) };
    const listed = listedKeys(next);
    const selected = nearestListed(state.view.selected, listedKeys(state), listed);
    const { picked } = next.view;
    const isWhole = picked.length === 0 || (selected === state.view.selected && picked.every((key) => listed.includes(key)));
    return { ...next, view: { ...next.view, selected, picked: isWhole ? picked : [] } };
  });
}
