import { elementsOf, type XmlElement } from '../xml/tree.ts';
import { refuse } from '../xml/values.ts';
import { isInfo } from './gates/info.ts';

const gates = ['RectangleGate', 'PolygonGate', 'EllipsoidGate', 'QuadrantGate', 'BooleanGate'];

/** Where the standard has each attribute that decides which events a gate holds. Elsewhere it would be passed over, and the events be others. */
const places: { readonly [attribute: string]: (element: XmlElement, parent: XmlElement) => boolean } = {
  min: ({ local }, parent) => local === 'dimension' && parent.local === 'RectangleGate',
  max: ({ local }, parent) => local === 'dimension' && parent.local === 'RectangleGate',
  boundMin: ({ local }) => local === 'transformation',
  boundMax: ({ local }) => local === 'transformation',
  parent_id: ({ local }) => gates.includes(local),
  'compensation-ref': ({ local }) => local === 'dimension' || local === 'divider',
  'transformation-ref': ({ local }) => ['dimension', 'divider', 'new-dimension'].includes(local),
  'use-as-complement': ({ local }) => local === 'gateReference',
  'matrix-inverted-already': ({ local }) => local === 'spectrumMatrix',
};

/** Refuses an attribute that decides, in a place where the standard has none of its name; what others add of their own is let be. */
export function checkPlaces(element: XmlElement, parent: XmlElement): void {
  if (isInfo(element)) return;
  for (const { local, name } of element.attributes)
    if (Object.hasOwn(places, local) && !places[local]!(element, parent))
      refuse('gatingml-attribute', element, { attribute: name, element: element.name });
  for (const child of elementsOf(element)) checkPlaces(child, element);
}
