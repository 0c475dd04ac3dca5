import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packageCollector, packagesIn, writeNotices } from '../../../scripts/third-party.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-notices-'));
const modules = path.join(folder, 'node_modules');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function addPackage(name: string, license: string | undefined, text?: string): string {
  const place = path.join(modules, name);
  mkdirSync(place, { recursive: true });
  writeFileSync(path.join(place, 'package.json'), JSON.stringify({ name, version: '1.0.0', license, author: 'A. Author' }));
  if (text !== undefined) writeFileSync(path.join(place, 'LICENSE'), text);
  return place;
}

describe('notices of third parties', () => {
  it('hold every package that is bundled or copied, with the text of its licence', () => {
    const font = addPackage('@fonts/noto', 'OFL-1.1', 'SIL OPEN FONT LICENSE');
    addPackage('tiny', 'MIT');
    const { folders, note } = packageCollector();
    note(`${font}/400/a.ttf?url`);
    note('\0virtual');
    expect([...folders]).toEqual([font]);
    const file = path.join(folder, 'NOTICES.txt');
    expect(writeNotices([...folders, ...packagesIn(modules)], file, root)).toBe(2);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('SIL OPEN FONT LICENSE');
    expect(text).toMatch(/tiny 1\.0\.0[\s\S]*Copyright A\. Author[\s\S]*Permission is hereby granted/);
  });

  it('are not made where a text is missing', () => {
    const place = addPackage('untold', 'WEIRD-1.0');
    expect(() => writeNotices([place], path.join(folder, 'n.txt'), root)).toThrow('untold 1.0.0 (WEIRD-1.0) has no text of its licence');
  });
});
