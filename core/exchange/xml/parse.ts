import { SaxesParser, type SaxesTagNS } from 'saxes';
import { Problem } from '../../base/problem.ts';
import { namespaces } from './known-namespaces.ts';
import type { XmlAttribute, XmlElement } from './tree.ts';

/** A hostile document is refused before it costs memory or time. */
const limits = { depth: 2_000, elements: 20_000_000 } as const;

interface OpenElement {
  readonly tag: SaxesTagNS;
  readonly line: number;
  readonly children: (XmlElement | string)[];
}

/** Prefixes that a document of a kind may use without saying what they stand for, by the start of its root element. */
const undeclared: readonly { readonly root: RegExp; readonly prefixes: { readonly [prefix: string]: string } }[] = [
  // FlowJo's own copies of a workspace leave the declarations out
  { root: /<Workspace[\s>]/, prefixes: namespaces },
];

/**
 * A document as a tree. No entity but the five of XML is known, and none can be declared: a document type with declarations is refused.
 * Throws `xml-invalid`, `xml-entities` or `xml-too-large`, each with its line.
 */
export function parseXml(text: string): XmlElement {
  const assumed = undeclared.find(({ root: start }) => start.test(text.slice(0, 4_000)));
  const parser = new SaxesParser({ xmlns: true, position: true, additionalNamespaces: { ...assumed?.prefixes } });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  let startLine = 1;

  parser.on('error', (error) => {
    throw invalid(error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, ''), parser.line);
  });
  parser.on('doctype', (declaration) => {
    if (/[[\]]|<!/.test(declaration)) throw declaresEntities(parser.line);
  });
  parser.on('opentagstart', () => {
    startLine = parser.line;
  });
  parser.on('opentag', (tag) => {
    elements++;
    if (open.length >= limits.depth || elements > limits.elements) throw tooLarge(parser.line);
    open.push({ tag, line: startLine, children: [] });
  });
  parser.on('text', (found) => open.at(-1)?.children.push(found));
  parser.on('cdata', (found) => open.at(-1)?.children.push(found));
  parser.on('closetag', () => {
    const done = close(open.pop());
    const parent = open.at(-1);
    if (parent === undefined) root = done;
    else parent.children.push(done);
  });
  parser.write(readable(text)).close();
  if (root === undefined) throw invalid('no element', 1);
  return root;
}

/** Control characters that XML 1.0 has no place for, by themselves or by number: FlowJo copies them from keywords. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const numbered = /&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));/g;

/** The text without its byte order mark; what no XML document can hold is replaced, so that the rest is read. */
const readable = (text: string): string =>
  (text.startsWith('\ufeff') ? text.slice(1) : text).replace(controls, '\ufffd').replace(numbered, '\ufffd');

function close(open: OpenElement | undefined): XmlElement {
  if (open === undefined) throw new Error('an element closes that never opened');
  const { tag, line, children } = open;
  const hasElements = children.some((child) => typeof child !== 'string');
  return {
    name: tag.name,
    local: tag.local,
    uri: tag.uri,
    attributes: Object.values(tag.attributes).map(({ name, local, uri, value }): XmlAttribute => ({ name, local, uri, value })),
    // white space between elements is layout, not content
    children: hasElements ? children.filter((child) => typeof child !== 'string' || child.trim() !== '') : children,
    line,
  };
}

const invalid = (why: string, line: number): Problem =>
  new Problem(
    'xml-invalid',
    { en: 'Not a valid XML document: {why} (line {line}).', ja: 'XML文書が正しくありません: {why}({line}行目)。' },
    { why, line },
    { line },
  );

const declaresEntities = (line: number): Problem =>
  new Problem(
    'xml-entities',
    {
      en: 'The XML document declares entities or a document type of its own (line {line}); such documents are not read.',
      ja: 'エンティティ宣言または文書型を含むXML文書です({line}行目)。安全のため読み込みません。',
    },
    { line },
    { line },
  );

const tooLarge = (line: number): Problem =>
  new Problem(
    'xml-too-large',
    {
      en: 'The XML document has too many or too deeply nested elements (line {line}).',
      ja: 'XML文書の要素が多すぎるか、入れ子が深すぎます({line}行目)。',
    },
    { line },
    { line },
  );
