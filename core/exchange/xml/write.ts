import { isElement, type XmlElement } from './tree.ts';

/** The document as text, indented by two; elements without content close themselves. Reading it gives the same tree, lines aside. */
export const writeXml = (root: XmlElement): string => `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(root, '')}`;

function writeElement({ name, attributes, children }: XmlElement, indent: string): string {
  const head = `${indent}<${name}${attributes.map((attribute) => ` ${attribute.name}="${escapeAttribute(attribute.value)}"`).join('')}`;
  if (children.length === 0) return `${head}/>\n`;
  if (children.every(isElement))
    return `${head}>\n${children.map((child) => writeElement(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
  const content = children.map((child) => (isElement(child) ? writeElement(child, '').trimEnd() : escapeText(child))).join('');
  return `${head}>${content}</${name}>\n`;
}

const escapeText = (text: string): string =>
  clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');

const escapeAttribute = (text: string): string =>
  escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

/** XML 1.0 has no way to write these characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const clean = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
