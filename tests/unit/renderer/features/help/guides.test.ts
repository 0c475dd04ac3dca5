import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../../../core/base/message.ts';
import { commandIds, declarationOf } from '../../../../../core/contract/commands.ts';
import { declaredMenus } from '../../../../../core/contract/menus.ts';
import { guidePage } from '../../../../../renderer/features/help/guide-page.ts';
import { guideIndex, searchGuides, termsOf } from '../../../../../renderer/features/help/guide-search.ts';
import { guidesIn } from '../../../../../renderer/features/help/guides.ts';

const root = path.resolve(import.meta.dirname, '../../../../..');

describe.each(languages)('the guides in %s', (language) => {
  const pages = guidesIn(language);
  const index = guideIndex(pages);
  const found = (asked: string) => searchGuides(index, asked).map(({ page, section }) => `${page.name}#${section.title}`);

  it('are all there, each with a title, in both languages', () => {
    const written = readdirSync(path.join(root, 'docs', language));
    expect(pages.map(({ name }) => `${name}.md`).sort()).toEqual([...written, 'findings.md', 'keys.md'].sort());
    expect(pages.map(({ name }) => name).sort()).toEqual(
      guidesIn(language === 'en' ? 'ja' : 'en')
        .map(({ name }) => name)
        .sort(),
    );
    for (const { name, title } of pages) expect(title).not.toBe(name);
  });

  it('have each heading once a page, so that a link to it is clear', () => {
    for (const { name, sections } of pages) {
      const anchors = sections.map(({ anchor }) => anchor);
      expect(anchors.filter((anchor, i) => anchors.indexOf(anchor) !== i || anchor === '').map((anchor) => `${name}#${anchor}`)).toEqual(
        [],
      );
    }
  });

  it('are found by every word that they hold', () => {
    const { page, section } = index.find(({ page: one }) => one.name === 'compensation')!;
    expect(found(section.title)[0]).toBe(`${page.name}#${section.title}`);
    const words = fc.constantFrom(...index.filter(({ text }) => text.length > 40));
    fc.assert(
      fc.property(words, fc.nat(30), ({ section: one }, from) => {
        const asked = one.text.slice(from, from + 12);
        fc.pre(termsOf(asked).length > 1);
        expect(searchGuides(index, asked).length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

it('search finds Japanese by pairs of characters, English by words, and nothing of what is nowhere said', () => {
  expect(termsOf('蛍光補正のFMO control')).toEqual(['蛍光', '光補', '補正', '正の', 'fmo', 'control']);
  const index = guideIndex([
    guidePage('a', '# 蛍光補正\n\n漏れ込み行列を用います。\n\n## Gates\n\nA *gate* in `code`.\n\n| a | b |\n|---|---|\n| FMO | 対照 |'),
  ]);
  const titles = (asked: string) => searchGuides(index, asked).map(({ section }) => section.title);
  expect(titles('漏れ込みの行列')).toEqual(['蛍光補正']);
  expect(titles('ＦＭＯ')).toEqual(['Gates']);
  expect(titles('gat')).toEqual(['Gates']);
  expect(titles('台帳')).toEqual([]);
  expect(titles('  ')).toEqual([]);
});

it('every link between documents leads to a page, and to a heading of it', () => {
  const anchorsOf = (file: string) => guidePage('', readFileSync(file, 'utf8')).sections.map(({ anchor }) => anchor);
  const files = [
    'README.md',
    ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => path.join('docs', name)),
  ];
  const lost = files
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) =>
      [...readFileSync(path.join(root, name), 'utf8').matchAll(/\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)/g)].flatMap(
        ([, target = '', anchor = '']) => {
          const file = target === '' ? path.join(root, name) : path.join(root, path.dirname(name), target);
          return anchorsOf(file).includes(decodeURI(anchor)) ? [] : [`${name}: ${target}#${anchor}`];
        },
      ),
    );
  expect(lost).toEqual([]);
});

it('the page of keys has every command, as the system writes its keys', () => {
  const keys = guidesIn('en', true).find(({ name }) => name === 'keys')!;
  const text = keys.sections.map((section) => section.text).join('\n');
  for (const id of commandIds) {
    const { words, keys: own = [] } = declarationOf(id);
    if (Object.values(declaredMenus).some(({ groups }) => groups.flat().includes(id))) expect(text).toContain(words.en);
    if (own[0] === 'mod+o') expect(text).toContain('⌘O');
  }
});
