// npm run demo: the main job on the simulated samples, without a window: gate, classify, write a report and a table.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt, root } from './ensure.mjs';

ensureBuilt('benchmark');
const done = spawnSync(
  process.execPath,
  [path.join(root, 'dist', 'headless', 'cli', 'analyse', 'demo.js'), path.join(root, 'test-data', 'samples'), path.join(root, 'out')],
  { stdio: 'inherit' },
);
process.exit(done.status ?? 2);
