import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';

const root = path.resolve('renderer');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
const spoken = new Set(['title', 'alt', 'label', 'placeholder', 'aria-label', 'aria-description', 'hint']);
const hasWord = (text: unknown): text is string => typeof text === 'string' && /\p{L}/u.test(text);

/** Every text in JSX that a person would read and that is written there instead of in the catalogue. */
function bareTexts(file: string, source: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (Array.isArray(node) || typeof node !== 'object' || node === null || !('type' in node)) return;
    const { type, value, name, children } = node as { type: string; value?: unknown; name?: { name?: unknown }; children?: unknown };
    if (type === 'JSXText' && hasWord(value)) found.push(value.trim());
    if (type === 'JSXAttribute' && spoken.has(String(name?.name))) found.push(...literals(value));
    if (type === 'JSXElement' || type === 'JSXFragment')
      for (const child of children as unknown[]) if (isContainer(child)) found.push(...literals(child));
    Object.values(node).forEach(visit);
  };
  visit(parseSync(file, source).program);
  return found;
}

const isContainer = (node: unknown): boolean => (node as { type?: string }).type === 'JSXExpressionContainer';

/** Words said as they stand: a literal, or one of two behind a condition. */
function literals(node: unknown): readonly string[] {
  const { type, value, expression, consequent, alternate, right, quasis } = (node ?? {}) as { readonly [key: string]: unknown };
  if (type === 'Literal') return hasWord(value) ? [value] : [];
  if (type === 'JSXExpressionContainer') return literals(expression);
  if (type === 'ConditionalExpression') return [...literals(consequent), ...literals(alternate)];
  if (type === 'LogicalExpression') return literals(right);
  if (type === 'TemplateLiteral') return (quasis as { value: { cooked: string } }[]).map((quasi) => quasi.value.cooked).filter(hasWord);
  return [];
}

it('sees bare texts', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text
  const source = 'const x = <p title="a">b{c ? "d" : e}{`f${g}`} · <i label={h && "i"} hint={1} className="j"/></p>;';
  expect([...new Set(bareTexts('x.tsx', source))].sort()).toEqual(['a', 'b', 'd', 'f', 'i']);
});

it('finds the components', () => expect(sources.length).toBeGreaterThan(30));

it.each(sources)('%s says nothing that is not in the catalogue', (file) => {
  expect(bareTexts(file, readFileSync(path.join(root, file), 'utf8'))).toEqual([]);
});
