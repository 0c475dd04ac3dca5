// Makes the checkout ready to run: packages installed as the lockfile says, TypeScript built. Silent on standard output.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');

/** Runs a command with its output on standard error; ends the process where it fails. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** The program of an installed package. */
export const programOf = (name) => path.join(root, 'node_modules', '.bin', name);

/** `npm ci`, unless this very lockfile was installed before. */
export function ensurePackages() {
  const stamp = path.join(root, 'node_modules', '.lymphoscope-installed');
  const digest = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  process.stderr.write('Installing packages (npm ci)…\n');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

/** Packages, and the kernels: all that tests need which run from the sources. */
export function ensureKernels() {
  ensurePackages();
  run(process.execPath, [path.join(root, 'scripts', 'build-kernels.mjs')]);
}

/** Incremental build into dist/, and the command line bundled from it. */
export function ensureBuilt(...projects) {
  ensureKernels();
  run(process.execPath, [path.join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b', ...projects]);
  if (projects.length === 0 || projects.includes('benchmark')) run(process.execPath, [path.join(root, 'scripts', 'build-cli.mjs')]);
}
