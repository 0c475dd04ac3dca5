// npm run -s lymphoscope -- COMMAND: the command line, built when needed.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt, root } from './ensure.mjs';

ensureBuilt('benchmark');
const done = spawnSync(process.execPath, [path.join(root, 'dist', 'cli', 'main.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
process.exit(done.status ?? 2);
