// node scripts/structure.mjs [CHECKOUT] [--json]: figures of the product's source structure, to compare before and after a restructuring.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './ensure.mjs';
import { betweenFolders, circlesOf, sum, topOf, upwardImports } from './structure/folder-order.mjs';
import { families, importsOf, readSource, sourcesOf } from './structure/read-source.mjs';

const LONG_FUNCTION = 100;
const SHORT_FILE = 40;

/** Median and 90th percentile, both by nearest rank, and maximum. */
function spread(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { median: at(0.5), p90: at(0.9), max: at(1) };
}

/** The files that compare a kind, and those that name it at all, outside every folder and file of the kind's name. */
function kindFigures(sources) {
  return Object.entries(families).map(([family, names]) => {
    const kinds = names.map((kind) => {
      const others = sources.filter(({ file }) => !file.split('/').some((part) => part.split('.')[0] === kind));
      const filesOf = (field) => others.filter((source) => source[field].has(kind)).map(({ file }) => file);
      return { kind, compared: filesOf('compares'), named: filesOf('names') };
    });
    const inAny = (field) => new Set(kinds.flatMap((one) => one[field])).size;
    return { family, comparedInAny: inAny('compared'), namedInAny: inAny('named'), kinds };
  });
}

function figuresOf(checkout) {
  const files = sourcesOf(checkout);
  const sources = files.map((file) => readSource(checkout, file));
  const { imports, broken } = importsOf(checkout, sources);
  const roomsFile = path.join(checkout, 'tests', 'rooms.json');
  const rooms = existsSync(roomsFile) ? JSON.parse(readFileSync(roomsFile, 'utf8')) : {};
  const functions = sources.flatMap((source) => source.functions);
  const withBlock = functions.filter(({ isBlock }) => isBlock);
  const long = functions.filter((one) => one.lines > LONG_FUNCTION).sort((a, b) => b.lines - a.lines);
  const importers = new Map(files.map((file) => [file, 0]));
  for (const { target } of imports) importers.set(target, importers.get(target) + 1);
  const alone = sources.filter(({ file }) => importers.get(file) === 1);
  const lines = sum(sources.map((source) => source.lines));
  const perThousand = (field) => Number(((sum(sources.map((source) => source[field])) / lines) * 1000).toFixed(2));
  return {
    checkout,
    files: files.length,
    lines,
    fileLines: spread(sources.map((source) => source.lines)),
    functions: withBlock.length,
    functionLines: spread(withBlock.map((one) => one.lines)),
    longFunctions: long.map(({ name, file, lines }) => ({ name, file, lines })),
    oneImporter: alone.map(({ file, lines }) => ({ file, lines })),
    noImporter: files.filter((file) => importers.get(file) === 0),
    perThousandLines: { as: perThousand('as'), nonNull: perThousand('nonNull'), any: perThousand('any') },
    folders: [...new Set(files.map((file) => path.posix.dirname(file)))],
    imports: imports.length,
    brokenImports: broken,
    folderCircles: circlesOf(betweenFolders(imports)),
    fileCircles: circlesOf(imports),
    upward: [...new Set(files.map(topOf))].map((top) => upwardImports(top, files, imports, rooms[top])),
    kinds: kindFigures(sources),
  };
}

/** Words in lines of at most 120 characters. */
function wrapped(words) {
  const lines = [];
  for (const word of words) {
    if (lines.length > 0 && lines.at(-1).length + word.length < 112) lines.push(`${lines.pop()} ${word}`);
    else lines.push(word);
  }
  return lines;
}

/** The figures as one aligned text. */
function textOf(figures) {
  const rows = [];
  const row = (label, ...values) => rows.push(`${label.padEnd(40)}${values.join('')}`);
  const list = (items, indent = 4) => rows.push(...items.map((item) => `${' '.repeat(indent)}${item}`));
  const spreadText = ({ median, p90, max }) => `median ${median}, p90 ${p90}, max ${max}`;
  const circles = (label, found) => {
    row(label, `${found.length}, ${sum(found.map((circle) => circle.length))} in them`);
    for (const circle of found) {
      list([`circle of ${circle.length}`]);
      list(wrapped(circle), 6);
    }
  };
  const counts = (label, ...values) => row(label, ...values.map((value) => String(value).padStart(8)));
  row('files', figures.files);
  row('lines', figures.lines);
  row('lines of a file', spreadText(figures.fileLines));
  row('functions with a body in braces', figures.functions);
  row('lines of such a function', spreadText(figures.functionLines));
  row(`functions over ${LONG_FUNCTION} lines`, figures.longFunctions.length);
  list(figures.longFunctions.map(({ name, file, lines }) => `${String(lines).padStart(4)}  ${name}  ${file}`));
  row('files with exactly one importer', figures.oneImporter.length);
  row(`  of these, at most ${SHORT_FILE} lines`, figures.oneImporter.filter(({ lines }) => lines <= SHORT_FILE).length);
  row('files with no importer', figures.noImporter.length);
  const { as, nonNull, any } = figures.perThousandLines;
  row('in a thousand lines', `as ${as}, ! ${nonNull}, any ${any}`);
  row('folders with sources', figures.folders.length);
  row('imports (pairs of files)', figures.imports);
  row('imports that lead nowhere', figures.brokenImports.length);
  list(figures.brokenImports);
  circles('circles of folders', figures.folderCircles);
  circles('circles of files', figures.fileCircles);
  for (const { top, by, imports, list: found, outsideRooms } of figures.upward) {
    row(`upward imports in ${top}`, `${imports} (${by})`);
    list(found);
    if (outsideRooms.length > 0) row(`  files of ${top} in no room`, outsideRooms.length);
    list(outsideRooms);
  }
  for (const { family, comparedInAny, namedInAny, kinds } of figures.kinds) {
    counts(`${family}: files outside the kind's own`, 'compare', 'name');
    for (const { kind, compared, named } of kinds) counts(`    ${kind}`, compared.length, named.length);
    counts('    any of them', comparedInAny, namedInAny);
  }
  return rows.join('\n');
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
const checkout = path.resolve(positionals[0] ?? root);
const figures = figuresOf(checkout);
if (figures.files === 0) {
  process.stderr.write(`no sources in ${checkout}: node scripts/structure.mjs [CHECKOUT] [--json]\n`);
  process.exit(2);
}
process.stdout.write(`${values.json ? JSON.stringify(figures, undefined, 2) : textOf(figures)}\n`);
