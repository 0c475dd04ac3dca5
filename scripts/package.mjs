// npm run package: the app with its runtime as a folder under dist/package. Silent on standard output but for the program's path.
import { ensurePackages } from './ensure.mjs';

ensurePackages();
const { packageApp } = await import('./package-app.mjs');
process.stdout.write(`${await packageApp()}\n`);
