import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve('renderer');
const sheets = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.css') && !file.endsWith('tokens.css'),
);

it('finds the style sheets', () => expect(sheets.length).toBeGreaterThan(15));

it.each(sheets)('%s takes its colours from the tokens', (file) => {
  expect(readFileSync(path.join(root, file), 'utf8').match(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi)).toBeNull();
});
