// npm run screenshots [-- FOLDER]: pictures of the real window, both languages, themes and sizes.
// npm run screenshots -- --plots FOLDER [FILE.fcs]: every kind of plot and of gate, in all themes.
// npm run screenshots -- --pages FOLDER [FILE…]: every page of the window.
// npm run screenshots -- --heard [FILE.md]: what a screen reader says on every page and dialog.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { ensureBuilt, root } from './ensure.mjs';
import { windowEnvironment } from './window-environment.mjs';

ensureBuilt();
const { environment, stop } = await windowEnvironment();
const programs = { '--plots': 'plot-pictures.js', '--pages': 'page-pictures.js', '--heard': 'heard-pages.js' };
const chosen = Object.keys(programs).find((flag) => process.argv.includes(flag));
const args = process.argv.slice(2).filter((arg) => arg !== chosen);
const program = path.join(root, 'dist', 'tests-electron', 'e2e', 'window', programs[chosen] ?? 'pictures.js');
const [code] = await once(spawn(process.execPath, [program, ...args], { cwd: root, env: environment, stdio: 'inherit' }), 'exit');
stop();
process.exit(code ?? 1);
