import type { ExplicitDimension, NamedMatrices } from '../../gating/strategy/dimension.ts';
import { childNamed, elementsOf, textOf, type XmlElement } from '../xml/tree.ts';
import { isInfo } from './gates/info.ts';

/** A number that Cytobank's information gives under a name; undefined where it gives none. */
function numberIn(owner: XmlElement, name: string): number | undefined {
  for (const info of elementsOf(owner).filter(isInfo)) {
    const found = childNamed(childNamed(info, 'cytobank'), name);
    const text = found === undefined ? '' : textOf(found).trim();
    if (/^-?\d+$/.test(text)) return Number(text);
  }
  return undefined;
}

/** The number under which Cytobank's gates name a matrix. */
export const matrixNumberOf = (matrix: XmlElement): number | undefined => numberIn(matrix, 'cytobank_compensation_id');

/**
 * Cytobank writes 'FCS' on whatever is compensated and says in the information of the gate by which matrix: 0 is the file's own, positive numbers
 * are matrices of the document. Its dimensions are called as detectors. A matrix that the document lacks is none of it: such gates are not counted.
 */
export function byCytobankMatrix(
  dimension: ExplicitDimension,
  gate: XmlElement,
  numbered: ReadonlyMap<number, string>,
  matrices: NamedMatrices,
): ExplicitDimension {
  const number = numberIn(gate, 'compensation_id') ?? 0;
  if (dimension.compensation !== 'FCS' || number <= 0) return dimension;
  const compensation = numbered.get(number) ?? `Cytobank ${number}`;
  const { fluorochromes = [], detectors = [] } = matrices[compensation] ?? {};
  const nameOf = (name: string): string =>
    fluorochromes.includes(name) || fluorochromes.length !== detectors.length ? name : (fluorochromes[detectors.indexOf(name)] ?? name);
  if ('channel' in dimension) {
    const { compensated: _, ...rest } = dimension;
    return { ...rest, channel: nameOf(dimension.channel), compensation };
  }
  const { numerator, denominator } = dimension.ratio;
  return { ...dimension, ratio: { ...dimension.ratio, numerator: nameOf(numerator), denominator: nameOf(denominator) }, compensation };
}
