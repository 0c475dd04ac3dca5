// Bundles the built command line into dist/cli: a few files start twice as fast as hundreds. Silent where it is up to date.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const out = path.join(root, 'dist', 'cli');
export const cliProgram = path.join(out, 'main.js');
const stampFile = path.join(out, 'built');
const built = path.join(root, 'dist');
const entries = {
  main: ['headless', 'cli', 'main.js'],
  benchmark: ['benchmark', 'command.js'],
  'batch-worker': ['headless', 'batch', 'batch-worker.js'],
  'helper-worker': ['headless', 'helper-thread', 'helper-worker.js'],
};

/** Of what `tsc -b` wrote: it leaves a file alone that did not change. */
function stamp() {
  const hash = createHash('sha256')
    .update(readFileSync(import.meta.filename))
    .update(readFileSync(path.join(root, 'package-lock.json')));
  for (const folder of ['core', 'headless', 'benchmark'])
    for (const name of readdirSync(path.join(built, folder), { recursive: true }).sort()) {
      if (!name.endsWith('.js')) continue;
      const { mtimeMs, size } = statSync(path.join(built, folder, name));
      hash.update(`${name} ${mtimeMs} ${size}\n`);
    }
  return hash.digest('hex');
}

export async function buildCli() {
  const digest = stamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest) return cliProgram;
  const { build } = await import('vite');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    // small ones that every command needs; the others are loaded from their packages where they are wanted
    ssr: { noExternal: ['zod', 'commander'] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: out,
      emptyOutDir: true,
      rollupOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, parts]) => [name, path.join(built, ...parts)])),
        preserveEntrySignatures: 'strict',
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  writeFileSync(stampFile, digest);
  return cliProgram;
}

if (process.argv[1] === import.meta.filename) await buildCli();
