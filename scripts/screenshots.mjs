// npm run screenshots [-- FOLDER]: pictures of the real window, both languages, themes and sizes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { ensureBuilt, root } from './ensure.mjs';
import { windowEnvironment } from './window-environment.mjs';

ensureBuilt();
const { environment, stop } = await windowEnvironment();
const program = path.join(root, 'dist', 'tests-electron', 'e2e', 'window', 'pictures.js');
const [code] = await once(
  spawn(process.execPath, [program, ...process.argv.slice(2)], { cwd: root, env: environment, stdio: 'inherit' }),
  'exit',
);
stop();
process.exit(code ?? 1);
