// npm run -s bench -- NAME [--json]: one JSON document on standard output.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
ensureBuilt();
const isWindow = name.startsWith('window');
const program = path.join(root, 'dist', isWindow ? 'tests-electron' : 'tests', 'bench', `${name}.bench.js`);
if (!existsSync(program)) throw new Error(`not built: ${program}`);
const { environment, stop } = isWindow
  ? await (await import('./window-environment.mjs')).windowEnvironment()
  : { environment: process.env, stop: () => undefined };
const env = { LYMPHO_SHARED: path.resolve(root, '..', 'shared'), ...environment };
const done = spawn(process.execPath, ['--expose-gc', program, ...rest], { stdio: 'inherit', cwd: root, env });
const [code] = await once(done, 'exit');
stop();
process.exit(code ?? 2);
