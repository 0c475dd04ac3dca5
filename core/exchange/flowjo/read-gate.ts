import { Problem } from '../../base/problem.ts';
import { type Gate, gateSchema } from '../../gating/gates/gates.ts';
import { attributeOf, childrenNamed, elementsOf, isElement, type XmlElement } from '../xml/tree.ts';
import { readerOf } from './gates/gate-forms.ts';
import type { Parameters } from './parameters.ts';

export interface ReadFlowjoGate {
  readonly dimensions: readonly string[];
  readonly gate: Gate;
}

/** Why a gate cannot be read, as the note says it. */
export type WhyUnread = 'gate-unreadable' | 'gate-scale-unreadable' | 'gate-number-unreadable';

/** The gate of a population, or why it cannot be read. */
export function readFlowjoGate(shape: XmlElement, parameters: Parameters): ReadFlowjoGate | WhyUnread {
  const element = withDecimalPoints(shape);
  const reader = readerOf(element.local);
  const drawn = reader && tryRead(() => reader.read(element));
  if (reader === undefined || drawn === undefined) return 'gate-unreadable';
  if (drawn === 'gate-number-unreadable') return drawn;
  const names = childrenNamed(element, 'dimension').map(parameterOf);
  const dimensions = names.map((name) => (name === undefined ? undefined : parameters.dimension(name, reader.drawing)));
  if (names.includes(undefined)) return 'gate-unreadable';
  if (dimensions.some((dimension) => dimension === undefined)) return 'gate-scale-unreadable';
  const isOutside = reader.hasOutside && attributeOf(element, 'eventsInside') === '0';
  const parsed = gateSchema.safeParse(isOutside ? { ...drawn, outside: true } : drawn);
  if (!parsed.success) return 'gate-unreadable';
  return { dimensions: dimensions.filter((dimension) => dimension !== undefined), gate: parsed.data };
}

function tryRead<T>(read: () => T): T | 'gate-number-unreadable' {
  try {
    return read();
  } catch (error) {
    if (error instanceof Problem) return 'gate-number-unreadable';
    throw error;
  }
}

/**
 * Programs in between write numbers as their country does. A comma before other than three digits is a decimal one; before three it might part
 * thousands, and stays, to be refused.
 */
const DECIMAL_COMMA = /^[+-]?\d+,(?:\d{1,2}|\d{4,})(?:[eE][+-]?\d+)?$/;

const withDecimalPoints = (element: XmlElement): XmlElement => ({
  ...element,
  attributes: element.attributes.map((attribute) => {
    const isNumber = ['min', 'max', 'value'].includes(attribute.local) && DECIMAL_COMMA.test(attribute.value.trim());
    return isNumber ? { ...attribute, value: attribute.value.replace(',', '.') } : attribute;
  }),
  children: element.children.map((child) => (isElement(child) ? withDecimalPoints(child) : child)),
});

const parameterOf = (dimension: XmlElement): string | undefined => {
  const named = elementsOf(dimension).find(({ local }) => local === 'fcs-dimension' || local === 'parameter');
  return named === undefined ? undefined : attributeOf(named, 'name');
};
