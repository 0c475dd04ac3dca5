// npm test: everything, the window under a display of its own too. The last line sums all runs.
// npm test -- WORD…: the tests whose path holds one of the words; nothing is built or checked that they do not need.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { isFormatted } from './check.mjs';
import { ensureBuilt, ensureKernels, root } from './ensure.mjs';
import { runVitest } from './run-vitest.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

const args = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

if (args.length === 0) {
  ensureSystemPackages();
  ensureBuilt();
  const formatted = isFormatted();
  total[formatted ? 'passed' : 'failed']++;
  if (!formatted) failures.push('formatting and lint rules');
  sum(await runVitest([]));
  await testWindow();
} else {
  const asked = filesOf(args.filter((arg, i) => !arg.startsWith('-') && !args[i - 1]?.startsWith('-')));
  const ofWindow = asked.filter((file) => /^tests\/(electron|e2e)\//.test(file));
  const needsProgram = asked.some((file) => /^tests\/(cli|archive|electron|e2e)\//.test(file));
  if (needsProgram) ensureBuilt('benchmark');
  else ensureKernels();
  if (ofWindow.length < asked.length || asked.length === 0) sum(await runVitest(args));
  if (ofWindow.length > 0) await testWindow(args);
}
for (const failure of failures) process.stdout.write(`failed: ${failure}\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}\n`);
process.exit(total.failed > 0 ? 1 : 0);

/** As vitest chooses them: a word may stand anywhere in the path. */
function filesOf(words) {
  return readdirSync(path.join(root, 'tests'), { recursive: true })
    .map((name) => `tests/${name.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.test.ts') && (words.length === 0 || words.some((word) => path.join(root, file).includes(word))));
}

async function testWindow(words = []) {
  const { windowEnvironment } = await import('./window-environment.mjs');
  const { environment, stop } = await windowEnvironment({
    packaged: words.length === 0 || words.some((word) => word.includes('packaged')),
  });
  sum(await runVitest(['--config', 'tests/electron/vite.config.ts', ...words], environment));
  stop();
}

function sum({ passed, failed, skipped, failures: named }) {
  failures.push(...named);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
