// Packages the built app with its runtime into a folder that runs by itself.
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build, Platform } from 'electron-builder';
import { builderConfig, releaseFuses, testFuses } from '../electron-builder.config.mjs';
import { buildApp } from './build-app.mjs';
import { electronFolder, electronVersion } from './electron-runtime.mjs';
import { root } from './ensure.mjs';

const modules = path.join(root, 'dist', 'app-modules');
/** The fonts that reports embed, out of packages that hold many more. */
const fonts = {
  '@expo-google-fonts/noto-sans-jp': ['400Regular/NotoSansJP_400Regular.ttf', '600SemiBold/NotoSansJP_600SemiBold.ttf'],
  '@expo-google-fonts/noto-sans-math': ['400Regular/NotoSansMath_400Regular.ttf'],
};

/** Gives the path of the program. `forTests` leaves the inspector on, and goes to a folder of its own. */
export async function packageApp({ forTests = false } = {}) {
  const out = path.join(root, 'dist', forTests ? 'package-for-tests' : 'package');
  const app = await buildApp({ out: path.join(root, 'dist', 'app-packaged') });
  rmSync(out, { recursive: true, force: true });
  rmSync(modules, { recursive: true, force: true });
  for (const name of ['pdfkit', 'libsql']) copyPackage(name, root);
  copyFonts();
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

/** A package that stays unbundled (it reads files of its own), with what it depends on. */
function copyPackage(name, from, done = new Set()) {
  if (done.has(name)) return;
  done.add(name);
  const source = findPackage(name, from);
  cpSync(source, path.join(modules, name), {
    recursive: true,
    filter: (file) => path.basename(file) !== 'node_modules' && !/\.(map|md|d\.ts)$/.test(file),
  });
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8'));
  // native parts of other systems are not installed here
  const native = Object.keys(optionalDependencies).filter((dependency) => isInstalled(dependency, source));
  for (const dependency of [...Object.keys(dependencies), ...native]) copyPackage(dependency, source, done);
}

function isInstalled(name, from) {
  try {
    return findPackage(name, from) !== undefined;
  } catch {
    return false;
  }
}

function findPackage(name, from) {
  const folders = createRequire(path.join(from, 'package.json')).resolve.paths(name) ?? [];
  for (const folder of folders) {
    try {
      readFileSync(path.join(folder, name, 'package.json'));
      return path.join(folder, name);
    } catch {
      // looked for in the next folder up
    }
  }
  throw new Error(`${name} is not installed`);
}

function copyFonts() {
  for (const [name, files] of Object.entries(fonts)) {
    for (const file of ['package.json', ...files]) {
      const target = path.join(modules, name, file);
      mkdirSync(path.dirname(target), { recursive: true });
      cpSync(path.join(root, 'node_modules', name, file), target);
    }
  }
}
