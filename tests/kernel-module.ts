import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compileKernels } from '../core/data/kernels/wasm/kernel-module.ts';

const root = path.resolve(import.meta.dirname, '..');

/** The compiled kernels, built first where they are not up to date. */
export function builtKernels() {
  const done = spawnSync(process.execPath, [path.join(root, 'scripts', 'build-kernels.mjs')], { stdio: ['ignore', 2, 2] });
  if (done.status !== 0) throw new Error('the kernels do not build');
  return compileKernels(readFileSync(path.join(root, 'dist', 'kernels', 'kernels.wasm')));
}
