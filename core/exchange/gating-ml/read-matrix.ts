import { type NamedMatrix, namedMatrixSchema } from '../../gating/strategy/dimension.ts';
import { attributeOf, childrenNamed, type XmlElement } from '../xml/tree.ts';
import { readBoolean, refuseInvalid, refuseValue, requireChild, requireFinite } from '../xml/values.ts';

/** A `spectrumMatrix` (Gating-ML 2.0 section 7.2): a spectrum of detector coefficients for each fluorochrome. */
export function readMatrix(element: XmlElement): NamedMatrix {
  const detectors = namesOf(requireChild(element, 'detectors')).map((name, i) => name || refuseUnnamed(element, i));
  // some writers leave the fluorochromes unnamed: each is then called as its detector
  const fluorochromes = namesOf(requireChild(element, 'fluorochromes')).map(
    (name, i) => name || (detectors[i] ?? refuseUnnamed(element, i)),
  );
  const matrix = childrenNamed(element, 'spectrum').map((row) =>
    childrenNamed(row, 'coefficient').map((coefficient) => requireFinite(coefficient, 'value')),
  );
  const inverted = readBoolean(attributeOf(element, 'matrix-inverted-already'));
  const written = { fluorochromes, detectors, matrix, ...(inverted ? { inverted: true } : {}) };
  const parsed = namedMatrixSchema.safeParse(written);
  if (parsed.success) return parsed.data;
  return refuseInvalid(element, parsed.error, written);
}

const namesOf = (list: XmlElement): readonly string[] =>
  childrenNamed(list, 'fcs-dimension').map((dimension) => attributeOf(dimension, 'name') ?? '');

const refuseUnnamed = (element: XmlElement, i: number): never =>
  refuseValue(element, { en: `detector ${i + 1} has no name`, ja: `検出器${i + 1}に名前がありません` });
