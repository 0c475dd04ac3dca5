// Compiles core/data/kernels/wasm/assembly into dist/kernels/kernels.wasm, which Node and the window load; silent where it is up to date.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const sources = path.join(root, 'core', 'data', 'kernels', 'wasm', 'assembly');
export const kernelsFile = path.join(root, 'dist', 'kernels', 'kernels.wasm');
const stampFile = path.join(root, 'dist', 'kernels', 'built');

// The memory is the host's, shared, and holds nothing of the module's: no runtime, no data, no abort messages.
const flags =
  '-O3 --noAssert --runtime stub --use abort= --enable simd,threads,bulk-memory --importMemory --sharedMemory --initialMemory 1';

export async function buildKernels() {
  const stamp = createHash('sha256').update(readFileSync(import.meta.filename));
  for (const name of readdirSync(sources).sort()) stamp.update(name).update(readFileSync(path.join(sources, name)));
  const digest = stamp.digest('hex');
  if (existsSync(kernelsFile) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest) return kernelsFile;
  const { default: asc } = await import('assemblyscript/asc');
  mkdirSync(path.dirname(kernelsFile), { recursive: true });
  const entry = path.join('core', 'data', 'kernels', 'wasm', 'assembly', 'kernels.ts');
  const out = path.relative(root, kernelsFile);
  const { error, stderr } = await asc.main([entry, ...flags.split(' '), '--maximumMemory', '65536', '--outFile', out, '--baseDir', root]);
  if (error) throw new Error(`kernels: ${error.message}\n${stderr}`);
  writeFileSync(stampFile, digest);
  return kernelsFile;
}

if (process.argv[1] === import.meta.filename) await buildKernels();
