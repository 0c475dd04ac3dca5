import type { Combination } from '../../gating/gates/kind/gate.ts';
import { nameOutside } from '../strategy/population-names.ts';
import { element, type XmlAttribute, type XmlElement } from '../xml/tree.ts';
import type { KeptPopulation } from './workspace.ts';

/** A population that combines others, and where it stands in a workspace. */
export interface CombinedPopulation {
  readonly path: string;
  readonly count: number | undefined;
  /** Of all events. */
  readonly total: number | undefined;
  /** As it stood in the workspace before. */
  readonly kept: KeptPopulation | undefined;
  /** How it is plotted, where it is new. */
  readonly graph: readonly XmlElement[];
  readonly subpopulations: readonly XmlElement[];
  /** The whole path of a population that it names. */
  readonly pathOf: (operand: string) => string;
  /** A population of its own is written for a complement. */
  readonly onHelper: () => void;
}

/** FlowJo combines populations as they are; a complement among several is a population of its own beside. */
export function writeCombination(
  { operation, operands }: Combination,
  { path, count, total, kept, graph, subpopulations, pathOf, onHelper }: CombinedPopulation,
): readonly XmlElement[] {
  // FlowJo may store a copy of what a boolean node combines
  const around = [...(kept?.rest ?? graph), ...(kept?.gate === undefined ? [] : [kept.gate])];
  const absolute = (operand: string): string => nameOutside(pathOf(operand));
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dependents = (paths: readonly string[]) =>
    element(
      'Dependents',
      {},
      paths.map((target) => element('Dependent', { name: target })),
    );
  const [only, ...others] = operands;
  if (only !== undefined && others.length === 0 && only.complement)
    return [
      {
        ...populationHead('NotNode', name, count, kept),
        children: [...around, dependents([absolute(only.population)]), ...subpopulations],
      },
    ];
  const helpers: XmlElement[] = [];
  const parentPath = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const paths = operands.map(({ population, complement }, i) => {
    if (!complement) return absolute(population);
    const helper = `${nameOutside(name)} – not ${i + 1}`;
    helpers.push({ ...populationHead('NotNode', helper, total, undefined), children: [...graph, dependents([absolute(population)])] });
    onHelper();
    return parentPath === '' ? helper : `${nameOutside(parentPath)}/${helper}`;
  });
  const kind = operation === 'or' ? 'OrNode' : 'AndNode';
  return [...helpers, { ...populationHead(kind, name, count, kept), children: [...around, dependents(paths), ...subpopulations] }];
}

/** A population's element: with the attributes that it had, else new ones. */
export function populationHead(kind: string, name: string, count: number | undefined, kept: KeptPopulation | undefined): XmlElement {
  const fresh = element(kind, {
    name: nameOutside(name),
    annotation: '',
    owningGroup: '',
    expanded: 1,
    sortPriority: 10,
    count: count ?? -1,
  });
  return kept === undefined || kept.attributes.length === 0 ? fresh : { ...fresh, attributes: kept.attributes as readonly XmlAttribute[] };
}
