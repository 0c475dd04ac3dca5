import type { Token, Tokens } from 'marked';
import { Fragment, type ReactNode } from 'react';

interface GuideLinks {
  /** Whether an address is one of the guides'. */
  readonly holds: (address: string) => boolean;
  readonly go: (address: string) => void;
}

interface GuideTextProps extends GuideLinks {
  readonly tokens: readonly Token[];
}

/** What a guide says. Links lead to other guides; addresses outside them stay words, since the window opens nothing else. */
export function GuideText({ tokens, ...links }: GuideTextProps): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a text that never changes
  return tokens.map((token, i) => <Fragment key={i}>{elementOf(token as Tokens.Generic, links)}</Fragment>);
}

function elementOf(token: Tokens.Generic, links: GuideLinks): ReactNode {
  const below = token.tokens === undefined ? wordsOf(token.text ?? '') : <GuideText tokens={token.tokens} {...links} />;
  switch (token.type) {
    case 'paragraph':
      return <p>{below}</p>;
    case 'strong':
      return <strong>{below}</strong>;
    case 'em':
      return <em>{below}</em>;
    case 'codespan':
      return <code>{wordsOf(token.text)}</code>;
    case 'code':
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      );
    case 'blockquote':
      return <blockquote>{below}</blockquote>;
    case 'br':
      return <br />;
    case 'link':
      return links.holds(token['href']) ? (
        <button type="button" className="guide-link" onClick={() => links.go(token['href'])}>
          {below}
        </button>
      ) : (
        below
      );
    case 'list':
      return listOf(token as Tokens.List, links);
    case 'table':
      return tableOf(token as Tokens.Table, links);
    case 'image':
    case 'html':
    case 'space':
    case 'hr':
      return null;
    default:
      return below;
  }
}

const entities: { readonly [name: string]: string } = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'" };
/** Lines that end in Japanese go on without a space. */
const japaneseBreak =
  /(?<=[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}。、])\n\s*(?=[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}「])/gu;
const wordsOf = (text: string): string =>
  text.replace(japaneseBreak, '').replace(/&(lt|gt|amp|quot|#39);/g, (entity) => entities[entity] ?? entity);

function listOf({ ordered, start, items }: Tokens.List, links: GuideLinks) {
  const lines = items.map((item, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text that never changes
    <li key={i}>
      <GuideText tokens={item.tokens} {...links} />
    </li>
  ));
  return ordered ? <ol start={start === '' ? 1 : start}>{lines}</ol> : <ul>{lines}</ul>;
}

function tableOf({ header, rows }: Tokens.Table, links: GuideLinks) {
  return (
    <table className="guide-table">
      <thead>
        <tr>
          {header.map((cell, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a text that never changes
            <th key={i} scope="col">
              <GuideText tokens={cell.tokens} {...links} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text that never changes
          <tr key={i}>
            {row.map((cell, j) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a text that never changes
              <td key={j}>
                <GuideText tokens={cell.tokens} {...links} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
