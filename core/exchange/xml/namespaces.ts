import { isElement, type XmlAttribute, type XmlElement } from './tree.ts';

/** Declarations for every prefix that these elements use and that is not among `known`, so that kept elements can be read again. */
export function prefixesOf(elements: readonly XmlElement[], known: ReadonlySet<string>): readonly XmlAttribute[] {
  const found = new Map<string, string>();
  const note = (name: string, uri: string): void => {
    const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
    if (prefix !== '' && prefix !== 'xml' && prefix !== 'xmlns' && uri !== '' && !known.has(prefix)) found.set(prefix, uri);
  };
  const visit = (element: XmlElement): void => {
    note(element.name, element.uri);
    for (const { name, uri } of element.attributes) note(name, uri);
    for (const child of element.children) if (isElement(child)) visit(child);
  };
  for (const element of elements) visit(element);
  return [...found].map(([prefix, uri]) => ({ name: `xmlns:${prefix}`, local: prefix, uri: '', value: uri }));
}

/** An element with a namespace and no prefix says so itself, wherever it is put. */
export function withOwnNamespace(element: XmlElement): XmlElement {
  if (element.name.includes(':') || element.uri === '' || element.attributes.some(({ name }) => name === 'xmlns')) return element;
  return { ...element, attributes: [{ name: 'xmlns', local: 'xmlns', uri: '', value: element.uri }, ...element.attributes] };
}
