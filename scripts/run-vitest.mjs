// Runs vitest with its output on standard error, counts, and names what failed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './ensure.mjs';

/** Not `spawnSync`: a display that was started here lives in this process's children. */
export async function runVitest(args, env = process.env) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-test-'));
  const file = path.join(folder, 'results.json');
  const program = path.join(root, 'node_modules', '.bin', 'vitest');
  const vitest = spawn(program, ['run', '--root', root, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
  });
  const [code] = await once(vitest, 'exit');
  try {
    const results = JSON.parse(readFileSync(file, 'utf8'));
    const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } = results;
    // a file that does not even load counts no test of its own
    const failed = code !== 0 && numFailedTests === 0 ? Math.max(1, numFailedTestSuites) : numFailedTests;
    return { passed, failed, skipped: numPendingTests + numTodoTests, failures: failuresOf(results) };
  } catch {
    return { passed: 0, failed: 1, skipped: 0, failures: ['the tests ended without a result'] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file and the test in it; a file alone where it did not load. */
function failuresOf({ testResults }) {
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const file = path.relative(root, name);
    const failed = assertionResults.filter((test) => test.status === 'failed').map((test) => `${file}: ${test.fullName}`);
    return status === 'failed' && failed.length === 0 ? [file] : failed;
  });
}
