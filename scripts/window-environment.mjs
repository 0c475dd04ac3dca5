// What programs that drive the real window need: Debian packages, the runtime, the built app, a display of its own.
import path from 'node:path';
import { ensurePackages, root } from './ensure.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/** Test files that run at the same time, each on a display of its own: a window spends half its time waiting. */
const windowsAtOnce = 2;

/** Gives the environment and a way to end the displays. `packaged` adds the packaged program. */
export async function windowEnvironment({ packaged = false } = {}) {
  ensureSystemPackages();
  ensurePackages();
  const { buildApp, fixtureWindow } = await import('./build-app.mjs');
  const { electronProgram } = await import('./electron-runtime.mjs');
  const { startDisplays } = await import('./test-window-display.mjs');
  const displays = await startDisplays(windowsAtOnce);
  const environment = {
    ...process.env,
    ...displays.environment,
    // Playwright holds on to the process that it starts: the app must not need another one with this locale (electron/locale.ts)
    LC_ALL: 'C.UTF-8',
    LYMPHO_ELECTRON: await electronProgram(),
    LYMPHO_APP: await buildApp(),
    LYMPHO_FIXTURE_APP: await buildApp({ window: fixtureWindow, out: path.join(root, 'dist', 'app-fixture') }),
  };
  delete environment.ELECTRON_RUN_AS_NODE;
  if (packaged) {
    const { packageApp } = await import('./package-app.mjs');
    environment.LYMPHO_PACKAGED = await packageApp({ forTests: true });
  }
  return { environment, stop: () => displays.stop() };
}
