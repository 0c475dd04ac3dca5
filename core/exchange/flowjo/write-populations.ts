import { combinationOf, type Gate, isFixed } from '../../gating/gates/gates.ts';
import type { GateNode, PopulationNode } from '../../gating/strategy/strategy.ts';
import { layOutStrategy } from '../../gating/strategy/strategy-layout.ts';
import type { InterchangeNote } from '../strategy/imported-strategy.ts';
import { unrepresentable } from '../strategy/representable.ts';
import { element, elementsOf, type XmlElement } from '../xml/tree.ts';
import { asFlowjo, type FlowjoForm, type ParameterTable } from './as-flowjo.ts';
import { hasSlantedPieces, writeFlowjoGate } from './gates/gate-forms.ts';
import { graphOf } from './graph.ts';
import type { Parameters } from './parameters.ts';
import { readFlowjoGate } from './read-gate.ts';
import type { KeptPopulation, WorkspaceSample } from './workspace.ts';
import { populationHead, writeCombination } from './write-combination.ts';

export interface WritePopulationsInput {
  readonly sample: Pick<WorkspaceSample, 'imported' | 'populations' | 'counts'>;
  readonly table: ParameterTable;
  /** Reads gates as the sample was read, to see whether one that was kept still says the same. */
  readonly parameters: Parameters;
  readonly newId: () => string;
}

export interface WrittenPopulations {
  /** How all events are plotted, where the sample does not say so itself. */
  readonly graph: readonly XmlElement[];
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
  const known = [...forms.values()].find(({ parameters }) => parameters.length === 2)?.parameters ?? [];
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
    const count = sample.counts.get(path);
    const graph = kept === undefined ? graphFor(population.gates ?? [], forms.get(node)) : [];
    if (combination !== undefined) {
      const parentSlot = slots.populations.find((slot) => slot.path === path)?.parent;
      const pathOf = (operand: string): string => slots.find(operand, parentSlot)?.path ?? operand;
      const onHelper = () => void notes.push({ code: 'written-otherwise', about: path });
      return writeCombination(combination, { path, count, total: sample.counts.get(''), kept, graph, subpopulations, pathOf, onHelper });
    }
    const form = forms.get(node) as FlowjoForm;
    if (node.populations.length > 1 && part === 0)
      notes.push({
        code: isFixed(node.gate) && hasSlantedPieces(node.gate) ? 'written-as-ended-polygons' : 'written-otherwise',
        about: path,
      });
    const gate = keptGate(node, kept) ?? newGate(node, form, part);
    if (form.isTraced && gate !== kept?.gate && part === 0) notes.push({ code: 'edges-traced', about: path });
    return [
      { ...populationHead('Population', population.name, count, kept), children: [...(kept?.rest ?? graph), gate, ...subpopulations] },
    ];
  }

  /** A population opens on the axes of the gate that is drawn in it, else on those of its own. */
  function graphFor(gates: readonly GateNode[], own: FlowjoForm | undefined): readonly XmlElement[] {
    const below = gates.flatMap((node) => forms.get(node) ?? [])[0];
    const [x, y] = [below?.parameters, own?.parameters, known].find((parameters) => parameters?.length === 2) ?? [];
    return x === undefined || y === undefined ? [] : [graphOf(x, y)];
  }

  /** The gate as it stood, if reading it gives what the strategy says. */
  function keptGate(node: GateNode, kept: KeptPopulation | undefined): XmlElement | undefined {
    const shape = kept?.gate === undefined ? undefined : elementsOf(kept.gate)[0];
    const read = shape === undefined ? undefined : readFlowjoGate(shape, parameters);
    if (read === undefined || typeof read === 'string') return undefined;
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

  const top = below(strategy, '');
  return { graph: graphFor(strategy, undefined), subpopulations: top.length === 0 ? undefined : element('Subpopulations', {}, top), notes };
}
