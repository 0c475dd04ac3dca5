// npm run test:window [-- FILTER]: the app in its real window, under a display of its own. With --packaged the packaged program.
import { ensureBuilt } from './ensure.mjs';
import { runVitest } from './run-vitest.mjs';
import { windowEnvironment } from './window-environment.mjs';

const packaged = process.argv.includes('--packaged');
const args = process.argv.slice(2).filter((arg) => arg !== '--packaged');
ensureBuilt();
const { environment, stop } = await windowEnvironment({ packaged });
const { passed, failed, skipped } = await runVitest(['--config', 'tests/electron/vite.config.ts', ...args], environment);
stop();
process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exit(failed > 0 ? 1 : 0);
