// Every sentence that the product says, read from its source: { en, ja } literals, an English text beside a Japanese one, Japanese alone.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

const root = path.resolve(import.meta.dirname, '..', '..');
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** What is read, not said: names in files, columns of tables, eras, kinds of characters. */
const readers =
  /core\/(data\/(panel|metadata|compensation\/recognise)|base\/written-date|study\/killing\/plate-table|study\/residual\/counts-table|study\/course\/(observation|course-table)|biology\/ledger\/book\/amount|show\/plot\/text-width)|headless\/pdf\/line-break/;

function sourceFiles() {
  return ['core', 'headless', 'electron', 'renderer'].flatMap((top) =>
    readdirSync(path.join(root, top), { recursive: true, encoding: 'utf8' })
      .map((name) => path.posix.join(top, name.replaceAll('\\', '/')))
      .filter((file) => /\.(tsx?|json)$/.test(file) && !file.includes('tsconfig') && !file.includes('/assembly/'))
      .sort(),
  );
}

/** All of them, in the order of the files; `key` is the file and the path of names to the sentence, once each. */
export function readWords() {
  return sourceFiles().flatMap((file) => {
    const source = readFileSync(path.join(root, file), 'utf8');
    return file.endsWith('.json') ? wordsOfProtocol(file, JSON.parse(source)) : wordsOf(file, source);
  });
}

function wordsOfProtocol(file, value, names = []) {
  if (typeof value !== 'object' || value === null) return [];
  if (typeof value.ja === 'string') return [{ key: `${file}#${names.join('.')}`, file, line: 1, en: value.en, ja: value.ja }];
  return Object.entries(value).flatMap(([name, part]) => wordsOfProtocol(file, part, [...names, name]));
}

export function wordsOf(file, source) {
  if (!japanese.test(source)) return [];
  const { program } = parseSync(file, source);
  const constants = constantsOf(program);
  const text = (node) => textOf(node, constants, source);
  const found = [];
  const taken = new Set();

  const note = (names, en, ja, node) => {
    if (!japanese.test(ja)) return;
    taken.add(node);
    found.push({ file, line: source.slice(0, node.start).split('\n').length, name: names.join('.'), en, ja });
  };

  visit(program, [], (node, names) => {
    if (node.type === 'ObjectExpression') {
      const parts = new Map(node.properties.flatMap((part) => (part.type === 'Property' ? [[nameOf(part.key), part.value]] : [])));
      for (const [name, value] of parts) {
        const other = name === 'ja' ? parts.get('en') : name.endsWith('Ja') ? parts.get(name.slice(0, -2)) : undefined;
        for (const [below, one, two] of pairsOf(other, value)) {
          const [en, ja] = [text(one), text(two)];
          if (en !== undefined && ja !== undefined) note([...names, ...(name === 'ja' ? below : [name.slice(0, -2)])], en, ja, two);
        }
      }
    }
    const args = node.type === 'CallExpression' ? node.arguments : node.type === 'ArrayExpression' ? node.elements : [];
    args.forEach((argument, i) => {
      const [en, ja] = [i === 0 ? undefined : text(args[i - 1]), text(argument)];
      if (node.type === 'ArrayExpression' && (args.length !== 2 || readers.test(file))) return;
      if (en !== undefined && ja !== undefined && !japanese.test(en)) note([...names, codeOf(args)].filter(Boolean), en, ja, argument);
    });
    if (node.type === 'ConditionalExpression') {
      const [one, other] = [text(node.consequent), text(node.alternate)];
      if (one === undefined || other === undefined) return;
      if (japanese.test(one) && !japanese.test(other)) note(names, other, one, node.consequent);
      if (japanese.test(other) && !japanese.test(one)) note(names, one, other, node.alternate);
    }
  });
  visit(program, [], (node, names) => {
    if (taken.has(node)) return 'stop';
    const ja = isText(node) ? text(node) : undefined;
    if (ja !== undefined && japanese.test(ja.replace('日本語', '')) && !readers.test(file)) note(names, undefined, ja, node);
  });
  return withKeys(found.filter(({ en }) => en !== undefined || !readers.test(file)));
}

/** Two trees of the same shape, `words.en` and `words.ja`, text by text. */
function pairsOf(one, two, names = []) {
  if (one === undefined || one === null || two === undefined || two === null) return [];
  if (isText(two)) return [[names, one, two]];
  if (one.type === 'ArrowFunctionExpression') return pairsOf(one.body, two.body, names);
  if (one.type === 'ArrayExpression') return one.elements.flatMap((part, i) => pairsOf(part, two.elements?.[i], [...names, i]));
  if (one.type !== 'ObjectExpression' || two.type !== 'ObjectExpression') return [];
  return one.properties.flatMap((part) => {
    const other = two.properties.find(({ key }) => nameOf(key) === nameOf(part.key));
    return pairsOf(part.value, other?.value, [...names, nameOf(part.key)]);
  });
}

const withKeys = (found) => {
  const seen = new Map();
  return found.map(({ name, ...rest }) => {
    const plain = `${rest.file}#${name}`;
    const count = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, count);
    return { key: count === 1 ? plain : `${plain}~${count}`, ...rest };
  });
};

/** Walks the tree with the names of the constants and properties above each node; a visitor that returns 'stop' is not led further down. */
function visit(node, names, see) {
  if (Array.isArray(node)) for (const part of node) visit(part, names, see);
  if (Array.isArray(node) || typeof node !== 'object' || node === null || node.type === undefined) return;
  if (see(node, names) === 'stop') return;
  const own =
    node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration'
      ? node.id?.name
      : node.type === 'Property'
        ? nameOf(node.key)
        : undefined;
  const below = own === undefined ? names : [...names, own];
  for (const part of Object.values(node)) if (typeof part === 'object') visit(part, below, see);
}

const nameOf = (key) => key?.name ?? String(key?.value ?? '');
const isText = (node) => (node?.type === 'Literal' && typeof node.value === 'string') || node?.type === 'TemplateLiteral';
/** The code that a refusal is made with. */
const codeOf = ([first]) =>
  first?.type === 'Literal' && typeof first.value === 'string' && /^[a-z][\w.-]*$/.test(first.value) ? first.value : '';

/** A literal's words; what is filled in stands as `{name}`, constants of the same file as their words. */
function textOf(node, constants, source) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'BinaryExpression' && node.operator === '+') {
    const [left, right] = [textOf(node.left, constants, source), textOf(node.right, constants, source)];
    return left === undefined || right === undefined ? undefined : left + right;
  }
  if (node?.type !== 'TemplateLiteral') return undefined;
  return node.quasis
    .map(({ value }, i) => {
      const filled = node.expressions[i];
      if (filled === undefined) return value.cooked;
      const written = source.slice(filled.start, filled.end);
      return value.cooked + (constants.get(written) ?? (japanese.test(written) ? '{…}' : `{${written}}`));
    })
    .join('');
}

/** Texts of constants, and of properties of constants, by how they are written. */
function constantsOf(program) {
  const constants = new Map();
  const put = (name, node) => {
    const bare = node?.type === 'TSAsExpression' || node?.type === 'TSSatisfiesExpression' ? node.expression : node;
    if (bare !== node) put(name, bare);
    else if (isText(bare)) constants.set(name, textOf(bare, constants, ''));
    else if (bare?.type === 'ObjectExpression')
      for (const part of bare.properties) if (part.type === 'Property') put(`${name}.${nameOf(part.key)}`, part.value);
  };
  for (const statement of program.body) {
    const declaration = statement.declaration ?? statement;
    if (declaration.type === 'VariableDeclaration') for (const { id, init } of declaration.declarations) put(id.name, init);
  }
  return constants;
}
