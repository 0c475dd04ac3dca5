import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root, runCli } from './run-cli.ts';

/* What the guides and the READMEs tell a person to type. */

const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-guides-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pages = ['README.md', 'README.ja.md', ...['en', 'ja'].flatMap((language) => pagesOf(path.join('docs', language)))];
const told = [
  ...new Set(
    pages.flatMap((page) =>
      [...readFileSync(path.join(root, page), 'utf8').matchAll(/(?:^|`)(?:npm run -s lymphoscope --|lymphoscope) ([a-z-][^`\n]*)/gm)].map(
        ([, line = '']) => line.replace(/\s+#.*$/, '').trim(),
      ),
    ),
  ),
];

function pagesOf(place: string): readonly string[] {
  return readdirSync(path.join(root, place)).map((name) => path.join(place, name));
}

const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');

const helps = new Map<string, string>();
function helpOf(command: readonly string[]): string {
  const key = command.join(' ');
  const known = helps.get(key) ?? runCli([...command, '--help']).out;
  helps.set(key, known);
  return known;
}

/** `archive import` of `archive import --archive …`. */
function commandOf(words: readonly string[]): readonly string[] {
  const command: string[] = [];
  for (const word of words) {
    if (!new RegExp(`^  ${word.replace(/[^\w-]/g, '.')}( |$)`, 'm').test(helpOf(command).split('\nCommands:')[1] ?? '')) return command;
    command.push(word);
  }
  return command;
}

it('finds commands in every language', () => expect(told.length).toBeGreaterThan(40));

it.each(told)('%s has a command and options that exist', (line) => {
  const words = wordsOf(line);
  if (words[0]?.startsWith('-')) return expect(helpOf([])).toContain(words[0]);
  const command = commandOf(words);
  expect(command.length, line).toBeGreaterThan(0);
  const options = words.slice(command.length).filter((word) => /^--\w/.test(word));
  // a command takes the options of those above it
  const help = command.map((_, i) => helpOf(command.slice(0, i + 1))).join('\n');
  expect(options.filter((option) => !help.includes(option))).toEqual([]);
});

it.each(told.filter((line) => line.includes('test-data/samples/') && !line.includes('…')))('%s does what it says', (line) => {
  const words = wordsOf(line).map((word, i, all) =>
    all[i - 1] === '--out' || all[i - 1] === '--record' ? path.join(folder, path.basename(word)) : word,
  );
  const { code, err } = runCli(words, { cwd: root });
  expect(err).not.toMatch(/error:/);
  expect(code).toBe(0);
});
