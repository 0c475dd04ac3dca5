import { type PreferenceLevels, type PreferenceName, type Preferences, preferenceOf } from '../../core/contract/preferences.ts';
import type { State } from './state.ts';

const none = {};

/** Preferences by who set them. */
export const preferenceLevels = ({ session, preferences }: Pick<State, 'session' | 'preferences'>): PreferenceLevels => ({
  session: session.arrangement.preferences ?? none,
  ...preferences,
});

/** What holds of a preference now; undefined where nobody set it. */
export const liked = <N extends PreferenceName>(state: Pick<State, 'session' | 'preferences'>, name: N): Preferences[N] =>
  preferenceOf(preferenceLevels(state), name);
