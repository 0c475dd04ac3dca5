import type { ProfileSet } from '../../../core/biology/profiles/profile-set.ts';
import { ask, attempt, type Desk } from '../../context/app-context.ts';
import { edit } from '../../context/edit.ts';
import { speakerOf } from '../../messages/language.ts';
import { setView } from '../../store/store.ts';

export const applyProfiles = (desk: Desk, profiles: ProfileSet): boolean => edit(desk, { type: 'profiles/set', profiles });

/** A figure as SVG, where the person says. */
export async function saveFigure(desk: Desk, name: string, svg: string): Promise<void> {
  const written = await attempt(desk, () => ask(desk.bridge.saveText(name, svg)));
  const speak = speakerOf(desk.store.getState().view.language);
  if (written) setView(desk.store, { message: speak('written', { file: written.name }) });
}
