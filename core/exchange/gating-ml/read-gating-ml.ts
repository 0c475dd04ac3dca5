import { combine } from '../../gating/gates/boolean/boolean.ts';
import type { NamedMatrix } from '../../gating/strategy/dimension.ts';
import type { GateNode, PopulationNode } from '../../gating/strategy/strategy.ts';
import { openDimensionBook } from '../strategy/dimension-book.ts';
import type { ImportedStrategy } from '../strategy/imported-strategy.ts';
import { nameInside } from '../strategy/population-names.ts';
import { isGatingMlNamespace, namespaces } from '../xml/known-namespaces.ts';
import { parseXml } from '../xml/parse.ts';
import { childrenNamed, elementsOf, type XmlElement } from '../xml/tree.ts';
import { refuse, requireAttribute } from '../xml/values.ts';
import { checkCircles } from './circles.ts';
import type { ReadGate } from './gates/form.ts';
import { isGate, readGate } from './gates/gate-forms.ts';
import { readDimension } from './read-dimensions.ts';
import { readMatrix } from './read-matrix.ts';
import { type ReadTransform, readTransformation } from './read-transforms.ts';

/**
 * A Gating-ML 2.0 document as a strategy. Populations are called by the ids of gates and quadrants.
 * Throws a problem with its line for whatever the standard does not allow or the document leaves open.
 */
export const readGatingMl = (text: string): ImportedStrategy => readGatingMlTree(parseXml(text));

export function readGatingMlTree(root: XmlElement): ImportedStrategy {
  if (root.local !== 'Gating-ML' || root.uri !== namespaces.gating) refuse('gatingml-not', root, { element: root.name });
  const transforms = new Map<string, ReadTransform>();
  const matrices: { [id: string]: NamedMatrix } = {};
  const gates: ReadGate[] = [];
  const kept: { readonly owner: string; readonly element: XmlElement }[] = [];
  for (const element of elementsOf(root)) {
    if (!isGatingMlNamespace(element.uri)) refuse('gatingml-element', element, { element: element.name });
    if (element.local === 'custom_info') kept.push({ owner: '', element });
    else if (element.local === 'transformation') define(transforms, requireAttribute(element, 'id'), readTransformation(element), element);
    else if (element.local === 'spectrumMatrix') {
      const id = requireAttribute(element, 'id');
      if (Object.hasOwn(matrices, id) || id === 'FCS' || id === 'uncompensated') refuse('gatingml-id-taken', element, { name: id });
      Object.defineProperty(matrices, id, { value: readMatrix(element), enumerable: true });
    } else if (isGate(element)) gates.push(readGate(element));
    else refuse('gatingml-element', element, { element: element.name });
  }
  for (const { id, element } of gates) for (const info of childrenNamed(element, 'custom_info')) kept.push({ owner: id, element: info });
  const book = openDimensionBook();
  const used = new Set<string>();
  const strategy = assemble(gates, (element) => {
    const ref = element.attributes.find(({ local }) => local === 'transformation-ref')?.value;
    if (ref !== undefined) used.add(ref);
    return book.nameOf(readDimension(element, transforms, matrices));
  });
  for (const [id, { element, kind }] of transforms) if (!used.has(id) && kind === 'scale') kept.push({ owner: '', element });
  return { strategy, dimensions: book.dimensions, matrices, kept, notes: [] };
}

function define<T>(map: Map<string, T>, id: string, value: T, element: XmlElement): void {
  if (map.has(id)) refuse('gatingml-id-taken', element, { name: id });
  map.set(id, value);
}

/** Hangs every gate below the population that it names as its parent, in the order of the document. */
function assemble(gates: readonly ReadGate[], dimensionName: (element: XmlElement) => string): readonly GateNode[] {
  const owners = new Map<string, ReadGate>();
  for (const gate of gates) for (const population of populationsOf(gate)) define(owners, population, gate, gate.element);
  for (const { id, element, shape } of gates)
    if ('gate' in shape && owners.has(id) && owners.get(id)?.id !== id) refuse('gatingml-id-taken', element, { name: id });
  for (const { parent, element } of gates)
    if (parent !== undefined && !owners.has(parent)) refuse('gatingml-reference', element, { name: parent });
  checkCircles(gates, owners);
  checkDepth(gates, owners);

  const pathOf = (population: string): string => {
    const parent = owners.get(population)?.parent;
    return parent === undefined ? nameInside(population) : `${pathOf(parent)}/${nameInside(population)}`;
  };
  const byParent = new Map<string | undefined, ReadGate[]>();
  for (const gate of gates) byParent.set(gate.parent, [...(byParent.get(gate.parent) ?? []), gate]);

  const below = (population: string | undefined): readonly GateNode[] =>
    (byParent.get(population) ?? []).map((read) => ({
      id: read.id,
      dimensions: read.dimensions.map(dimensionName),
      gate: gateOf(read, pathOf),
      populations: populationsOf(read).map((name): PopulationNode => {
        const children = below(name);
        return { name: nameInside(name), ...(children.length === 0 ? {} : { gates: children }) };
      }),
    }));
  return below(undefined);
}

/** Gates below gates; deeper documents are no analysis, and would cost a deep stack. */
const MOST_LEVELS = 200;

function checkDepth(gates: readonly ReadGate[], owners: ReadonlyMap<string, ReadGate>): void {
  const levels = new Map<ReadGate, number>();
  for (const gate of gates) {
    const chain: ReadGate[] = [];
    let at: ReadGate | undefined = gate;
    while (at !== undefined && !levels.has(at)) {
      chain.push(at);
      at = at.parent === undefined ? undefined : owners.get(at.parent);
    }
    let level = at === undefined ? 0 : levels.get(at)!;
    for (const link of chain.reverse()) levels.set(link, ++level);
    if (level > MOST_LEVELS)
      refuse('xml-value', gate.element, { element: gate.element.local, why: `more than ${MOST_LEVELS} levels of gates` });
  }
}

const populationsOf = ({ id, shape }: ReadGate): readonly string[] => ('gate' in shape ? shape.populations : [id]);

function gateOf({ shape }: ReadGate, pathOf: (population: string) => string): GateNode['gate'] {
  if ('gate' in shape) return shape.gate;
  const operands = shape.operands.map(({ ref, complement }) => ({ population: pathOf(ref), complement }));
  return combine({ operation: shape.operation, operands });
}
