import type { ProfileSet } from '../../../core/biology/profiles/profile-set.ts';
import { type AppContext, ask, attempt } from '../../context/app-context.ts';
import { edit } from '../../context/edit.ts';
import { speakerOf } from '../../messages/language.ts';
import { setView } from '../../store/store.ts';

export const applyProfiles = (app: AppContext, profiles: ProfileSet): boolean => edit(app, { type: 'profiles/set', profiles });

/** A figure as SVG, where the person says. */
export async function saveFigure(app: AppContext, name: string, svg: string): Promise<void> {
  const written = await attempt(app, () => ask(app.bridge.saveText(name, svg)));
  const speak = speakerOf(app.store.getState().view.language);
  if (written) setView(app.store, { message: speak('written', { file: written.name }) });
}
