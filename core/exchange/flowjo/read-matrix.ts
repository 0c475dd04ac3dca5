import { type NamedMatrix, namedMatrixSchema } from '../../gating/strategy/dimension.ts';
import { attributeOf, childNamed, childrenNamed, type XmlElement } from '../xml/tree.ts';
import { requireFinite } from '../xml/values.ts';

/** A matrix of a workspace. Compensated parameters are called by prefix + name + suffix, unless they have a name of their own. */
export interface SpilloverMatrix {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly suffix: string;
  /** The compensated name of each parameter, and the parameter. */
  readonly compensated: ReadonlyMap<string, string>;
  /** Undefined where the element holds no coefficients: the matrix stands elsewhere, or is the file's own. */
  readonly matrix: NamedMatrix | undefined;
  readonly element: XmlElement;
}

export function readSpilloverMatrix(element: XmlElement): SpilloverMatrix {
  const prefix = attributeOf(element, 'prefix') ?? 'Comp-';
  const suffix = attributeOf(element, 'suffix') ?? '';
  const rows = childrenNamed(element, 'spillover');
  const listed = childrenNamed(childNamed(element, 'parameters') ?? element, 'parameter').flatMap(
    (parameter) => attributeOf(parameter, 'name') ?? [],
  );
  const fluorochromes = rows.map((row, i) => attributeOf(row, 'parameter') ?? listed[i] ?? '');
  const detectors = listed.length > 0 ? listed : [...new Set([...fluorochromes, ...rows.flatMap((row) => coefficientNames(row))])];
  const parameters = fluorochromes.length > 0 ? fluorochromes : detectors;
  const own = new Map(
    [...rows, ...childrenNamed(childNamed(element, 'parameters') ?? element, 'parameter')].flatMap((entry) => {
      const [infix, name] = [attributeOf(entry, 'userProvidedCompInfix'), attributeOf(entry, 'parameter') ?? attributeOf(entry, 'name')];
      return infix === undefined || name === undefined ? [] : [[infix, name] as const];
    }),
  );
  return {
    id: attributeOf(element, 'id') ?? attributeOf(element, 'matrixId') ?? '',
    name: attributeOf(element, 'name') ?? '',
    prefix,
    suffix,
    compensated: new Map([...parameters.map((name) => [`${prefix}${name}${suffix}`, name] as const), ...own]),
    matrix: rows.length === 0 ? undefined : matrixOf(rows, fluorochromes, detectors),
    element,
  };
}

const coefficientNames = (row: XmlElement): readonly string[] =>
  childrenNamed(row, 'coefficient').flatMap((coefficient) => attributeOf(coefficient, 'parameter') ?? []);

/** Coefficients go by the parameter that they name; unnamed ones by their place. One that is not listed is 1 on the diagonal, else 0. */
function matrixOf(rows: readonly XmlElement[], fluorochromes: readonly string[], detectors: readonly string[]): NamedMatrix | undefined {
  const matrix = rows.map((row, i) => {
    const values = new Map(
      childrenNamed(row, 'coefficient').map((coefficient, j) => [
        attributeOf(coefficient, 'parameter') ?? detectors[j] ?? '',
        requireFinite(coefficient, 'value'),
      ]),
    );
    return detectors.map((detector) => values.get(detector) ?? (detector === fluorochromes[i] ? 1 : 0));
  });
  const parsed = namedMatrixSchema.safeParse({ fluorochromes, detectors, matrix });
  return parsed.success ? parsed.data : undefined;
}
