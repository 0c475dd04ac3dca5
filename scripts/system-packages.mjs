// Debian packages that tests need. As root on Debian the missing ones are installed, unless LYMPHO_NO_SYSTEM_PACKAGES is set; elsewhere one sentence names them.
import { spawnSync } from 'node:child_process';

const needed = [{ program: 'pdftotext', debian: 'poppler-utils', why: 'reads the text of reports back' }];

const present = (program) => spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;

export function ensureSystemPackages() {
  const missing = needed.filter(({ program }) => !present(program));
  if (missing.length === 0) return;
  const names = missing.map(({ debian }) => debian).join(' ');
  const list = missing.map(({ debian, why }) => `  ${debian}: ${why}`).join('\n');
  const canInstall = process.getuid?.() === 0 && present('apt-get') && !process.env.LYMPHO_NO_SYSTEM_PACKAGES;
  if (!canInstall) {
    process.stderr.write(`Some tests will be skipped until these packages are installed: ${names}\n${list}\n`);
    return;
  }
  process.stderr.write(`Installing system packages (set LYMPHO_NO_SYSTEM_PACKAGES=1 to opt out):\n${list}\n`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { stdio: ['ignore', 'ignore', 2], env: environment };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing.map(({ debian }) => debian)], quiet);
}
