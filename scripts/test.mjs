// npm test: everything. The last line sums all runs.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilt, root } from './ensure.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const total = { passed: 0, failed: 0, skipped: 0 };

ensureSystemPackages();
ensureBuilt();
step(
  'formatting and lint rules',
  () => spawnSync(bin('biome'), ['check', '--error-on-warnings', '.'], { cwd: root, stdio: ['ignore', 2, 2] }).status === 0,
);
runVitest(process.argv.slice(2));

process.stdout.write(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}\n`);
process.exit(total.failed > 0 ? 1 : 0);

function step(name, passes) {
  const passed = passes();
  total[passed ? 'passed' : 'failed']++;
  process.stderr.write(`${passed ? '✓' : '✗'} ${name}\n`);
}

function runVitest(args) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-test-'));
  const file = path.join(folder, 'results.json');
  const done = spawnSync(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  try {
    const results = JSON.parse(readFileSync(file, 'utf8'));
    total.passed += results.numPassedTests;
    total.failed += results.numFailedTests;
    total.skipped += results.numPendingTests + results.numTodoTests;
    // a file that does not even load counts no test of its own
    if (done.status !== 0 && results.numFailedTests === 0) total.failed += Math.max(1, results.numFailedTestSuites);
  } catch {
    total.failed++;
  }
  rmSync(folder, { recursive: true, force: true });
}
