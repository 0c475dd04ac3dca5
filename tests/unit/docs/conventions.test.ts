import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const rows = [
  ...readFileSync(path.join(root, 'docs', 'conventions.md'), 'utf8').matchAll(/^\| (\d+) \| (.+?) \| (yes|partly|no) \| (.*?) ?\|$/gm),
].map(([, number, line, state, shown]) => ({ number: Number(number), line, state, shown: shown ?? '' }));

describe('what a FlowJo user expects', () => {
  it('is answered line by line', () => expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 46 }, (_, i) => i + 1)));

  it('is shown by tests and folders that exist, or says what is wanting', () => {
    for (const { number, state, shown } of rows) {
      const tests = shown.match(/[\w-]+\.test\.ts/g) ?? [];
      const places = [...shown.matchAll(/`(tests\/[^`]+)`/g)].map(([, place]) => place!);
      for (const file of tests) expect(existsSync(path.join(root, 'tests', 'e2e', 'window', file)), `${number}: ${file}`).toBe(true);
      for (const place of places) expect(existsSync(path.join(root, place)), `${number}: ${place}`).toBe(true);
      if (state === 'yes') expect(shown, `${number}`).not.toBe('');
    }
  });
});
