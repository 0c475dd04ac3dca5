// npm run fuzz [-- SECONDS [SEED]]: mutated FCS files, an hour where nothing is said. The seed is printed; given again, it repeats the run.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensurePackages, root } from './ensure.mjs';

const [seconds = '3600', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
if (!(Number(seconds) > 0) || !Number.isInteger(Number(seed))) {
  process.stderr.write('npm run fuzz -- SECONDS SEED\n');
  process.exit(2);
}
ensurePackages();
process.stderr.write(`${seconds} s, seed ${seed}\n`);
const done = spawnSync(path.join(root, 'node_modules', '.bin', 'vitest'), ['run', 'tests/property/fcs-read-fuzz.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, LYMPHO_FUZZ_SECONDS: seconds, LYMPHO_FUZZ_SEED: seed },
});
process.exit(done.status ?? 2);
