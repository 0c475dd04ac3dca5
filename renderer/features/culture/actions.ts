import type { ProfileSet } from '../../../core/biology/profiles/profile-set.ts';
import { type AppContext, ask, attempt } from '../../context/app-context.ts';
import { edit } from '../../context/edit.ts';
import { translator } from '../../messages/language.ts';
import { setView } from '../../store/store.ts';
import { messages } from './messages.ts';

export const applyProfiles = (app: AppContext, profiles: ProfileSet): boolean => edit(app, { type: 'profiles/set', profiles });

/** A figure as SVG, where the person says. */
export async function saveFigure(app: AppContext, name: string, svg: string): Promise<void> {
  const written = await attempt(app, () => ask(app.bridge.saveText(name, svg)));
  const t = translator(messages, app.store.getState().view.language);
  if (written) setView(app.store, { message: t('written', { file: written.name }) });
}
