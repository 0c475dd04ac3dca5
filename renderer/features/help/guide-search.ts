import type { GuidePage, GuideSection } from './guide-page.ts';

export interface GuideHit {
  readonly page: GuidePage;
  readonly section: GuideSection;
  /** The words around the place. */
  readonly excerpt: string;
}

const LEAST_SHARE = 0.6;
const MOST_HITS = 30;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Words of alphabets as they are, Japanese in pairs of characters, since it has no spaces to cut it at. */
export function termsOf(text: string): readonly string[] {
  const runs = plain(text).match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]+|[\p{L}\p{N}]+/gu) ?? [];
  return runs.flatMap((run) =>
    /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(run) && run.length > 1
      ? Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2))
      : [run],
  );
}

export type GuideIndex = readonly {
  readonly page: GuidePage;
  readonly section: GuideSection;
  readonly title: string;
  readonly text: string;
}[];

export const guideIndex = (pages: readonly GuidePage[]): GuideIndex =>
  pages.flatMap((page) =>
    page.sections.map((section) => ({ page, section, title: plain(`${page.title} ${section.title}`), text: plain(section.text) })),
  );

/** Sections that hold most of what is asked for, the best first: rare words count more, those of headings most. */
export function searchGuides(index: GuideIndex, asked: string): readonly GuideHit[] {
  const terms = [...new Set(termsOf(asked))];
  if (terms.length === 0) return [];
  const weights = terms.map((term) => {
    const held = index.filter(({ title, text }) => title.includes(term) || text.includes(term)).length;
    return held === 0 ? 0 : Math.log(1 + index.length / held);
  });
  const whole = plain(asked.trim());
  return index
    .flatMap(({ page, section, title, text }) => {
      const found = terms.filter((term) => title.includes(term) || text.includes(term));
      if (found.length < LEAST_SHARE * terms.length) return [];
      const score = terms.reduce((sum, term, i) => sum + weights[i]! * (title.includes(term) ? 3 : text.includes(term) ? 1 : 0), 0);
      const exact = title.includes(whole) ? 8 : text.includes(whole) ? 4 : 0;
      return [{ score: score + exact, hit: { page, section, excerpt: excerptOf(section.text, [whole, ...found]) } }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_HITS)
    .map(({ hit }) => hit);
}

function excerptOf(text: string, wanted: readonly string[]): string {
  const low = plain(text);
  const at = wanted.map((term) => low.indexOf(term)).find((place) => place >= 0) ?? 0;
  const from = Math.max(0, at - 20);
  return `${from > 0 ? '…' : ''}${text.slice(from, at + 80).replace(/\s+/g, ' ')}…`;
}
