import { sessionOf } from '../../../core/study/session/history.ts';
import { serialiseSession } from '../../../core/study/session/session-text.ts';
import { type AppContext, ask, attempt } from '../../context/app-context.ts';
import { translator } from '../../messages/language.ts';
import { hasSamples } from '../../store/document.ts';
import { sessionResults } from '../../store/selectors.ts';
import type { State } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import { messages } from './messages.ts';

/** Nothing is packed while a file is missing or still being read. */
export const canPack = (state: State): boolean =>
  hasSamples(state) && state.view.work === undefined && sessionResults(state).every(({ phase }) => phase !== 'missing');

/** Writes the session as it is and the files of its samples into one archive, by a dialog. What is unsaved stays so. */
export async function packSession(app: AppContext): Promise<void> {
  const { history, file, arrangement } = app.store.getState().session;
  const name = `${(file?.name ?? 'session').replace(/\.lymphoscope$/, '')}.zip`;
  const t = translator(messages, app.store.getState().view.language);
  setView(app.store, { message: t('packing') });
  const written = await attempt(app, () => ask(app.bridge.packSession(name, serialiseSession(sessionOf(history, arrangement)))));
  setView(app.store, { message: written ? t('written', { file: written.name }) : undefined });
}
