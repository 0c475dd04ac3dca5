import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom: a folder, the folders it may import besides itself, and the packages it may import. */
const layers: { readonly [folder: string]: { readonly folders: readonly string[]; readonly packages: readonly RegExp[] } } = {
  core: { folders: [], packages: [/^zod$/] },
  'core/interchange': { folders: ['core'], packages: [/^zod$/, /^saxes$/] },
  'core/plot': { folders: ['core'], packages: [/^zod$/, /^d3-(array|scale|format|shape|contour)$/] },
  headless: {
    folders: ['core'],
    packages: [/^node:/, /^(commander|pdfkit|zod|kysely|libsql|pg|write-excel-file|hyparquet-writer)(\/.*)?$/, /^@expo-google-fonts\//],
  },
  'headless/benchmark': { folders: ['core', 'test-data'], packages: [/^node:/] },
  electron: { folders: ['core', 'headless'], packages: [/^node:/, /^electron$/, /^zod$/] },
  renderer: { folders: ['core'], packages: [/^(react|react-dom|zustand|zod|d3)(\/.*)?$/, /^plotly\.js\//] },
  'test-data': { folders: ['core'], packages: [/^node:/] },
};

/** Rooms of core that do not know each other. */
const strangers: readonly (readonly [string, string])[] = [
  ['core/fcs', 'core/transforms'],
  ['core/fcs', 'core/gates'],
  ['core/gates', 'core/transforms'],
  ['core/gates', 'core/fcs'],
  ['core/transforms', 'core/gates'],
  ['core/transforms', 'core/fcs'],
  ['core/statistics/interval.ts', 'core/gating'],
  ['core/plot', 'core/report'],
];

const root = path.resolve(import.meta.dirname, '..');

interface Import {
  readonly file: string;
  readonly target: string;
}

const imports: readonly Import[] = Object.keys(layers)
  .filter((folder) => !folder.includes('/'))
  .flatMap((folder) => sourcesIn(folder))
  .flatMap((file) => importsOf(file).map((target) => ({ file, target })));

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]|(?<![-\w'"])import\s*\(?\s*['"]([^'"]+)['"]/g,
  );
  return [...found]
    .map((match) => match[1] ?? match[2] ?? '')
    .map((target) => (target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : target));
}

const layerOf = (file: string): string =>
  Object.keys(layers)
    .filter((folder) => file.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0] ?? '';

describe('who may import whom', () => {
  it('finds sources', () => expect(imports.length).toBeGreaterThan(50));

  it('keeps every import inside its layer', () => {
    const wrong = imports.filter(({ file, target }) => {
      const layer = layers[layerOf(file)];
      const top = file.split('/')[0] ?? '';
      const local = /^(core|headless|electron|renderer|tests|test-data|scripts)\//.test(target);
      if (local) return !target.startsWith(`${top}/`) && layer?.folders.some((folder) => target.startsWith(`${folder}/`)) !== true;
      return layer?.packages.some((pattern) => pattern.test(target)) !== true;
    });
    expect(wrong).toEqual([]);
  });

  it('keeps rooms apart that do not know each other', () => {
    const wrong = imports.filter(({ file, target }) =>
      strangers.some(([room, other]) => file.startsWith(room) && target.startsWith(other)),
    );
    expect(wrong).toEqual([]);
  });

  it("leaves 'electron' to the electron folder", () => {
    expect(imports.filter(({ file, target }) => target === 'electron' && !file.startsWith('electron/'))).toEqual([]);
  });
});

describe('house rules', () => {
  const sources = ['core', 'headless', 'electron', 'renderer', 'test-data'].flatMap(sourcesIn);

  it('has no file longer than 300 lines', () => {
    const long = sources
      .map((file) => ({ file, lines: readFileSync(path.join(root, file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });

  it('names files in kebab-case', () => {
    expect(sources.filter((file) => !/^[a-z0-9-]+(\.d)?\.tsx?$/.test(path.basename(file)))).toEqual([]);
  });
});
