import type * as z from 'zod';
import { whyUnfit } from '../../base/json-document.ts';
import type { Sentence } from '../../base/message.ts';
import { Problem } from '../../base/problem.ts';
import { attributeOf, childNamed, type XmlElement } from './tree.ts';

/** A number as XML Schema writes one; `INF` and `-INF` are numbers there too. Throws `xml-number` with the line. */
export function readNumber(text: string, at: XmlElement, what: string): number {
  const written = text.trim();
  if (/^[+-]?INF(INITY)?$/i.test(written)) return written.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  // digits beyond doubles are no infinity
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(written) && Number.isFinite(Number(written))) return Number(written);
  throw refuseXml('xml-number', at, { what, text: written.slice(0, 40) });
}

export function numberAttribute(element: XmlElement, local: string): number | undefined {
  const text = attributeOf(element, local);
  return text === undefined ? undefined : readNumber(text, element, local);
}

function requireNumber(element: XmlElement, local: string): number {
  return numberAttribute(element, local) ?? refuse('xml-attribute-missing', element, { attribute: local, element: element.local });
}

/** A finite number. */
export function requireFinite(element: XmlElement, local: string): number {
  const value = requireNumber(element, local);
  return Number.isFinite(value) ? value : refuse('xml-number', element, { what: local, text: String(value) });
}

export function requireAttribute(element: XmlElement, local: string): string {
  const text = attributeOf(element, local);
  return text === undefined || text === '' ? refuse('xml-attribute-missing', element, { attribute: local, element: element.local }) : text;
}

export const requireChild = (element: XmlElement, local: string): XmlElement =>
  childNamed(element, local) ?? refuse('xml-child-missing', element, { child: local, element: element.local });

export function readBoolean(text: string | undefined): boolean {
  return text !== undefined && /^(true|1)$/i.test(text.trim());
}

const sentences = {
  'xml-number': { en: 'Line {line}: {what} is not a number ("{text}").', ja: '{line}行目: {what}が数値ではありません(「{text}」)。' },
  'xml-attribute-missing': {
    en: 'Line {line}: {element} lacks its attribute {attribute}.',
    ja: '{line}行目: {element}に属性{attribute}がありません。',
  },
  'xml-child-missing': { en: 'Line {line}: {element} lacks its {child}.', ja: '{line}行目: {element}に{child}がありません。' },
  'xml-value': { en: 'Line {line}: {element}: {why}.', ja: '{line}行目: {element}: {whyJa}。' },
  'gatingml-not': {
    en: 'Line {line}: not a Gating-ML 2.0 document (its root is "{element}").',
    ja: '{line}行目: Gating-ML 2.0文書ではありません(ルート要素「{element}」)。',
  },
  'gatingml-element': {
    en: 'Line {line}: Gating-ML 2.0 has no element "{element}" in this place.',
    ja: '{line}行目: この位置の要素「{element}」はGating-ML 2.0にありません。',
  },
  'gatingml-attribute': {
    en: 'Line {line}: Gating-ML 2.0 has no attribute "{attribute}" on {element}.',
    ja: '{line}行目: {element}の属性「{attribute}」はGating-ML 2.0にありません。',
  },
  'gatingml-reference': {
    en: 'Line {line}: "{name}" is not defined in this document.',
    ja: '{line}行目: 「{name}」はこの文書で定義されていません。',
  },
  'gatingml-id-taken': { en: 'Line {line}: the id "{name}" stands twice.', ja: '{line}行目: ID「{name}」が重複しています。' },
  'gatingml-circular': {
    en: 'Line {line}: the gate "{name}" depends on itself.',
    ja: '{line}行目: ゲート「{name}」が自分自身に依存しています。',
  },
  'flowjo-not': {
    en: 'Line {line}: not a FlowJo 10 workspace (its root is "{element}").',
    ja: '{line}行目: FlowJo 10のワークスペースではありません(ルート要素「{element}」)。',
  },
} as const;

export type XmlProblemCode = keyof typeof sentences;

/** A problem at an element, with its line. */
const refuseXml = (code: XmlProblemCode, at: XmlElement, values: { readonly [name: string]: string | number }): Problem =>
  new Problem(code, sentences[code], { line: at.line, ...values }, { line: at.line });

export function refuse(code: XmlProblemCode, at: XmlElement, values: { readonly [name: string]: string | number }): never {
  throw refuseXml(code, at, values);
}

/** Refuses what an element holds, in a clause of each language. */
export const refuseValue = (at: XmlElement, why: Sentence, element = at.local): never =>
  refuse('xml-value', at, { element, why: why.en, whyJa: why.ja });

/** What a schema does not take at an element. */
export const refuseInvalid = (at: XmlElement, error: z.ZodError, read: unknown): never => refuseValue(at, whyUnfit(error, read));
