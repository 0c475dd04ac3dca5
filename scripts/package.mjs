// npm run package [-- --allow-old-runtime]: the app with its runtime as a folder under dist/package. Silent on standard output but for the program's path.
import { ensurePackages } from './ensure.mjs';

ensurePackages();
const { packageApp } = await import('./package-app.mjs');
try {
  process.stdout.write(`${await packageApp({ allowOldRuntime: process.argv.includes('--allow-old-runtime') })}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
