// npm test: everything, the window under a display of its own too. The last line sums all runs.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt, root } from './ensure.mjs';
import { runVitest } from './run-vitest.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

const args = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };

ensureSystemPackages();
ensureBuilt();
const biome = path.join(root, 'node_modules', '.bin', 'biome');
add(
  'formatting and lint rules',
  spawnSync(biome, ['check', '--error-on-warnings', '.'], { cwd: root, stdio: ['ignore', 2, 2] }).status === 0,
);
sum(await runVitest(args));
// a filter means files that the runs above know
if (args.length === 0) await testWindow();
process.stdout.write(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}\n`);
process.exit(total.failed > 0 ? 1 : 0);

async function testWindow() {
  const { windowEnvironment } = await import('./window-environment.mjs');
  const { environment, stop } = await windowEnvironment({ packaged: true });
  sum(await runVitest(['--config', 'tests/electron/vite.config.ts'], environment));
  stop();
}

function add(name, passes) {
  total[passes ? 'passed' : 'failed']++;
  process.stderr.write(`${passes ? '✓' : '✗'} ${name}\n`);
}

function sum({ passed, failed, skipped }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
