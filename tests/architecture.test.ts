import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tableOfRooms } from '../scripts/structure/rooms-table.mjs';
import rooms from './rooms.json' with { type: 'json' };

/*
 * The order is data: rooms.json lists every folder that holds source files, from bottom to top, with a sentence of what it is for. An
 * import, types included, points down only; each folder counts by itself, apart from its parent and its sub-folders.
 */

/** Who may import whom of the top folders besides itself, and the packages that each may import. */
const tops: { readonly [top: string]: { readonly below: readonly string[]; readonly packages: readonly RegExp[] } } = {
  core: { below: [], packages: [/^zod$/] },
  headless: {
    below: ['core'],
    packages: [/^node:/, /^(commander|pdfkit|zod|kysely|libsql|pg|hyparquet-writer|yazl|yauzl)(\/.*)?$/, /^@expo-google-fonts\//],
  },
  electron: { below: ['core', 'headless'], packages: [/^node:/, /^electron$/, /^zod$/] },
  renderer: {
    below: ['core'],
    // tanstack: long lists; resizable panels: edges that are dragged and moved by keys; radix: menus, selects and popovers that a screen reader hears
    packages: [
      /^(react|react-dom|zustand|zod|d3)(\/.*)?$/,
      /^plotly\.js\//,
      /^@radix-ui\/react-(dropdown-menu|popover)$/,
      /^@tanstack\/react-(virtual|table)$/,
      /^react-resizable-panels$/,
    ],
  },
  benchmark: { below: ['core', 'headless', 'test-data'], packages: [/^node:/, /^(commander|zod)$/] },
  'test-data': { below: ['core'], packages: [/^node:/] },
};

/** Packages that one room alone may import. */
const packagesOfRooms: { readonly [room: string]: readonly RegExp[] } = {
  // the queue of batches on PostgreSQL
  'headless/batch': [/^graphile-worker$/],
  'headless/host': [/^@holiday-jp\/holiday_jp$/],
  // codes on labels
  'core/show/ledger': [/^bwip-js\/generic$/],
  // SHA-256 that gives its digest at once, in the window too
  'core/base/chain': [/^@noble\/hashes\//],
  // a streaming XML reader
  'core/exchange/xml': [/^saxes$/],
  // the guides, from their Markdown
  'renderer/features/help': [/^marked$/],
  'core/show/plot': [/^d3-(array|scale|format|shape|contour)$/],
};

/** Rooms of core that do not know each other, whatever the order. */
const strangers: readonly (readonly [string, string])[] = [
  ['core/data/fcs', 'core/data/transforms'],
  ['core/gating/gates', 'core/data/transforms'],
  ['core/gating/gates', 'core/data/fcs'],
  ['core/show/plot', 'core/show/report'],
];

const root = path.resolve(import.meta.dirname, '..');

interface Import {
  readonly file: string;
  readonly target: string;
}

function sourcesIn(folder: string): readonly string[] {
  return (
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      // AssemblyScript, which the compiler of its own checks
      .filter((file) => !file.includes('/assembly/'))
  );
}

/** Every import of a file: of values, of types, when it is asked for, and of a worker's module. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]|(?<![-\w'"])import\s*\(?\s*['"]([^'"]+)['"]|new URL\(\s*['"](\.[^'"]+\.tsx?)['"]/g,
  );
  return [...found]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .map((target) => (target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : target));
}

const topOf = (file: string): string => file.split('/')[0] ?? '';
const roomOf = (file: string): string => path.posix.dirname(file);
const isSource = (target: string): boolean => Object.hasOwn(tops, topOf(target));

const sources = Object.keys(tops).flatMap(sourcesIn);
const imports: readonly Import[] = sources.flatMap((file) => importsOf(file).map((target) => ({ file, target })));
const order = Object.values(rooms)
  .flat()
  .map(({ room }) => room);

describe('the order of rooms', () => {
  it('finds sources', () => expect(imports.length).toBeGreaterThan(2000));

  it('names every folder with sources once, with a purpose', () => {
    const folders = new Set(sources.filter((file) => topOf(file) !== 'test-data').map(roomOf));
    expect([...order].sort()).toEqual([...folders].sort());
    for (const { purpose } of Object.values(rooms).flat()) expect(purpose).toMatch(/^\S.{10,}/);
  });

  it('has no more than nine floors in core', () => {
    const floors = new Set(order.filter((room) => room.startsWith('core/')).map((room) => room.split('/')[1]));
    expect(floors.size).toBeLessThanOrEqual(9);
  });

  it('goes through the floors of core one after another', () => {
    const floors = order.filter((room) => room.startsWith('core/')).map((room) => room.split('/')[1]);
    const changes = floors.filter((floor, i) => floor !== floors[i - 1]);
    expect(changes).toEqual([...new Set(floors)]);
  });

  it('has imports that point down only', () => {
    const place = new Map(order.map((room, i) => [room, i]));
    const upward = imports.filter(({ file, target }) => {
      if (!isSource(target) || topOf(file) !== topOf(target)) return false;
      return (place.get(roomOf(target)) ?? -1) > (place.get(roomOf(file)) ?? Number.POSITIVE_INFINITY);
    });
    expect(upward).toEqual([]);
  });

  it('has no circle of files', () => {
    const below = new Map<string, string[]>();
    for (const { file, target } of imports) below.set(file, [...(below.get(file) ?? []), target]);
    const done = new Set<string>();
    const open: string[] = [];
    const circles: string[][] = [];
    const visit = (file: string): void => {
      if (open.includes(file)) circles.push(open.slice(open.indexOf(file)));
      if (done.has(file) || open.includes(file)) return;
      open.push(file);
      below.get(file)?.forEach(visit);
      open.pop();
      done.add(file);
    };
    sources.forEach(visit);
    expect(circles).toEqual([]);
  });

  it('is the table of docs/architecture.md', () => {
    expect(readFileSync(path.join(root, 'docs', 'architecture.md'), 'utf8')).toContain(tableOfRooms(rooms));
  });
});

describe('who may import whom', () => {
  it('keeps every import inside what its top folder may know', () => {
    const wrong = imports.filter(({ file, target }) => {
      const top = topOf(file);
      if (/^(core|headless|electron|renderer|benchmark|tests|test-data|scripts)\//.test(target))
        return topOf(target) !== top && tops[top]?.below.includes(topOf(target)) !== true;
      return ![...(tops[top]?.packages ?? []), ...(packagesOfRooms[roomOf(file)] ?? [])].some((pattern) => pattern.test(target));
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
    expect(imports.filter(({ file, target }) => target === 'electron' && topOf(file) !== 'electron')).toEqual([]);
  });
});

describe('house rules', () => {
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
