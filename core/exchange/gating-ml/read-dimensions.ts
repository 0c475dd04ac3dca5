import { isMarkedCompensated } from '../../data/panel/find-channel.ts';
import type { ExplicitDimension, NamedMatrices } from '../../gating/strategy/dimension.ts';
import { attributeOf, childNamed, type XmlElement } from '../xml/tree.ts';
import { refuse, requireAttribute } from '../xml/values.ts';
import { isTimeInGatingMl } from './names.ts';
import type { ReadTransform } from './read-transforms.ts';

export interface ReadDimension {
  readonly dimension: ExplicitDimension;
  /** The document does not say what compensates it. */
  readonly isAssumed: boolean;
}

/**
 * The dimension that an element of a gate names (Gating-ML 2.0 section 4), with its references followed. FlowJo and Floreada leave out what
 * compensates it, which the standard asks for. FlowJo's values are not divided by $PnG.
 */
export function readDimension(
  element: XmlElement,
  transforms: ReadonlyMap<string, ReadTransform>,
  matrices: NamedMatrices,
  isOfFlowjo: boolean,
): ReadDimension {
  const stated = attributeOf(element, 'compensation-ref');
  const isAssumed = stated === undefined || stated === '';
  const dimension = dimensionOf(element, isAssumed ? assumedFor(element, matrices) : stated, transforms, matrices);
  const ignored = isOfFlowjo && 'channel' in dimension && dimension.step === undefined ? { gain: 'ignored' as const } : {};
  return { dimension: { ...dimension, ...ignored }, isAssumed };
}

/** A marked copy and a fluorochrome of the only matrix are compensated; what is called as a detector is it. */
function assumedFor(element: XmlElement, matrices: NamedMatrices): string {
  const named = childNamed(element, 'fcs-dimension');
  const name = (named && attributeOf(named, 'name')) ?? '';
  if (isMarkedCompensated(name)) return 'FCS';
  const [only, ...others] = Object.entries(matrices);
  const isFluorochrome =
    only !== undefined && others.length === 0 && only[1].fluorochromes.includes(name) && !only[1].detectors.includes(name);
  return isFluorochrome ? only[0] : 'uncompensated';
}

function dimensionOf(
  element: XmlElement,
  compensation: string,
  transforms: ReadonlyMap<string, ReadTransform>,
  matrices: NamedMatrices,
): ExplicitDimension {
  if (compensation !== 'uncompensated' && compensation !== 'FCS' && !Object.hasOwn(matrices, compensation))
    refuse('gatingml-reference', element, { name: compensation });
  const scale = scaleOf(element, transforms);
  const named = childNamed(element, 'fcs-dimension');
  if (named !== undefined) {
    const channel = requireAttribute(named, 'name');
    // a copy that is marked as compensated is never its raw channel
    const compensated = compensation === 'FCS' && isMarkedCompensated(channel) ? { compensated: true as const } : {};
    // scale values of time are seconds (FCS 3.1, $TIMESTEP)
    return { channel, compensation, ...compensated, ...scale, ...(isTimeInGatingMl(channel) ? { step: 'FCS' as const } : {}) };
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
