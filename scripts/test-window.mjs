// npm run test:window [-- FILTER]: the app in its real window, under a display of its own. With --packaged the packaged program.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensurePackages, root } from './ensure.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

ensureSystemPackages();
ensurePackages();
const { buildApp, fixtureWindow } = await import('./build-app.mjs');
const { electronProgram } = await import('./electron-runtime.mjs');
const { startDisplay } = await import('./test-window-display.mjs');

const args = process.argv.slice(2).filter((arg) => arg !== '--packaged');
const display = await startDisplay();
const environment = {
  ...process.env,
  ...display.environment,
  LYMPHO_ELECTRON: await electronProgram(),
  LYMPHO_APP: await buildApp(),
  LYMPHO_FIXTURE_APP: await buildApp({ window: fixtureWindow, out: path.join(root, 'dist', 'app-fixture') }),
};
delete environment.ELECTRON_RUN_AS_NODE;
if (process.argv.includes('--packaged')) {
  const { packageApp } = await import('./package-app.mjs');
  environment.LYMPHO_PACKAGED = await packageApp({ forTests: true });
}
const vitest = spawn(
  path.join(root, 'node_modules', '.bin', 'vitest'),
  ['run', '--root', root, '--config', path.join('tests', 'electron', 'vite.config.ts'), ...args],
  { cwd: root, stdio: ['ignore', 2, 2], env: environment },
);
vitest.once('exit', (code) => {
  display.stop();
  process.exit(code ?? 1);
});
