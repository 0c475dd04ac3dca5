// Packages the built app with its runtime into a folder that runs by itself.
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, Platform } from 'electron-builder';
import { builderConfig, releaseFuses, testFuses } from '../electron-builder.config.mjs';
import { buildApp } from './build-app.mjs';
import { copyPackages } from './copy-packages.mjs';
import { electronFolder, electronVersion } from './electron-runtime.mjs';
import { root } from './ensure.mjs';

const modules = path.join(root, 'dist', 'app-modules');

/** Gives the path of the program. `forTests` leaves the inspector on, and goes to a folder of its own. */
export async function packageApp({ forTests = false } = {}) {
  const out = path.join(root, 'dist', forTests ? 'package-for-tests' : 'package');
  const app = await buildApp({ out: path.join(root, 'dist', 'app-packaged') });
  const mark = path.join(app, 'for-tests');
  rmSync(mark, { force: true });
  // it may be driven from outside, which a release refuses (electron/refuse-debugging.ts)
  if (forTests) writeFileSync(mark, '');
  rmSync(out, { recursive: true, force: true });
  rmSync(modules, { recursive: true, force: true });
  copyPackages(['pdfkit', 'libsql'], modules);
  const folder = await electronFolder();
  await build({
    targets: Platform.current().createTarget('dir'),
    projectDir: app,
    config: builderConfig({
      modules,
      out,
      electron: { folder, version: electronVersion(folder) },
      fuses: forTests ? testFuses : releaseFuses,
    }),
  });
  return programIn(out);
}

const programs = {
  linux: 'linux-unpacked/lymphoscope',
  win32: 'win-unpacked/Lymphoscope.exe',
  darwin: 'mac/Lymphoscope.app/Contents/MacOS/Lymphoscope',
};
const programIn = (out) => path.join(out, programs[process.platform] ?? programs.linux);
