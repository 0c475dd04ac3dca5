// The product's source files, and what the syntax tree of each says: imports, functions, kinds, casts.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAst } from 'vite';

const tops = ['core', 'headless', 'electron', 'renderer', 'benchmark'];
/** The kinds as they were at 89e520f, written out so that every checkout is asked the same. */
export const families = {
  gates: ['rectangle', 'polygon', 'ellipsoid', 'quadrant', 'dividers', 'curly-quadrant', 'boolean'],
  transforms: ['linear', 'log', 'arcsinh', 'logicle', 'hyperlog', 'biexponential', 'flowjo-linear', 'flowjo-log'],
  steps: 'margins debris singlets viability lymphocytes four-way cut bright cluster feeder-label feeder-size'.split(' '),
};

/** The product's .ts and .tsx files: no tests, and no folder that its top folder's tsconfig.json excludes (AssemblyScript). */
export function sourcesOf(checkout) {
  return tops.flatMap((top) => {
    if (!existsSync(path.join(checkout, top))) return [];
    const config = path.join(checkout, top, 'tsconfig.json');
    const excluded = existsSync(config) ? (JSON.parse(readFileSync(config, 'utf8')).exclude ?? []) : [];
    const folders = excluded.filter((entry) => !entry.includes('*')).map((entry) => `${path.posix.join(top, entry)}/`);
    return readdirSync(path.join(checkout, top), { recursive: true })
      .map((name) => path.posix.join(top, name.replaceAll('\\', '/')))
      .filter((file) => /\.tsx?$/.test(file) && !/\.(test|bench)\.tsx?$/.test(file))
      .filter((file) => !/\/(node_modules|tests|test-data|assembly)\//.test(file) && !folders.some((folder) => file.startsWith(folder)))
      .sort();
  });
}

/** Calls `visit(node, parent, key)` for every node of a syntax tree. */
function walk(node, visit, parent, key) {
  visit(node, parent, key);
  for (const [name, child] of Object.entries(node))
    for (const one of Array.isArray(child) ? child : [child]) if (typeof one?.type === 'string') walk(one, visit, node, name);
}

const keyName = (property) => (property.computed ? undefined : (property.key?.name ?? property.key?.value));
const isTypeof = (node) => node?.type === 'UnaryExpression' && node.operator === 'typeof';

/** What a function is called: by itself, by what it is given to, or by the call that takes it. */
function functionName(node, parent) {
  const name = node.id?.name ?? parent?.id?.name ?? (parent?.key && keyName(parent)) ?? parent?.left?.name;
  if (name !== undefined) return name;
  const called = parent?.type === 'CallExpression' ? (parent.callee.name ?? parent.callee.property?.name) : undefined;
  return called === undefined ? '(no name)' : `(in ${called})`;
}

/** The text of a string literal, or of a template without holes. */
function stringOf(node) {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  return node.type === 'TemplateLiteral' && node.quasis.length === 1 ? node.quasis[0].value.cooked : undefined;
}

/** Kinds that an object maps: it has keys for two or more of one family (one alone may be any word). */
function mappedKinds(node) {
  const keys = node.properties.map(keyName);
  const found = Object.values(families).map((kinds) => kinds.filter((kind) => keys.includes(kind)));
  return found.filter((kinds) => kinds.length > 1).flat();
}

/** One file: its lines, the relative paths that it writes down, its functions, the strings that it names and compares, its casts. */
export function readSource(checkout, file) {
  const text = readFileSync(path.join(checkout, file), 'utf8');
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const lineOf = (at) => starts.findLastIndex((start) => start <= at);
  const lines = text.endsWith('\n') ? starts.length - 1 : starts.length;
  const source = { file, lines, paths: [], functions: [], names: new Set(), compares: new Set(), as: 0, nonNull: 0, any: 0 };
  const ofTypeof = new Set();
  walk(parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }, file), (node, parent, key) => {
    if (node.type === 'SwitchStatement' && isTypeof(node.discriminant)) for (const one of node.cases) ofTypeof.add(one);
    if (node.type === 'BinaryExpression' && (isTypeof(node.left) || isTypeof(node.right))) ofTypeof.add(node);
    const value = stringOf(node);
    if (value?.startsWith('.')) source.paths.push({ target: value, isImport: key === 'source' });
    else if (value !== undefined && !ofTypeof.has(parent)) {
      source.names.add(value);
      const isCase = parent.type === 'SwitchCase' && key === 'test';
      if (isCase || (parent.type === 'BinaryExpression' && /^[!=]==?$/.test(parent.operator))) source.compares.add(value);
    }
    if (node.type === 'ObjectExpression') for (const kind of mappedKinds(node)) source.names.add(kind);
    if (/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) {
      const isBlock = node.body.type === 'BlockStatement';
      source.functions.push({ name: functionName(node, parent), file, lines: lineOf(node.end - 1) - lineOf(node.start) + 1, isBlock });
    }
    if (node.type === 'TSAsExpression' && node.typeAnnotation.typeName?.name !== 'const') source.as += 1;
    if (node.type === 'TSNonNullExpression') source.nonNull += 1;
    if (node.type === 'TSAnyKeyword') source.any += 1;
  });
  return source;
}

/** Every pair of files of which the first imports the second, once; and relative imports that lead nowhere. */
export function importsOf(checkout, sources) {
  const known = new Set(sources.map(({ file }) => file));
  const imports = [];
  const broken = [];
  for (const { file, paths } of sources) {
    const targets = new Set();
    for (const { target, isImport } of paths) {
      const place = path.posix.join(path.posix.dirname(file), target);
      // any relative path of a source counts: `new URL('./worker.ts')`, and the .js that a thread's file is built into
      const found = [place, place.replace(/\.js$/, '.ts'), `${place}.ts`, `${place}.tsx`].find((one) => known.has(one));
      if (found !== undefined) targets.add(found);
      else if (isImport && !existsSync(path.join(checkout, place))) broken.push(`${file} -> ${target}`);
    }
    targets.delete(file);
    for (const target of targets) imports.push({ file, target });
  }
  return { imports, broken };
}
