import { marked, type Token, type Tokens } from 'marked';
import { slugOf } from './slug.ts';

/** A heading with what stands below it, down to the next one. */
export interface GuideSection {
  readonly anchor: string;
  readonly title: string;
  readonly depth: number;
  readonly tokens: readonly Token[];
  /** What is searched. */
  readonly text: string;
}

export interface GuidePage {
  readonly name: string;
  readonly title: string;
  readonly sections: readonly GuideSection[];
}

/** The line that leads to the same guide in the other language: the window shows the one that is chosen. */
const otherLanguage = /^\[(日本語|English)\]\(\S+\)\s*$/;

/** A guide as it is written, cut at its headings. */
export function guidePage(name: string, markdown: string): GuidePage {
  const sections: { anchor: string; title: string; depth: number; tokens: Token[]; text: string }[] = [];
  for (const token of marked.lexer(markdown)) {
    if (token.type === 'heading') {
      const title = plainText([token]);
      sections.push({ anchor: slugOf(title), title, depth: (token as Tokens.Heading).depth, tokens: [], text: '' });
    } else if (token.type !== 'space' && !otherLanguage.test(token.raw)) {
      const section = sections.at(-1);
      section?.tokens.push(token);
      if (section !== undefined) section.text += `${plainText([token])}\n`;
    }
  }
  return { name, title: sections[0]?.title ?? name, sections };
}

/** The words of tokens, without their marks. */
function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token): string => {
      if (token.type === 'table') {
        const { header, rows } = token as Tokens.Table;
        return [header, ...rows].map((row) => row.map((cell) => plainText(cell.tokens)).join(' ')).join('\n');
      }
      if (token.type === 'list') return (token as Tokens.List).items.map((item) => plainText(item.tokens)).join('\n');
      const { tokens: below, text = '' } = token as Tokens.Generic;
      return below === undefined ? text : plainText(below);
    })
    .join('');
}
