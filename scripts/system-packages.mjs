// Debian packages that tests need. As root on Debian the missing ones are installed, unless LYMPHO_NO_SYSTEM_PACKAGES is set; elsewhere one sentence names them.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

// what Electron's program is linked with, beyond a bare Debian; one library stands for each package
const libraries = [
  ['libgtk-3.so.0', 'libgtk-3-0'],
  ['libnss3.so', 'libnss3'],
  ['libasound.so.2', 'libasound2'],
  ['libgbm.so.1', 'libgbm1'],
  ['libatspi.so.0', 'libatspi2.0-0'],
  ['libcups.so.2', 'libcups2'],
  ['libdrm.so.2', 'libdrm2'],
  ['libxkbcommon.so.0', 'libxkbcommon0'],
].map(([library, debian]) => ({ library, debian, why: 'the window (Electron) is linked with it' }));

const needed = [
  { program: 'pdftotext', debian: 'poppler-utils', why: 'reads the text of reports back' },
  { file: '/usr/lib/postgresql', debian: 'postgresql', why: 'the archive in PostgreSQL' },
  { program: 'Xvfb', debian: 'xvfb', why: 'the display of the window tests' },
  ...libraries,
  { font: ':lang=ja', debian: 'fonts-noto-cjk', why: 'Japanese letters in the window' },
];

const succeeds = (command) => spawnSync('sh', ['-c', command], { stdio: 'ignore' }).status === 0;
const present = (program) => succeeds(`command -v ${program}`);
const isThere = ({ program, library, font, file }) => {
  if (file !== undefined) return existsSync(file);
  if (program !== undefined) return present(program);
  if (process.platform !== 'linux') return true;
  return library === undefined ? succeeds(`fc-list '${font}' | grep -q .`) : succeeds(`/sbin/ldconfig -p | grep -qF '${library} '`);
};

export function ensureSystemPackages() {
  const missing = needed.filter((one) => !isThere(one));
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
