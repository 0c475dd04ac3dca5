import { isSealed } from '../../../core/base/chain/chain.ts';
import { languages } from '../../../core/base/message.ts';
import { themeNames } from '../../../core/contract/preferences.ts';
import type { Commands } from '../../context/app-context.ts';
import { hasContent } from '../../store/document.ts';
import { setView } from '../../store/store.ts';
import { beginSession, openPacked, openSessionFile, saveSession } from './actions.ts';
import { canPack, packSession } from './pack.ts';
import { setPreference } from './settings.ts';

export const sessionCommands = {
  'file.new-session': { perform: beginSession },
  'file.recent-sessions': { perform: ({ store }) => setView(store, { dialog: 'recent' }) },
  'edit.protocol': { perform: ({ store }) => setView(store, { dialog: 'protocol' }) },
  'edit.seal': { perform: ({ store }) => setView(store, { dialog: 'seal' }), when: ({ session }) => !isSealed(session.history.audit) },
  'file.open-session': { perform: (app) => openSessionFile(app) },
  'file.save-session': { perform: (app) => saveSession(app), when: hasContent, icon: 'save' },
  'file.save-session-as': { perform: (app) => saveSession(app, 'elsewhere'), when: hasContent },
  'file.pack-session': { perform: packSession, when: canPack },
  'file.open-packed': { perform: openPacked },
  'view.language': { perform: (app) => setPreference(app, 'language', after(languages, app.store.getState().view.language)) },
  'view.theme': { perform: (app) => setPreference(app, 'theme', after(themeNames, app.store.getState().view.theme)) },
} as const satisfies Partial<Commands>;

const after = <T>(all: readonly T[], current: T): T => all[(all.indexOf(current) + 1) % all.length] as T;
