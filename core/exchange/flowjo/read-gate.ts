import { type Gate, gateSchema } from '../../gating/gates/gates.ts';
import { attributeOf, childrenNamed, elementsOf, type XmlElement } from '../xml/tree.ts';
import { readerOf } from './gates/gate-forms.ts';
import type { Parameters } from './parameters.ts';

export interface ReadFlowjoGate {
  readonly dimensions: readonly string[];
  readonly gate: Gate;
}

/** The gate of a population; undefined for a kind, or on a scale, that is not known. */
export function readFlowjoGate(element: XmlElement, parameters: Parameters): ReadFlowjoGate | undefined {
  const reader = readerOf(element.local);
  const drawn = reader?.read(element);
  if (reader === undefined || drawn === undefined) return undefined;
  const names = childrenNamed(element, 'dimension').map(parameterOf);
  const dimensions = names.map((name) => (name === undefined ? undefined : parameters.dimension(name, reader.drawing)));
  if (dimensions.some((dimension) => dimension === undefined)) return undefined;
  const isOutside = reader.hasOutside && attributeOf(element, 'eventsInside') === '0';
  const parsed = gateSchema.safeParse(isOutside ? { ...drawn, outside: true } : drawn);
  if (!parsed.success) return undefined;
  return { dimensions: dimensions.filter((dimension) => dimension !== undefined), gate: parsed.data };
}

const parameterOf = (dimension: XmlElement): string | undefined => {
  const named = elementsOf(dimension).find(({ local }) => local === 'fcs-dimension' || local === 'parameter');
  return named === undefined ? undefined : attributeOf(named, 'name');
};
