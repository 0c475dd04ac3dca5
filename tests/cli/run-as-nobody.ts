import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { copyPackages } from '../../scripts/copy-packages.mjs';
import { type CliRun, root, runCli } from './run-cli.ts';

const NOBODY = 65_534;
let folder: string | undefined;
afterAll(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

/** Only root can become another user. */
export const isRoot = process.getuid?.() === 0;

/** Runs the command line as a user who owns nothing, from a copy: the checkout may stand in a home folder that others cannot enter. */
export function runAsNobody(args: readonly string[]): CliRun {
  folder ??= copyProgram();
  return runCli(args, { uid: NOBODY, cwd: folder, program: path.join(folder, 'dist', 'cli', 'main.js') });
}

const protocols = path.join('core', 'study', 'protocol');
const shippedProtocols = readdirSync(path.join(root, protocols))
  .filter((name) => name.endsWith('.json'))
  .map((name) => path.join(protocols, name));

function copyProgram(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'lymphoscope-for-all-'));
  chmodSync(copy, 0o755);
  for (const part of ['package.json', 'dist/cli', 'dist/kernels', ...shippedProtocols])
    cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
  copyPackages(
    ['@holiday-jp/holiday_jp', 'd3-contour', 'hyparquet-writer', 'kysely', 'libsql', 'pdfkit', 'pg', 'saxes', 'yauzl', 'yazl'],
    path.join(copy, 'node_modules'),
  );
  return copy;
}
