// Which packages of others are in a built app, and their licences: THIRD-PARTY-NOTICES.txt is made from what is bundled, and a missing text fails the build.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Collects the folders of packages whose modules, styles or assets a build takes in. */
export function packageCollector() {
  const folders = new Set();
  const note = (id) => {
    const folder = packageOf(String(id));
    if (folder !== undefined) folders.add(folder);
  };
  /** Of each build and of each of its workers. */
  const plugin = () => ({
    name: 'collect-packages',
    load(id) {
      note(id);
      return null;
    },
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle))
        for (const id of [...Object.keys(part.modules ?? {}), ...(part.originalFileNames ?? [])]) note(id);
    },
  });
  return { folders, note, plugin };
}

/** The folder of the package that a file belongs to; the innermost where packages lie in packages. */
function packageOf(file) {
  const clean = file
    .replace(/^[\0]/, '')
    .replace(/[?#].*$/, '')
    .replaceAll('\\', '/');
  const at = clean.lastIndexOf('/node_modules/');
  if (at < 0) return undefined;
  const [first, second] = clean.slice(at + '/node_modules/'.length).split('/');
  if (first === undefined || first.startsWith('.')) return undefined;
  const folder = path.join(clean.slice(0, at), 'node_modules', first, first.startsWith('@') ? (second ?? '') : '');
  return existsSync(path.join(folder, 'package.json')) ? folder : undefined;
}

/** Every package below a folder of modules. */
export function packagesIn(modules) {
  const folders = [];
  const look = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      const inner = path.join(folder, entry.name);
      if (entry.name.startsWith('@')) look(inner);
      else if (existsSync(path.join(inner, 'package.json'))) {
        folders.push(inner);
        if (existsSync(path.join(inner, 'node_modules'))) look(path.join(inner, 'node_modules'));
      }
    }
  };
  if (existsSync(modules)) look(modules);
  return folders;
}

/** Texts of licences whose packages leave them out, by what their package.json says; a copyright line is what it says of its author. */
const known = (root) => ({
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above
copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY
AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM
LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR
PERFORMANCE OF THIS SOFTWARE.`,
  MIT: readFileSync(path.join(root, 'LICENSE'), 'utf8').replace(/^[\s\S]*?(?=Permission is hereby granted)/, ''),
});

const licenceFile = /^(licen[cs]e|copying|notice|ofl)([._-].*)?$/i;

/** Name, version, licence and its texts. Throws where there is none. */
function noticeOf(folder, root) {
  const { name, version, license, author } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => licenceFile.test(file))
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').trim())
    .filter((text) => text !== '');
  if (texts.length > 0) return { name, version, license: license ?? 'see text', texts };
  const text = known(root)[license];
  if (text === undefined)
    throw new Error(`${name} ${version} (${license ?? 'no licence'}) has no text of its licence: it may not be handed out`);
  const who = typeof author === 'string' ? author : author?.name;
  return { name, version, license, texts: [`${who === undefined ? '' : `Copyright ${who}\n\n`}${text.trim()}`] };
}

/** Writes the notices of all packages, sorted. Gives how many there are. */
export function writeNotices(folders, file, root) {
  const notices = new Map();
  for (const folder of folders) {
    const notice = noticeOf(folder, root);
    notices.set(`${notice.name} ${notice.version}`, notice);
  }
  const rule = '='.repeat(80);
  const parts = [...notices]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, { license, texts }]) => `${rule}\n${title}\nLicence: ${license}\n${rule}\n\n${texts.join('\n\n---\n\n')}\n`);
  const head =
    'Lymphoscope contains software and fonts of others. Their licences follow, package by package.\nOf Electron and Chromium see LICENSE.electron.txt and LICENSES.chromium.html.\n';
  writeFileSync(file, `${head}\n${parts.join('\n')}`);
  return notices.size;
}
