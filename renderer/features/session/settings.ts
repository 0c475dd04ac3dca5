import { changedPreferences, levelOf, type PreferenceName, type Preferences } from '../../../core/contract/preferences.ts';
import { type SessionPreferences, sessionPreferencesSchema } from '../../../core/study/arrangement/session-preferences.ts';
import { type AppContext, ask, attempt } from '../../context/app-context.ts';
import { setArrangement } from '../../store/arrangement.ts';
import { liked, preferenceLevels } from '../../store/preferences.ts';
import type { State, ViewState } from '../../store/state.ts';
import { type Store, setView } from '../../store/store.ts';

/* How the window looks follows from the preferences of the session, of the person and of the computer. */

/** Sets a preference where it is set already: in the session that has its own, else for the person. */
export function setPreference<N extends PreferenceName>(app: AppContext, name: N, value: NonNullable<Preferences[N]>): void {
  const isSessions = levelOf(preferenceLevels(app.store.getState()), name) === 'session';
  if (isSessions) setSessionPreference(app.store, { [name]: value });
  else changeOwn(app, { [name]: value });
}

/** Sets preferences of the person; those in the list are as the computer has them again. */
export function changeOwn(app: AppContext, set: Preferences, reset: readonly PreferenceName[] = []): void {
  app.store.setState(({ preferences }) => ({ preferences: { ...preferences, own: changedPreferences(preferences.own, set, reset) } }));
  void attempt(app, () => ask(app.bridge.changePreferences(set, [...reset])));
}

/** What can be a session's own. */
export const isOfSession = (name: PreferenceName): name is keyof SessionPreferences => name in sessionPreferencesSchema.shape;

/** Sets preferences of the session that is open; undefined: as the person has them again. */
export function setSessionPreference(
  store: Store,
  change: { readonly [N in keyof SessionPreferences]?: SessionPreferences[N] | undefined },
): void {
  const { preferences } = store.getState().session.arrangement;
  const after = Object.entries({ ...preferences, ...change }).filter(([, value]) => value !== undefined);
  setArrangement(store, { preferences: after.length === 0 ? undefined : Object.fromEntries(after) });
}

/** Keeps the look of the window as the preferences have it, from now on. `first`: how it is where nobody set it. */
export function followPreferences(store: Store, first: Pick<ViewState, 'language' | 'theme'>): void {
  const usual = { ...first, ramp: 'viridis', scaling: 'log' } as const;
  const look = (state: State): Pick<ViewState, keyof typeof usual> => ({
    language: liked(state, 'language') ?? usual.language,
    theme: liked(state, 'theme') ?? usual.theme,
    ramp: liked(state, 'ramp') ?? usual.ramp,
    scaling: liked(state, 'scaling') ?? usual.scaling,
  });
  setView(store, { ...look(store.getState()), language: first.language });
  store.subscribe((state, before) => {
    const isSame =
      state.preferences === before.preferences && state.session.arrangement.preferences === before.session.arrangement.preferences;
    if (isSame) return;
    const [now, then] = [look(state), look(before)];
    const changed = Object.entries(now).filter(([name, value]) => then[name as keyof typeof then] !== value);
    if (changed.length > 0) setView(store, Object.fromEntries(changed));
  });
}

/** What the system wishes for. */
export const systemTheme = (): ViewState['theme'] => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

export const computerPreferencesRefused = {
  code: 'preferences-refused',
  sentence: {
    en: 'The preferences of this computer (preferences.json) are not as they should be and do not hold: the program takes its own.',
    ja: 'このコンピューターの設定ファイル(preferences.json)の内容が正しくないため、既定の設定を使用しています。',
  },
} as const;
