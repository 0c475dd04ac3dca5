/** An element of a document: names as written, namespaces resolved. Plain data, so that what is not modelled can be kept and written again. */
export interface XmlElement {
  /** With its prefix, as written. */
  readonly name: string;
  readonly local: string;
  /** Namespace; '' where there is none. */
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly (XmlElement | string)[];
  /** Of the document, from 1; 0 for an element that was made here. */
  readonly line: number;
}

export interface XmlAttribute {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly value: string;
}

export const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string';

export const elementsOf = (element: XmlElement): readonly XmlElement[] => element.children.filter(isElement);

/** Child elements by local name: writers disagree about prefixes, and some leave the namespace out. */
export const childrenNamed = (element: XmlElement, ...locals: readonly string[]): readonly XmlElement[] =>
  elementsOf(element).filter(({ local }) => locals.includes(local));

export const childNamed = (element: XmlElement | undefined, local: string): XmlElement | undefined =>
  element === undefined ? undefined : elementsOf(element).find((child) => child.local === local);

export const textOf = (element: XmlElement): string => element.children.map((child) => (isElement(child) ? textOf(child) : child)).join('');

/** The value of an attribute by local name, whatever its namespace. */
export const attributeOf = (element: XmlElement, local: string): string | undefined =>
  element.attributes.find((attribute) => attribute.local === local)?.value;

/** An element made here; prefixed names are taken to be declared further up. */
export function element(
  name: string,
  attributes: { readonly [name: string]: string | number | undefined } = {},
  children: readonly (XmlElement | string)[] = [],
): XmlElement {
  return {
    name,
    local: localOf(name),
    uri: '',
    attributes: Object.entries(attributes).flatMap(([key, value]) =>
      value === undefined ? [] : [{ name: key, local: localOf(key), uri: '', value: String(value) }],
    ),
    children,
    line: 0,
  };
}

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);
