import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { sharedMemoryMissing } from '../core/base/workers/problems.ts';
import { answeredValue, type Bridge } from '../core/contract/bridge.ts';
import { App } from './app/app.tsx';
import { commands } from './app/commands.ts';
import { listenToWindow } from './app/listen.ts';
import { type AppContext, ask, notify } from './context/app-context.ts';
import { CurrentApp } from './context/use-app.ts';
import { watchedBridge } from './context/watched-bridge.ts';
import { startEngine } from './engine/engine.ts';
import { newSession } from './features/session/actions.ts';
import { keepAutosave } from './features/session/autosave.ts';
import { computerPreferencesRefused, followPreferences, systemTheme } from './features/session/settings.ts';
import { createWindowStore, setView } from './store/store.ts';

declare global {
  interface Window {
    /** From the preload: the only door to the program behind the window. */
    readonly bridge: Bridge<File>;
  }
}

const { bridge } = window;
const about = answeredValue(await bridge.appInfo());
const { computerRefused, ...preferences } = about.preferences;
const store = createWindowStore(about.language, preferences);
followPreferences(store, { language: about.language, theme: systemTheme() });
const identifySample = (...of: Parameters<typeof bridge.identifySample>) => ask(bridge.identifySample(...of));
const engine = startEngine(store, about.version, identifySample, (problem, { name }) => notify({ store }, problem, { about: name }));
const app: AppContext = {
  store,
  engine,
  bridge: watchedBridge(bridge, store),
  user: about.user,
  mac: about.platform === 'darwin',
  commands,
};
newSession(app);
if (!crossOriginIsolated) notify(app, sharedMemoryMissing());
if (computerRefused) notify(app, computerPreferencesRefused);
if (about.autosave) setView(store, { dialog: 'recover' });
keepAutosave(app);
listenToWindow(app);

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <CurrentApp value={app}>
      <App about={about} />
    </CurrentApp>,
  );
