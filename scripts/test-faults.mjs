// npm run test:faults [-- KILLS [SEED]]: kills the command line, workers, PostgreSQL and the app at random moments of a batch; full, read-only and locked archives.
import { ensureBuilt } from './ensure.mjs';
import { runVitest } from './run-vitest.mjs';
import { ensureSystemPackages } from './system-packages.mjs';
import { windowEnvironment } from './window-environment.mjs';

const [kills = '20', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
process.env.LYMPHO_FAULT_KILLS = kills;
process.env.LYMPHO_FAULT_SEED = seed;
process.stderr.write(`${kills} kills each, seed ${seed}\n`);
ensureSystemPackages();
ensureBuilt();
const first = await runVitest(['tests/archive/faults.test.ts', 'tests/archive/worker-faults.test.ts', 'tests/cli/faults.test.ts']);
const { environment, stop } = await windowEnvironment();
const second = await runVitest(['--config', 'tests/electron/vite.config.ts', 'tests/e2e/window/archive-killed.test.ts'], environment);
stop();
const sum = (key) => first[key] + second[key];
process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}\n`);
process.exit(sum('failed') > 0 ? 1 : 0);
