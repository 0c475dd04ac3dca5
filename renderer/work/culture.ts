import type { ProfileSet } from '../../core/biology/profiles/profile-set.ts';
import { speakerOf } from '../i18n/language.ts';
import { setView } from '../store/store.ts';
import { ask, attempt, type Desk } from './desk.ts';
import { edit } from './edit.ts';

export const applyProfiles = (desk: Desk, profiles: ProfileSet): boolean => edit(desk, { type: 'profiles/set', profiles });

/** A figure as SVG, where the person says. */
export async function saveFigure(desk: Desk, name: string, svg: string): Promise<void> {
  const written = await attempt(desk, () => ask(desk.bridge.saveText(name, svg)));
  const speak = speakerOf(desk.store.getState().view.language);
  if (written) setView(desk.store, { message: speak('written', { file: written.name }) });
}
