import { combine } from '../../gating/gates/boolean/boolean.ts';
import type { NamedMatrix } from '../../gating/strategy/dimension.ts';
import type { GateNode, PopulationNode } from '../../gating/strategy/strategy.ts';
import { openDimensionBook } from '../strategy/dimension-book.ts';
import type { ImportedStrategy, InterchangeNote } from '../strategy/imported-strategy.ts';
import { freeName, nameInside } from '../strategy/population-names.ts';
import { isGatingMlNamespace, namespaces } from '../xml/known-namespaces.ts';
import { parseXml } from '../xml/parse.ts';
import { elementsOf, type XmlElement } from '../xml/tree.ts';
import { refuse, refuseValue, requireAttribute } from '../xml/values.ts';
import { checkCircles } from './circles.ts';
import { byCytobankMatrix, matrixNumberOf } from './cytobank-compensation.ts';
import type { ReadGate } from './gates/form.ts';
import { isGate, isWrittenByFlowjo, readGate } from './gates/gate-forms.ts';
import { isInfo, isNamesInfo, namesIn, tailoringOf } from './gates/info.ts';
import { checkPlaces } from './places.ts';
import { readDimension } from './read-dimensions.ts';
import { readMatrix } from './read-matrix.ts';
import { type ReadTransform, readTransformation } from './read-transforms.ts';

/**
 * A Gating-ML 2.0 document as a strategy. Populations are called as the document calls them (Cytobank, FlowJo and this program do), else by the
 * ids of gates and quadrants. Of gates that are tailored to single files those for `file` are taken, all of them where none is given.
 * Throws a problem with its line for whatever the standard does not allow or the document leaves open.
 */
export const readGatingMl = (text: string): ImportedStrategy => readGatingMlTree(parseXml(text));

export function readGatingMlTree(root: XmlElement, file?: string): ImportedStrategy {
  if (root.local !== 'Gating-ML' || root.uri !== namespaces.gating) refuse('gatingml-not', root, { element: root.name });
  const transforms = new Map<string, ReadTransform>();
  const matrices: { [id: string]: NamedMatrix } = {};
  const numbered = new Map<number, string>();
  const all: ReadGate[] = [];
  const kept: { readonly owner: string; readonly element: XmlElement }[] = [];
  const notes: InterchangeNote[] = [];
  for (const element of elementsOf(root)) {
    if (isGatingMlNamespace(element.uri) || isGate(element)) checkPlaces(element, root);
    const isForeign = !isGatingMlNamespace(element.uri);
    if (isForeign && (element.uri !== '' || !isGate(element)) && holdsStandard(element))
      refuse('gatingml-element', element, { element: element.name });
    if (isInfo(element)) kept.push({ owner: '', element });
    else if (isForeign && !holdsStandard(element)) {
      kept.push({ owner: '', element });
      notes.push({ code: 'element-kept', about: element.name, line: element.line });
    } else if (element.local === 'transformation')
      define(transforms, requireAttribute(element, 'id'), readTransformation(element), element);
    else if (element.local === 'spectrumMatrix') {
      const id = requireAttribute(element, 'id');
      if (Object.hasOwn(matrices, id) || id === 'FCS' || id === 'uncompensated') refuse('gatingml-id-taken', element, { name: id });
      Object.defineProperty(matrices, id, { value: readMatrix(element), enumerable: true });
      const number = matrixNumberOf(element);
      if (number !== undefined) numbered.set(number, id);
    } else if (isGate(element)) all.push(readGate(element));
    else refuse('gatingml-element', element, { element: element.name });
  }
  const gates = tailoredTo(all, file);
  for (const { id, element } of gates)
    for (const info of elementsOf(element).filter((child) => isInfo(child) && !isNamesInfo(child))) kept.push({ owner: id, element: info });
  const isOfFlowjo = gates.some(({ element }) => isWrittenByFlowjo(element));
  if (isOfFlowjo) notes.push({ code: 'gatingml-of-flowjo', about: '' });
  const book = openDimensionBook();
  const used = new Set<string>();
  const assumed = new Set<string>();
  const strategy = assemble(gates, (element, gate) => {
    const ref = element.attributes.find(({ local }) => local === 'transformation-ref')?.value;
    if (ref !== undefined) used.add(ref);
    const { dimension, isAssumed } = readDimension(element, transforms, matrices, isOfFlowjo);
    if (isAssumed) assumed.add('channel' in dimension ? dimension.channel : dimension.ratio.numerator);
    return book.nameOf(byCytobankMatrix(dimension, gate, numbered, matrices));
  });
  for (const about of assumed) notes.push({ code: 'compensation-assumed', about });
  for (const [id, { element, kind }] of transforms) if (!used.has(id) && kind === 'scale') kept.push({ owner: '', element });
  return { strategy, dimensions: book.dimensions, matrices, kept, notes };
}

/** Whether what another namespace wraps is of the standard: it would be lost. */
const holdsStandard = (element: XmlElement): boolean =>
  isGate(element) ||
  element.local === 'transformation' ||
  element.local === 'spectrumMatrix' ||
  elementsOf(element).some((child) => isGatingMlNamespace(child.uri) || holdsStandard(child));

function define<T>(map: Map<string, T>, id: string, value: T, element: XmlElement): void {
  if (map.has(id)) refuse('gatingml-id-taken', element, { name: id });
  map.set(id, value);
}

/** Hangs every gate below the population that it names as its parent, in the order of the document. */
function assemble(gates: readonly ReadGate[], dimensionName: (element: XmlElement, gate: XmlElement) => string): readonly GateNode[] {
  const owners = new Map<string, ReadGate>();
  for (const gate of gates) for (const population of populationsOf(gate)) define(owners, population, gate, gate.element);
  for (const { id, element, shape } of gates)
    if ('gate' in shape && owners.has(id) && owners.get(id)?.id !== id) refuse('gatingml-id-taken', element, { name: id });
  for (const { parent, element } of gates)
    if (parent !== undefined && !owners.has(parent)) refuse('gatingml-reference', element, { name: parent });
  checkCircles(gates, owners);
  checkDepth(gates, owners);

  const byParent = new Map<string | undefined, ReadGate[]>();
  for (const gate of gates) byParent.set(gate.parent, [...(byParent.get(gate.parent) ?? []), gate]);
  const names = new Map([...byParent.values()].flatMap((siblings) => [...namesOf(siblings)]));
  const nameOf = (population: string): string => names.get(population) ?? nameInside(population);
  const pathOf = (population: string): string => {
    const parent = owners.get(population)?.parent;
    return parent === undefined ? nameOf(population) : `${pathOf(parent)}/${nameOf(population)}`;
  };

  const below = (population: string | undefined): readonly GateNode[] =>
    (byParent.get(population) ?? []).map((read) => ({
      id: read.id,
      dimensions: read.dimensions.map((element) => dimensionName(element, read.element)),
      gate: gateOf(read, pathOf),
      populations: populationsOf(read).map((name): PopulationNode => {
        const children = below(name);
        return { name: nameOf(name), ...(children.length === 0 ? {} : { gates: children }) };
      }),
    }));
  return below(undefined);
}

/**
 * What the populations of gates side by side are called. Combinations choose first: in Cytobank's documents they are the populations, and what they
 * combine are shapes of the same names.
 */
function namesOf(siblings: readonly ReadGate[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  const inOrder = [...siblings.filter(({ shape }) => 'operands' in shape), ...siblings.filter(({ shape }) => 'gate' in shape)];
  const given = inOrder.map((gate) => [gate, namesIn(gate.element, gate.id)] as const);
  // an id is what a population is called unless another one is called so by its name
  for (const [gate, own] of given)
    for (const population of populationsOf(gate)) {
      const name = freeName(nameInside(own.get(population) ?? population), taken);
      taken.add(name);
      names.set(population, name);
    }
  return names;
}

/** With each gate that is tailored to single files once, as it is for this one; under the id of the form for all others. */
function tailoredTo(gates: readonly ReadGate[], file: string | undefined): readonly ReadGate[] {
  if (file === undefined) return gates;
  const forms = new Map<string, { readonly gate: ReadGate; readonly file: string }[]>();
  for (const gate of gates) {
    const tailoring = tailoringOf(gate.element);
    if (tailoring !== undefined) forms.set(tailoring.gate, [...(forms.get(tailoring.gate) ?? []), { gate, file: tailoring.file }]);
  }
  const inOneForm = (name: string): string => name.normalize('NFC').toLowerCase();
  const instead = new Map<ReadGate, ReadGate | undefined>();
  for (const list of forms.values()) {
    const base = list.find((form) => form.file === '');
    if (base === undefined || list.length === 1) continue;
    const own = list.find((form) => inOneForm(form.file) === inOneForm(file)) ?? base;
    for (const { gate } of list) instead.set(gate, gate === base.gate ? inPlaceOf(gate, own.gate) : undefined);
  }
  return gates.flatMap((gate) => (instead.has(gate) ? (instead.get(gate) ?? []) : [gate]));
}

/** A form of a gate under the ids of another one. */
const inPlaceOf = (base: ReadGate, form: ReadGate): ReadGate => ({
  ...form,
  id: base.id,
  parent: base.parent,
  shape: 'gate' in form.shape && 'gate' in base.shape ? { ...form.shape, populations: base.shape.populations } : form.shape,
});

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
      refuseValue(gate.element, { en: `more than ${MOST_LEVELS} levels of gates`, ja: `ゲートの階層が${MOST_LEVELS}を超えています` });
  }
}

const populationsOf = ({ id, shape }: ReadGate): readonly string[] => ('gate' in shape ? shape.populations : [id]);

function gateOf({ shape }: ReadGate, pathOf: (population: string) => string): GateNode['gate'] {
  if ('gate' in shape) return shape.gate;
  const operands = shape.operands.map(({ ref, complement }) => ({ population: pathOf(ref), complement }));
  return combine({ operation: shape.operation, operands });
}
