// Packages the built app with its runtime into a folder that runs by itself.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, Platform } from 'electron-builder';
import { builderConfig, releaseFuses, testFuses } from '../electron-builder.config.mjs';
import { buildApp } from './build-app.mjs';
import { copyPackages } from './copy-packages.mjs';
import { electronFolder, electronVersion } from './electron-runtime.mjs';
import { root } from './ensure.mjs';
import { packageCollector, packagesIn, writeNotices } from './third-party.mjs';

const modules = path.join(root, 'dist', 'app-modules');

/**
 * Gives the path of the program. `forTests` leaves the inspector on, and goes to a folder of its own. A runtime that is more than one major version
 * behind the one that package.json asks for is refused, unless `allowOldRuntime`: the package says then what it is, in its name and in About.
 */
export async function packageApp({ forTests = false, allowOldRuntime = forTests } = {}) {
  const out = path.join(root, 'dist', forTests ? 'package-for-tests' : 'package');
  const folder = await electronFolder();
  const version = electronVersion(folder);
  const isOld = majorOf(version) < majorOf(wantedRuntime()) - 1;
  if (isOld && !allowOldRuntime)
    throw new Error(
      `Electron ${version} is more than one major version behind ${wantedRuntime()}: known holes in it are not closed. --allow-old-runtime packages it all the same, marked.`,
    );
  const collected = packageCollector();
  const app = await buildApp({ out: path.join(root, 'dist', 'app-packaged'), about: isOld ? { oldRuntime: true } : {}, collected });
  const mark = path.join(app, 'for-tests');
  rmSync(mark, { force: true });
  // it may be driven from outside, which a release refuses (electron/refuse-debugging.ts)
  if (forTests) writeFileSync(mark, '');
  rmSync(out, { recursive: true, force: true });
  rmSync(modules, { recursive: true, force: true });
  copyPackages(['pdfkit', 'libsql', 'graphile-worker'], modules);
  const notices = path.join(root, 'dist', 'THIRD-PARTY-NOTICES.txt');
  writeNotices([...collected.folders, ...packagesIn(modules)], notices, root);
  await build({
    targets: Platform.current().createTarget('dir'),
    projectDir: app,
    config: builderConfig({
      modules,
      out,
      electron: { folder, version },
      texts: [notices, path.join(root, 'LICENSE')],
      executable: isOld ? 'lymphoscope-old-runtime' : 'lymphoscope',
      fuses: forTests ? testFuses : releaseFuses,
    }),
  });
  return programIn(out, isOld);
}

/** What package.json asks for, and its first number. */
const wantedRuntime = () =>
  JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).devDependencies.electron.replace(/^[^\d]*/, '');
const majorOf = (version) => Number.parseInt(version, 10);

const programs = (isOld) => {
  const name = isOld ? 'lymphoscope-old-runtime' : 'lymphoscope';
  return {
    linux: `linux-unpacked/${name}`,
    win32: `win-unpacked/${isOld ? name : 'Lymphoscope'}.exe`,
    darwin: 'mac/Lymphoscope.app/Contents/MacOS/Lymphoscope',
  };
};
const programIn = (out, isOld) => path.join(out, programs(isOld)[process.platform] ?? programs(isOld).linux);
