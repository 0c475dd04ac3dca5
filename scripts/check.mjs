// npm run check: formatting, lint rules and types. With --write, mends what can be mended.
import path from 'node:path';
import { ensureBuilt, root, run } from './ensure.mjs';

ensureBuilt();
run(path.join(root, 'node_modules', '.bin', 'biome'), ['check', ...(process.argv.includes('--write') ? ['--write'] : []), '.']);
