// npm run -s bench -- NAME [--json]: one JSON document on standard output.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt, root } from './ensure.mjs';

const [name, ...rest] = process.argv.slice(2);
const folder = path.join(root, 'tests', 'bench');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));
if (name === undefined || !names.includes(name)) {
  process.stderr.write(`npm run -s bench -- NAME, where NAME is one of: ${names.join(', ')}\n`);
  process.exit(2);
}
ensureBuilt('tests');
const program = path.join(root, 'dist', 'tests', 'bench', `${name}.bench.js`);
if (!existsSync(program)) throw new Error(`not built: ${program}`);
const done = spawnSync(process.execPath, ['--expose-gc', program, ...rest], { stdio: 'inherit', cwd: root });
process.exit(done.status ?? 2);
