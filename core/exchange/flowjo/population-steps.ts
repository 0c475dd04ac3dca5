import { combinationOf, type Gate, isFixed, kindOf, plainGates } from '../../gating/gates/gates.ts';
import type { Combination } from '../../gating/gates/kind/gate.ts';
import type { QuadrantGate } from '../../gating/gates/quadrant/schema.ts';
import { rectangleGate } from '../../gating/gates/rectangle/schema.ts';
import type { GateNode } from '../../gating/strategy/strategy.ts';
import type { PlannedPopulation, Slots } from '../../gating/strategy/strategy-layout.ts';

/** One gate of one population, with its dimensions. */
export interface Step extends Pick<GateNode, 'dimensions'> {
  readonly gate: Gate;
}

/** The gates one below the other that lead from one population to another below it; undefined where no such gates say it. */
export type StepsOf = (slot: PlannedPopulation, within: PlannedPopulation | undefined) => readonly Step[] | undefined;

export function openSteps(slots: Slots): StepsOf {
  /** What stands between a population and one above it, as gates; undefined where that cannot be said so. */
  function stepsOf(
    slot: PlannedPopulation,
    within: PlannedPopulation | undefined,
    seen: ReadonlySet<PlannedPopulation> = new Set(),
  ): readonly Step[] | undefined {
    const steps: Step[] = [];
    for (const link of chainFrom(slot, within)) {
      const own = stepsOfGate(link, within, new Set([...seen, link]));
      if (own === undefined) return undefined;
      steps.push(...own);
    }
    return steps.length === 0 ? undefined : steps;
  }

  function stepsOfGate(
    link: PlannedPopulation,
    within: PlannedPopulation | undefined,
    seen: ReadonlySet<PlannedPopulation>,
  ): readonly Step[] | undefined {
    const { node } = link.gate;
    const combination = combinationOf(node.gate);
    if (combination === undefined) {
      const gate = isFixed(node.gate) ? pieceOf(node.gate, link.part) : undefined;
      return gate && planesOf(node.dimensions, gate);
    }
    const { operation, operands } = combination;
    if (operation === 'or' && operands.length > 1) return sideOf(link, operands);
    const steps: Step[] = [];
    for (const { population, complement } of operands) {
      const operand = slots.find(population, link.parent);
      if (operand === undefined || seen.has(operand)) return undefined;
      const own = complement ? outsideOf(operand, link.parent) : stepsOf(operand, common(operand, within, link.parent), seen);
      if (own === undefined) return undefined;
      // an operand that holds all of the parent takes nothing away
      steps.push(...own.filter((step) => !steps.some((other) => JSON.stringify(other) === JSON.stringify(step))));
    }
    return steps.length === 0 ? undefined : steps;
  }

  /** Two quadrants of one gate, side by side, which are all that lies on one side of a divider. */
  function sideOf(link: PlannedPopulation, operands: Combination['operands']): readonly Step[] | undefined {
    const [first, second, ...others] = operands.map(({ population, complement }) =>
      complement ? undefined : slots.find(population, link.parent),
    );
    if (first === undefined || second === undefined || others.length > 0 || first.gate !== second.gate) return undefined;
    if (first.parent !== undefined && !isAbove(first.parent, link.parent)) return undefined;
    const { gate, dimensions } = first.gate.node;
    const side = isFixed(gate) && gate.kind === 'quadrant' ? halfPlane(gate, first.part, second.part) : undefined;
    return side && [{ dimensions, gate: side }];
  }

  /** The events of a population that an operand beside it or above leaves out: the outside of its one gate. */
  function outsideOf(operand: PlannedPopulation, parent: PlannedPopulation | undefined): readonly Step[] | undefined {
    const { node } = operand.gate;
    if (operand.parent !== undefined && !isAbove(operand.parent, parent)) return undefined;
    if (!isFixed(node.gate) || combinationOf(node.gate) !== undefined) return undefined;
    const gate = pieceOf(node.gate, operand.part);
    if (gate === undefined || !(gate.kind === 'rectangle' || gate.kind === 'polygon' || gate.kind === 'ellipsoid')) return undefined;
    const { outside, ...inside } = gate;
    return [{ dimensions: node.dimensions, gate: outside === true ? inside : { ...gate, outside: true } }];
  }

  return stepsOf;
}

/** A gate as gates of at most two dimensions; undefined for one of more that is no range. */
export function planesOf(dimensions: readonly string[], gate: Gate): readonly Step[] | undefined {
  if (dimensions.length <= 2) return [{ dimensions, gate }];
  if (gate.kind !== 'rectangle' || gate.outside) return undefined;
  // one without bounds stays: an event without a value there is not in the gate
  const used = gate.ranges.map((range, i) => ({ range, dimension: dimensions[i]! }));
  return Array.from({ length: Math.ceil(used.length / 2) }, (_, i): Step => {
    const pair = used.slice(2 * i, 2 * i + 2);
    return { dimensions: pair.map(({ dimension }) => dimension), gate: rectangleGate(pair.map(({ range }) => range)) };
  });
}

/** What two quadrants hold together, by their places clockwise from the upper left. */
function halfPlane({ x, y: [left, right] }: QuadrantGate, one: number, other: number): Gate | undefined {
  const pair = [one, other].sort((a, b) => a - b).join();
  if (pair === '1,2') return rectangleGate([{ min: x }, {}]);
  if (pair === '0,3') return rectangleGate([{ max: x }, {}]);
  if (left !== right) return undefined;
  if (pair === '0,1') return rectangleGate([{}, { min: left }]);
  return pair === '2,3' ? rectangleGate([{}, { max: left }]) : undefined;
}

/** From just below one population down to another. */
function chainFrom(slot: PlannedPopulation, within: PlannedPopulation | undefined): readonly PlannedPopulation[] {
  const chain: PlannedPopulation[] = [];
  for (let at: PlannedPopulation | undefined = slot; at !== undefined && at !== within; at = at.parent) chain.unshift(at);
  return chain;
}

/** Whether a population is another one or above it; all events are above every one. */
function isAbove(slot: PlannedPopulation, other: PlannedPopulation | undefined): boolean {
  for (let at = other; at !== undefined; at = at.parent) if (at === slot) return true;
  return false;
}

/** The nearest population that holds the operand and whose events are given anyway. */
function common(
  operand: PlannedPopulation,
  within: PlannedPopulation | undefined,
  parent: PlannedPopulation | undefined,
): PlannedPopulation | undefined {
  for (let at = operand.parent; at !== undefined; at = at.parent) if (isAbove(at, parent) || at === within) return at;
  return undefined;
}

/** A population's own gate, of a kind that stands by itself; undefined where there is none such. */
export function pieceOf(gate: Gate, part: number): Gate | undefined {
  if (gate.kind === 'rectangle' || gate.kind === 'polygon' || gate.kind === 'ellipsoid') return gate;
  if (gate.kind === 'curly-quadrant') return gate.corner === undefined ? { ...gate, corner: part } : gate;
  const pieces = plainGates(gate);
  // where a slanted edge without end goes depends on the scale, which a step does not know
  return pieces?.every((piece) => kindOf(piece).isUpright) ? pieces[part] : undefined;
}
