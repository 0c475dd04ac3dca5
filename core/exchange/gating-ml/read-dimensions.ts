import type { ExplicitDimension, NamedMatrices } from '../../gating/strategy/dimension.ts';
import { attributeOf, childNamed, type XmlElement } from '../xml/tree.ts';
import { refuse, requireAttribute } from '../xml/values.ts';
import { isTimeInGatingMl } from './names.ts';
import type { ReadTransform } from './read-transforms.ts';

/** The dimension that an element of a gate names (Gating-ML 2.0 section 4), with its references followed. */
export function readDimension(
  element: XmlElement,
  transforms: ReadonlyMap<string, ReadTransform>,
  matrices: NamedMatrices,
): ExplicitDimension {
  const compensation = requireAttribute(element, 'compensation-ref');
  if (compensation !== 'uncompensated' && compensation !== 'FCS' && !Object.hasOwn(matrices, compensation))
    refuse('gatingml-reference', element, { name: compensation });
  const scale = scaleOf(element, transforms);
  const named = childNamed(element, 'fcs-dimension');
  if (named !== undefined) {
    const channel = requireAttribute(named, 'name');
    // scale values of time are seconds (FCS 3.1, $TIMESTEP)
    return { channel, compensation, ...scale, ...(isTimeInGatingMl(channel) ? { step: 'FCS' as const } : {}) };
  }
  const made = childNamed(element, 'new-dimension');
  if (made === undefined) return refuse('xml-child-missing', element, { element: element.local, child: 'fcs-dimension' });
  const ref = requireAttribute(made, 'transformation-ref');
  const transform = transforms.get(ref);
  if (transform?.kind !== 'ratio') return refuse('gatingml-reference', made, { name: ref });
  return { ratio: transform.ratio, compensation, ...scale };
}

function scaleOf(element: XmlElement, transforms: ReadonlyMap<string, ReadTransform>): Pick<ExplicitDimension, 'transform' | 'bounds'> {
  const ref = attributeOf(element, 'transformation-ref');
  if (ref === undefined || ref === '') return {};
  const found = transforms.get(ref);
  if (found?.kind !== 'scale') return refuse('gatingml-reference', element, { name: ref });
  return { transform: found.transform, ...(found.bounds === undefined ? {} : { bounds: found.bounds }) };
}
