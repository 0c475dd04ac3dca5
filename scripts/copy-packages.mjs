// Installed packages copied with what they depend on, for programs that run outside the checkout.
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './ensure.mjs';

/** The fonts that reports embed, out of packages that hold many more. */
const fonts = {
  '@expo-google-fonts/noto-sans-jp': ['400Regular/NotoSansJP_400Regular.ttf', '600SemiBold/NotoSansJP_600SemiBold.ttf'],
  '@expo-google-fonts/noto-sans-math': ['400Regular/NotoSansMath_400Regular.ttf'],
  '@expo-google-fonts/noto-sans-kr': ['400Regular/NotoSansKR_400Regular.ttf'],
  '@expo-google-fonts/noto-sans-sc': ['400Regular/NotoSansSC_400Regular.ttf'],
};

/** Texts of licences go with their packages, whatever they end in. */
const licence = /^(licen[cs]e|copying|notice|ofl)/i;

/** Copies packages, what they depend on and the fonts of reports into a folder of modules. */
export function copyPackages(names, into) {
  const done = new Set();
  for (const name of names) copyPackage(name, root, into, done);
  copyFonts(into);
}

function copyPackage(name, from, into, done) {
  if (done.has(name)) return;
  done.add(name);
  const source = findPackage(name, from);
  cpSync(source, path.join(into, name), {
    recursive: true,
    filter: (file) => path.basename(file) !== 'node_modules' && (licence.test(path.basename(file)) || !/\.(map|md|d\.ts)$/.test(file)),
  });
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8'));
  // native parts of other systems are not installed here
  const native = Object.keys(optionalDependencies).filter((dependency) => isInstalled(dependency, source));
  for (const dependency of [...Object.keys(dependencies), ...native]) copyPackage(dependency, source, into, done);
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

function copyFonts(into) {
  for (const [name, files] of Object.entries(fonts)) {
    for (const file of ['package.json', 'LICENSE', 'LICENSE_FONT', ...files]) {
      const target = path.join(into, name, file);
      mkdirSync(path.dirname(target), { recursive: true });
      cpSync(path.join(root, 'node_modules', name, file), target);
    }
  }
}
