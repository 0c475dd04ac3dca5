import { type BooleanGate, combine } from '../../gating/gates/boolean/boolean.ts';
import type { GateNode, PopulationNode } from '../../gating/strategy/strategy.ts';
import type { InterchangeNote } from '../strategy/imported-strategy.ts';
import { freeName, nameInside } from '../strategy/population-names.ts';
import { attributeOf, childNamed, childrenNamed, elementsOf, type XmlElement } from '../xml/tree.ts';
import { refuseValue } from '../xml/values.ts';
import type { Parameters } from './parameters.ts';
import { readFlowjoGate, type WhyUnread } from './read-gate.ts';
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
  const bearers = pathsOf(top);
  const unresolved: { readonly gate: BooleanGate; readonly below: string }[] = [];

  function below(list: XmlElement | undefined, path: string, writtenPath: string, level: number): readonly GateNode[] {
    if (list === undefined) return [];
    if (level > MOST_LEVELS)
      refuseValue(list, { en: `more than ${MOST_LEVELS} levels of gates`, ja: `ゲートの階層が${MOST_LEVELS}を超えています` });
    const taken = new Set<string>();
    return childrenNamed(list, ...populationNames).flatMap((element): GateNode[] => {
      const original = attributeOf(element, 'name') ?? '';
      const wanted = nameInside(original === '' ? '?' : original);
      const name = freeName(wanted, taken);
      const own = path === '' ? name : `${path}/${name}`;
      const read = readNode(element, path, own, writtenPath);
      if (read === undefined) return [];
      if (name !== wanted) notes.push({ code: 'name-taken', about: own, line: element.line });
      taken.add(name);
      const writtenOwn = writtenPath === '' ? original : `${writtenPath}/${original}`;
      if (!written.has(inOneForm(writtenOwn))) written.set(inOneForm(writtenOwn), own);
      const count = Number(attributeOf(element, 'count') ?? Number.NaN);
      if (Number.isInteger(count) && count >= 0) counts.push([own, count]);
      const subpopulations = childNamed(element, 'Subpopulations');
      kept.set(own, keptOf(element, subpopulations));
      const gates = below(subpopulations, own, writtenOwn, level + 1);
      const population: PopulationNode = { name, ...(gates.length === 0 ? {} : { gates }) };
      return [{ ...read, populations: [population] }];
    });
  }

  function readNode(element: XmlElement, path: string, own: string, writtenPath: string): Omit<GateNode, 'populations'> | undefined {
    if (element.local !== 'Population') return readBoolean(element, path, own, writtenPath);
    const holder = childNamed(element, 'Gate');
    const shape = holder === undefined ? undefined : elementsOf(holder)[0];
    const read = shape === undefined ? 'gate-unreadable' : readFlowjoGate(shape, parameters);
    if (holder === undefined || shape === undefined) return unread(element, path, own);
    if (typeof read === 'string') return unread(element, path, own, read);
    const id = attributeOf(holder, 'id') ?? attributeOf(shape, 'id');
    return { ...(id === undefined || id === '' ? {} : { id }), ...read };
  }

  function readBoolean(element: XmlElement, path: string, own: string, writtenPath: string): Omit<GateNode, 'populations'> | undefined {
    const names = childrenNamed(childNamed(element, 'Dependents') ?? element, 'Dependent').flatMap(
      (dependent) => attributeOf(dependent, 'name') ?? [],
    );
    if (names.length === 0 || (element.local === 'NotNode' && names.length !== 1)) return unread(element, path, own);
    if (names.some((name) => isShared(name, writtenPath))) return unread(element, path, own, 'boolean-ambiguous');
    const operands = names.map((population) => ({ population, complement: element.local === 'NotNode' }));
    const gate = combine({ operation: element.local === 'OrNode' ? 'or' : 'and', operands });
    unresolved.push({ gate, below: path });
    return { dimensions: [], gate };
  }

  /** Whether several populations have the path that a name means. */
  function isShared(name: string, writtenPath: string): boolean {
    const [whole, inside] = [inOneForm(name), inOneForm(writtenPath === '' ? name : `${writtenPath}/${name}`)];
    return (bearers.get(bearers.has(whole) ? whole : inside) ?? 0) > 1;
  }

  function unread(element: XmlElement, path: string, own: string, why: WhyUnread | 'boolean-ambiguous' = 'gate-unreadable'): undefined {
    notes.push({ code: why, about: own, line: element.line });
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
    return written.get(inOneForm(name)) ?? written.get(inOneForm(inside === '' ? name : `${inside}/${name}`)) ?? nameInside(name);
  }
}

/** As paths are compared: some programs write letters and their marks apart. */
const inOneForm = (path: string): string => path.normalize('NFC');

/** How many populations have each path. */
function pathsOf(top: XmlElement | undefined): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const open = top === undefined ? [] : [{ list: top, path: '', level: 1 }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { list, path, level } = at;
    for (const element of level > MOST_LEVELS ? [] : childrenNamed(list, ...populationNames)) {
      const name = attributeOf(element, 'name') ?? '';
      const own = path === '' ? name : `${path}/${name}`;
      found.set(inOneForm(own), (found.get(inOneForm(own)) ?? 0) + 1);
      const below = childNamed(element, 'Subpopulations');
      if (below !== undefined) open.push({ list: below, path: own, level: level + 1 });
    }
  }
  return found;
}

function keptOf(element: XmlElement, subpopulations: XmlElement | undefined): KeptPopulation {
  return {
    attributes: element.attributes,
    rest: elementsOf(element).filter(({ local }) => !['Gate', 'Subpopulations', 'Dependents'].includes(local)),
    gate: childNamed(element, 'Gate'),
    unread: subpopulations === undefined ? [] : elementsOf(subpopulations).filter((child) => !isPopulation(child)),
  };
}
