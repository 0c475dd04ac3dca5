// npm run screenshots [-- FOLDER]: pictures of the real window, both languages, themes and sizes.
// npm run screenshots -- --plots FOLDER [FILE.fcs]: every kind of plot and of gate, in all themes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { ensureBuilt, root } from './ensure.mjs';
import { windowEnvironment } from './window-environment.mjs';

ensureBuilt();
const { environment, stop } = await windowEnvironment();
const isOfPlots = process.argv.includes('--plots');
const args = process.argv.slice(2).filter((arg) => arg !== '--plots');
const program = path.join(root, 'dist', 'tests-electron', 'e2e', 'window', isOfPlots ? 'plot-pictures.js' : 'pictures.js');
const [code] = await once(spawn(process.execPath, [program, ...args], { cwd: root, env: environment, stdio: 'inherit' }), 'exit');
stop();
process.exit(code ?? 1);
