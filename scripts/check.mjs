// npm run check: formatting, lint rules, types, the order of rooms, the glossary, and that nothing is unused. npm run format mends what can be mended.
import { spawnSync } from 'node:child_process';
import { ensureKernels, ensurePackages, programOf, root, run } from './ensure.mjs';

const succeeds = (program, args) => spawnSync(programOf(program), args, { cwd: root, stdio: ['ignore', 2, 2] }).status === 0;

function say(name, passes) {
  process.stderr.write(`${passes ? '✓' : '✗'} ${name}\n`);
  return passes;
}

export const isFormatted = () => say('formatting and lint rules', succeeds('biome', ['check', '--error-on-warnings', '.']));

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--write')) {
    ensurePackages();
    run(programOf('biome'), ['check', '--write', '.']);
  } else {
    ensureKernels();
    const passes = [
      isFormatted(),
      say('types', succeeds('tsc', ['-b'])),
      say(
        'the order of rooms, and the glossary',
        succeeds('vitest', ['run', 'tests/architecture.test.ts', 'tests/unit/words/glossary.test.ts']),
      ),
      say('nothing is unused', succeeds('knip', []) && succeeds('knip', ['--production'])),
    ];
    process.exit(passes.every(Boolean) ? 0 : 1);
  }
}
