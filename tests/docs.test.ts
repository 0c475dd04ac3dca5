import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const pages = [
  // a changelog names what is gone too
  ...readdirSync(root).filter((name) => name.endsWith('.md') && name !== 'CHANGELOG.md'),
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join('docs', name)),
];
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** Every match's first group, with the page that it stands on. */
const found = (pattern: RegExp) =>
  pages.flatMap((page) => [...readFileSync(path.join(root, page), 'utf8').matchAll(pattern)].map(([, match = '']) => ({ page, match })));

describe('what the pages point at is there', () => {
  it('finds pages', () => expect(pages.length).toBeGreaterThan(25));

  it('folders and files of the project', () => {
    const named = found(/(?<![\w/.])((?:core|headless|electron|renderer|benchmark|tests|scripts|docs|test-data)\/[\w./-]*\w)/g);
    expect(named.length).toBeGreaterThan(150);
    // what a newcomer is told to write is not there yet
    const written = named.filter(({ match }) => !match.startsWith('core/gating/gates/triangle/'));
    expect(written.filter(({ match }) => !existsSync(path.join(root, match)))).toEqual([]);
  });

  it('links', () => {
    const links = found(/\]\((?!https?:)([^)#\s]+)[^)]*\)/g);
    expect(links.filter(({ page, match }) => !existsSync(path.join(root, path.dirname(page), match)))).toEqual([]);
  });

  it('commands', () => {
    const commands = found(/\bnpm run (?:-s )?([\w:]+)/g);
    expect(commands.filter(({ match }) => !Object.hasOwn(scripts, match))).toEqual([]);
  });
});
