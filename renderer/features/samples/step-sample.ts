import { membersOf } from '../../../core/study/session/document/group-members.ts';
import type { AppContext } from '../../context/app-context.ts';
import { keyOfSample } from '../../store/document.ts';
import { sampleRows } from '../../store/selectors.ts';
import type { SampleKey, State } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import { sampleFits } from './sample-row.ts';

/** The samples that the list shows: of the group that is shown, else of all, those that fit what is looked for. */
export function keysInSight(state: State): readonly SampleKey[] {
  const document = state.session.history.present;
  const { group: id, search, language } = state.view;
  const group = document.groups.find((one) => one.id === id);
  const members = group && new Set<string>(membersOf(document, group).map(keyOfSample));
  return sampleRows(state)
    .filter((row) => members?.has(row.id) !== false && (search === '' || sampleFits(row, search, language)))
    .map((row) => row.id as SampleKey);
}

/** To the sample before or after in the list; the plots keep their axes. */
export function stepSample({ store }: AppContext, by: number): void {
  const state = store.getState();
  const keys = keysInSight(state);
  const at = keys.indexOf(state.view.selected ?? ('' as SampleKey));
  const next = keys[at < 0 ? 0 : at + by];
  if (next !== undefined) setView(store, { selected: next, draft: undefined });
}
