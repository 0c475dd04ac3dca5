import { type Caution, joinCautions } from '../../base/caution.ts';
import { andNot, type Bitmask, emptyMask, not } from '../../data/events/bitmask.ts';
import type { SampleColumns } from '../../data/events/sample-columns.ts';
import type { StepInput } from '../automatic/kind/step.ts';
import { isStep, placeGate, stepKinds } from '../automatic/steps.ts';
import { combinationOf, evaluateGate, type Gate, populationCount } from '../gates/gates.ts';
import { absentMarker, type WhyAbsent } from '../strategy/gate-problems.ts';
import type { GatingChannel } from '../strategy/gating-channel.ts';
import type { Population } from '../strategy/population.ts';
import type { GateNode } from '../strategy/strategy.ts';
import type { PlannedGate, PlannedPopulation } from '../strategy/strategy-layout.ts';
import { type Evaluator, evaluateAsFlowjo } from './evaluators.ts';
import { gateKey } from './fixed-gates.ts';
import type { ShardColumns } from './gate-columns.ts';
import { drawnLinear, onScales } from './gate-coordinates.ts';
import { type GateMemo, remember } from './gate-memo.ts';
import type { Placeless } from './placeless.ts';
import { type SettledStep, underParent } from './settled-step.ts';

/** What the walk through a strategy over one sample has at hand for each gate. */
export interface GateWalk {
  readonly eventCount: number;
  readonly columns: SampleColumns;
  readonly channelOf: (dimension: string) => GatingChannel | undefined;
  /** Dimensions that the sample lacks. */
  readonly missingOf: (node: GateNode) => readonly string[];
  readonly whyAbsent: WhyAbsent;
  readonly memo: GateMemo;
  readonly evaluator: Evaluator;
  readonly given: { readonly id: string; readonly members: readonly Bitmask[] } | undefined;
  readonly nowhere: Placeless;
  readonly columnsOf: (channels: readonly GatingChannel[]) => readonly ShardColumns[];
  /** Memberships that were found before the walk, by the gate's key. */
  readonly ahead: ReadonlyMap<string, readonly Bitmask[]>;
  readonly populationAt: (slot: PlannedPopulation | undefined) => Population;
  /** A population that a combination names. */
  readonly operand: (path: string, slot: PlannedGate) => Population;
  /** Names a population by every gate above it. */
  readonly keyOf: (slot: PlannedPopulation | undefined) => string;
}

/** A gate where it stands in one sample. */
export interface SettledGate {
  /** One mask for each population, not yet masked by the parent's. */
  readonly members: readonly Bitmask[];
  readonly key: string;
  readonly gate: Gate;
  readonly dimensions: readonly string[];
  readonly automatic: SettledStep | undefined;
  /** What it would hold where it might stand as well. */
  readonly others: () => readonly (readonly Bitmask[])[];
  /** Of its channels. */
  readonly cautions: readonly Caution[];
}

/** Finds a gate as it stands in this sample, and its own membership, whatever its parent holds. */
export function settleGate(slot: PlannedGate, walk: GateWalk): SettledGate {
  const { channelOf, memo, evaluator, given, ahead } = walk;
  const { node } = slot;
  const missing = walk.missingOf(node);
  if (missing.length > 0) throw absentMarker(missing, node.populations, walk.whyAbsent);
  const parent = walk.populationAt(slot.parent);
  const parts = () => walk.columnsOf(node.dimensions.map((dimension) => channelOf(dimension) as GatingChannel));
  const { gate: written, dimensions, automatic, others: elsewhere } = placeIn(slot, walk, parts, parent);
  if (populationCount(written) !== node.populations.length)
    throw new Error(`gate ${written.kind} does not give ${node.populations.length} populations`);
  const channels = dimensions.map((dimension) => channelOf(dimension) as GatingChannel);
  const gate = onScales(node, written, channels);
  const cautions = joinCautions(channels.flatMap(({ caution }) => caution ?? []));
  const evaluateAll = () => evaluateOver(parts(), slot, walk, { gate, written, channels });
  const key = gateKey(evaluator, dimensions, written);
  if (given !== undefined && given.id === node.id)
    return { members: given.members, key, gate, dimensions, automatic, others: () => [], cautions };
  // what a boolean gate holds depends on populations, not on its own text alone; it costs next to nothing
  const members = combinationOf(gate) ? evaluateAll() : remember(memo.members, key, () => ahead.get(key) ?? evaluateAll());
  const others = () =>
    elsewhere.map((other) => {
      const forms = { gate: onScales(node, other, channels), written: other, channels };
      return remember(memo.members, gateKey(evaluator, dimensions, other), () => evaluateOver(parts(), slot, walk, forms));
    });
  return { members, key, gate, dimensions, automatic, others, cautions };
}

interface GateForms {
  /** On the scales of its channels. */
  readonly gate: Gate;
  /** As the strategy has it. */
  readonly written: Gate;
  readonly channels: readonly GatingChannel[];
}

function evaluateOver(
  parts: readonly ShardColumns[],
  slot: PlannedGate,
  { eventCount, columns: { gateKernels }, evaluator, operand, nowhere }: GateWalk,
  { gate, written, channels }: GateForms,
): readonly Bitmask[] {
  const { node } = slot;
  const masks = node.populations.map(() => emptyMask(eventCount));
  for (const part of parts) {
    const population = (path: string) => part.wordsOf(operand(path, slot).members);
    const complement = (path: string) => part.wordsOf(complementOf(operand(path, slot), nowhere, eventCount));
    const columns = part.columns.slice(0, channels.length);
    const input = { ...part, columns, population, complement, ...(gateKernels && { gateKernels }) };
    const members = masks.map(part.wordsOf);
    // FlowJo has no scale that is held between bounds
    if (evaluator === 'exact' || channels.some(({ bounds }) => bounds !== undefined)) evaluateGate(gate, input, members);
    else {
      const grids = channels.map(({ grid }) => grid?.());
      evaluateAsFlowjo(evaluator, gate, drawnLinear(node, written, channels), grids, input, members);
    }
  }
  return masks;
}

function complementOf(population: Population, nowhere: Placeless, eventCount: number): Bitmask {
  const placeless = nowhere.of(population);
  const outside = not(population.members, eventCount);
  return placeless === undefined ? outside : andNot(outside, placeless);
}

/** The node's gate as it stands in this sample: its own, or the one that its automatic step finds. */
function placeIn(
  { node, parent: parentSlot }: PlannedGate,
  { channelOf, columnsOf, memo, keyOf }: GateWalk,
  parts: () => readonly ShardColumns[],
  parent: Population,
) {
  const { gate, dimensions } = node;
  if (!isStep(gate)) return { gate, dimensions, automatic: undefined, others: [] };
  const input = (): StepInput => ({
    parts: parts().map((part) => ({ columns: part.columns, parent: part.wordsOf(parent.members), eventCount: part.eventCount })),
    zeros: dimensions.map((dimension) => zeroOf(channelOf(dimension))),
    scales: dimensions.map((dimension) => (linear: number) => channelOf(dimension)?.scale.scale(linear) ?? Number.NaN),
    parentCount: parent.count,
    witness(id) {
      const channel = channelOf(id);
      if (channel === undefined || channel.caution !== undefined) return undefined;
      return { columns: columnsOf([channel]).map(({ columns }) => columns[0]!), zero: zeroOf(channel) };
    },
  });
  const placed = remember(memo.placed, `${keyOf(parentSlot)}>${JSON.stringify([dimensions, gate])}`, () => placeGate(gate, input()));
  const automatic: SettledStep = { step: gate.kind, estimates: placed.parts, ...underParent(placed, parent) };
  const { others = [] } = placed;
  return { gate: placed.gate, dimensions: dimensions.slice(0, stepKinds[gate.kind].gateDimensions), automatic, others };
}

/** Where cells without signal are on a log scale, which has no place for 0: in the middle of the first of four decades. */
const LOG_ZERO = 0.1;

/** The position of linear 0. */
function zeroOf(channel: GatingChannel | undefined): number {
  const zero = channel?.scale.scale(0) ?? 0;
  return Number.isFinite(zero) ? zero : LOG_ZERO;
}
