// npm start [-- FILE… --lang=ja]: builds the app and opens its window.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensurePackages } from './ensure.mjs';

ensurePackages();
const { buildApp } = await import('./build-app.mjs');
const { electronProgram, rootArguments } = await import('./electron-runtime.mjs');
const folder = process.env.INIT_CWD ?? process.cwd();
// files on the command line are meant from where npm was called
const given = process.argv.slice(2).map((arg) => (arg.startsWith('-') ? arg : path.resolve(folder, arg)));
const app = await buildApp();
const environment = { ...process.env };
delete environment.ELECTRON_RUN_AS_NODE;
const done = spawnSync(await electronProgram(), [...rootArguments, app, ...given], { stdio: ['ignore', 2, 2], env: environment });
process.exit(done.status ?? 1);
