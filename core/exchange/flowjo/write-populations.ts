import { combinationOf, type Gate } from '../../gating/gates/gates.ts';
import type { Combination } from '../../gating/gates/kind/gate.ts';
import type { GateNode, PopulationNode } from '../../gating/strategy/strategy.ts';
import { layOutStrategy, type PlannedPopulation } from '../../gating/strategy/strategy-layout.ts';
import type { InterchangeNote } from '../strategy/imported-strategy.ts';
import { nameOutside } from '../strategy/population-names.ts';
import { unrepresentable } from '../strategy/representable.ts';
import { element, elementsOf, type XmlAttribute, type XmlElement } from '../xml/tree.ts';
import { asFlowjo, type FlowjoForm, type ParameterTable } from './as-flowjo.ts';
import { writeFlowjoGate } from './gates/gate-forms.ts';
import type { Parameters } from './parameters.ts';
import { readFlowjoGate } from './read-gate.ts';
import type { KeptPopulation, WorkspaceSample } from './workspace.ts';

export interface WritePopulationsInput {
  readonly sample: Pick<WorkspaceSample, 'imported' | 'populations' | 'counts'>;
  readonly table: ParameterTable;
  /** Reads gates as the sample was read, to see whether one that was kept still says the same. */
  readonly parameters: Parameters;
  readonly newId: () => string;
}

export interface WrittenPopulations {
  /** Undefined where there are none. */
  readonly subpopulations: XmlElement | undefined;
  readonly notes: readonly InterchangeNote[];
}

export function writePopulations({ sample, table, parameters, newId }: WritePopulationsInput): WrittenPopulations {
  const { strategy, dimensions } = sample.imported;
  const notes: InterchangeNote[] = [];
  const forms = new Map<GateNode, FlowjoForm>();
  const canHold = (node: GateNode): boolean => {
    if (combinationOf(node.gate) !== undefined) return true;
    const form = asFlowjo(node, dimensions, table);
    if (form !== undefined) forms.set(node, form);
    return form !== undefined;
  };
  const dropped = unrepresentable(strategy, canHold);
  for (const about of [...dropped.values()].flat()) notes.push({ code: 'population-unrepresentable', about });
  const slots = layOutStrategy(strategy, () => []);

  function below(nodes: readonly GateNode[], parent: string): readonly XmlElement[] {
    const written = nodes
      .filter((node) => !dropped.has(node))
      .flatMap((node) => node.populations.flatMap((population, part) => writeOne(node, population, part, parent)));
    return [...written, ...(sample.populations.get(parent)?.unread ?? [])];
  }

  function writeOne(node: GateNode, population: PopulationNode, part: number, parent: string): readonly XmlElement[] {
    const path = parent === '' ? population.name : `${parent}/${population.name}`;
    const kept = sample.populations.get(path);
    const inner = below(population.gates ?? [], path);
    const subpopulations = inner.length === 0 ? [] : [element('Subpopulations', {}, inner)];
    const combination = combinationOf(node.gate);
    if (combination !== undefined)
      return writeCombination(
        combination,
        path,
        kept,
        subpopulations,
        slots.populations.find((slot) => slot.path === path),
      );
    const form = forms.get(node) as FlowjoForm;
    if (node.populations.length > 1 && part === 0) notes.push({ code: 'written-otherwise', about: path });
    const gate = keptGate(node, kept) ?? newGate(node, form, part);
    return [{ ...head('Population', population.name, path, kept), children: [...(kept?.rest ?? []), gate, ...subpopulations] }];
  }

  /** The gate as it stood, if reading it gives what the strategy says. */
  function keptGate(node: GateNode, kept: KeptPopulation | undefined): XmlElement | undefined {
    const shape = kept?.gate === undefined ? undefined : elementsOf(kept.gate)[0];
    const read = shape === undefined ? undefined : readFlowjoGate(shape, parameters);
    if (read === undefined) return undefined;
    const contents = (names: readonly string[], of: { readonly [name: string]: unknown }) => names.map((name) => of[name]);
    const isSame =
      JSON.stringify([read.gate, contents(read.dimensions, parameters.dimensions)]) ===
      JSON.stringify([node.gate, contents(node.dimensions, dimensions)]);
    return isSame ? kept?.gate : undefined;
  }

  function newGate(node: GateNode, form: FlowjoForm, part: number): XmlElement {
    const id = node.id !== undefined && node.populations.length === 1 ? node.id : newId();
    const shape = writeFlowjoGate(form.gates[part] as Gate, form.parameters, id);
    if (shape === undefined) throw new Error(`FlowJo has no gate for ${node.gate.kind}`);
    return element('Gate', { 'gating:id': id }, [shape]);
  }

  /** FlowJo combines populations as they are; a complement among several is a population of its own beside. */
  function writeCombination(
    { operation, operands }: Combination,
    path: string,
    kept: KeptPopulation | undefined,
    subpopulations: readonly XmlElement[],
    slot: PlannedPopulation | undefined,
  ): readonly XmlElement[] {
    // FlowJo may store a copy of what a boolean node combines
    const around = [...(kept?.rest ?? []), ...(kept?.gate === undefined ? [] : [kept.gate])];
    const absolute = (operand: string): string => nameOutside(slots.find(operand, slot?.parent)?.path ?? operand);
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
          ...head('NotNode', name, path, kept),
          children: [...around, dependents([absolute(only.population)]), ...subpopulations],
        },
      ];
    const helpers: XmlElement[] = [];
    const parentPath = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const paths = operands.map(({ population, complement }, i) => {
      if (!complement) return absolute(population);
      const helper = `${nameOutside(name)} – not ${i + 1}`;
      helpers.push({ ...head('NotNode', helper, '', undefined), children: [dependents([absolute(population)])] });
      notes.push({ code: 'written-otherwise', about: path });
      return parentPath === '' ? helper : `${nameOutside(parentPath)}/${helper}`;
    });
    const kind = operation === 'or' ? 'OrNode' : 'AndNode';
    return [...helpers, { ...head(kind, name, path, kept), children: [...around, dependents(paths), ...subpopulations] }];
  }

  function head(kind: string, name: string, path: string, kept: KeptPopulation | undefined): XmlElement {
    const count = sample.counts.get(path);
    const fresh = element(kind, {
      name: nameOutside(name),
      annotation: '',
      owningGroup: '',
      expanded: 1,
      sortPriority: 10,
      count: count ?? -1,
    });
    return kept === undefined || kept.attributes.length === 0
      ? fresh
      : { ...fresh, attributes: kept.attributes as readonly XmlAttribute[] };
  }

  const top = below(strategy, '');
  return { subpopulations: top.length === 0 ? undefined : element('Subpopulations', {}, top), notes };
}
