import { Problem } from '../../base/problem.ts';
import { type BooleanGate, combine } from '../../gating/gates/boolean/boolean.ts';
import type { GateNode, PopulationNode } from '../../gating/strategy/strategy.ts';
import type { InterchangeNote } from '../strategy/imported-strategy.ts';
import { freeName, nameInside } from '../strategy/population-names.ts';
import { attributeOf, childNamed, childrenNamed, elementsOf, type XmlElement } from '../xml/tree.ts';
import { refuse } from '../xml/values.ts';
import type { Parameters } from './parameters.ts';
import { readFlowjoGate } from './read-gate.ts';
import type { KeptPopulation } from './workspace.ts';

export interface ReadPopulations {
  readonly strategy: readonly GateNode[];
  readonly counts: readonly (readonly [path: string, count: number])[];
  readonly kept: ReadonlyMap<string, KeptPopulation>;
  readonly notes: readonly InterchangeNote[];
}

const populationNames = ['Population', 'AndNode', 'OrNode', 'NotNode'] as const;
const isPopulation = ({ local }: XmlElement): boolean => (populationNames as readonly string[]).includes(local);

const MOST_LEVELS = 200;

/** The populations of a sample as a strategy; what cannot be read is noted and kept as it stands. */
export function readPopulations(top: XmlElement | undefined, parameters: Parameters): ReadPopulations {
  const counts: (readonly [string, number])[] = [];
  const kept = new Map<string, KeptPopulation>();
  const notes: InterchangeNote[] = [];
  /** What FlowJo writes as a path, and where that population stands here. */
  const written = new Map<string, string>();
  const unresolved: { readonly gate: BooleanGate; readonly below: string }[] = [];

  function below(list: XmlElement | undefined, path: string, writtenPath: string, level: number): readonly GateNode[] {
    if (list === undefined) return [];
    if (level > MOST_LEVELS) refuse('xml-value', list, { element: list.local, why: `more than ${MOST_LEVELS} levels of gates` });
    const taken = new Set<string>();
    return childrenNamed(list, ...populationNames).flatMap((element): GateNode[] => {
      const original = attributeOf(element, 'name') ?? '';
      const wanted = nameInside(original === '' ? '?' : original);
      const name = freeName(wanted, taken);
      const own = path === '' ? name : `${path}/${name}`;
      const read = readNode(element, path, own);
      if (read === undefined) return [];
      if (name !== wanted) notes.push({ code: 'name-taken', about: own, line: element.line });
      taken.add(name);
      const writtenOwn = writtenPath === '' ? original : `${writtenPath}/${original}`;
      if (!written.has(writtenOwn)) written.set(writtenOwn, own);
      const count = Number(attributeOf(element, 'count') ?? Number.NaN);
      if (Number.isInteger(count) && count >= 0) counts.push([own, count]);
      const subpopulations = childNamed(element, 'Subpopulations');
      kept.set(own, keptOf(element, subpopulations));
      const gates = below(subpopulations, own, writtenOwn, level + 1);
      const population: PopulationNode = { name, ...(gates.length === 0 ? {} : { gates }) };
      return [{ ...read, populations: [population] }];
    });
  }

  function readNode(element: XmlElement, path: string, own: string): Omit<GateNode, 'populations'> | undefined {
    if (element.local !== 'Population') return readBoolean(element, path, own);
    const holder = childNamed(element, 'Gate');
    const shape = holder === undefined ? undefined : elementsOf(holder)[0];
    const read = shape === undefined ? undefined : tryRead(shape);
    if (holder === undefined || shape === undefined || read === undefined) return unread(element, path, own);
    const id = attributeOf(holder, 'id') ?? attributeOf(shape, 'id');
    return { ...(id === undefined || id === '' ? {} : { id }), ...read };
  }

  function tryRead(shape: XmlElement) {
    try {
      return readFlowjoGate(shape, parameters);
    } catch (error) {
      // a number that is none, in one gate of many
      if (error instanceof Problem) return undefined;
      throw error;
    }
  }

  function readBoolean(element: XmlElement, path: string, own: string): Omit<GateNode, 'populations'> | undefined {
    const names = childrenNamed(childNamed(element, 'Dependents') ?? element, 'Dependent').flatMap(
      (dependent) => attributeOf(dependent, 'name') ?? [],
    );
    if (names.length === 0 || (element.local === 'NotNode' && names.length !== 1)) return unread(element, path, own);
    const operands = names.map((population) => ({ population, complement: element.local === 'NotNode' }));
    const gate = combine({ operation: element.local === 'OrNode' ? 'or' : 'and', operands });
    unresolved.push({ gate, below: path });
    return { dimensions: [], gate };
  }

  function unread(element: XmlElement, path: string, own: string): undefined {
    notes.push({ code: 'gate-unreadable', about: own, line: element.line });
    const parent = kept.get(path);
    kept.set(path, { attributes: [], rest: [], gate: undefined, ...parent, unread: [...(parent?.unread ?? []), element] });
    return undefined;
  }

  const strategy = below(top, '', '', 1);
  for (const { gate, below: path } of unresolved)
    for (const operand of gate.operands) operand.population = resolve(operand.population, path);
  return { strategy, counts, kept, notes };

  /** As written from the top, else from the population that the node stands in; else left, to be refused when it is counted. */
  function resolve(name: string, path: string): string {
    const inside = [...written].find(([, own]) => own === path)?.[0] ?? '';
    return written.get(name) ?? written.get(inside === '' ? name : `${inside}/${name}`) ?? nameInside(name);
  }
}

function keptOf(element: XmlElement, subpopulations: XmlElement | undefined): KeptPopulation {
  return {
    attributes: element.attributes,
    rest: elementsOf(element).filter(({ local }) => !['Gate', 'Subpopulations', 'Dependents'].includes(local)),
    gate: childNamed(element, 'Gate'),
    unread: subpopulations === undefined ? [] : elementsOf(subpopulations).filter((child) => !isPopulation(child)),
  };
}
