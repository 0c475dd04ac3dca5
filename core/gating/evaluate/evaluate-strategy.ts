import type { CancelSignal } from '../../base/cancel-signal.ts';
import type { Finding } from '../../base/finding.ts';
import { Problem } from '../../base/problem.ts';
import { and, type Bitmask, count, emptyMask, fullMask } from '../../data/events/bitmask.ts';
import type { SampleColumns } from '../../data/events/sample-columns.ts';
import type { StepInput } from '../automatic/kind/step.ts';
import { isStep, placeGate, stepKinds } from '../automatic/steps.ts';
import { worstLight } from '../density/sensitivity.ts';
import { combinationOf, evaluateGate, type Gate, populationCount } from '../gates/gates.ts';
import { absentMarker, circularGates, unknownPopulation } from '../strategy/gate-problems.ts';
import type { GatingChannel } from '../strategy/gating-channel.ts';
import type { GatedSample, Population } from '../strategy/population.ts';
import type { GateNode } from '../strategy/strategy.ts';
import { layOutStrategy, type PlannedGate, type PlannedPopulation } from '../strategy/strategy-layout.ts';
import { type Evaluator, evaluateAsFlowjo } from './evaluators.ts';
import { channelsOf, evaluateFixed, gateKey, keyedGates } from './fixed-gates.ts';
import { openGateColumns, type ShardColumns } from './gate-columns.ts';
import { drawnLinear, onScales } from './gate-coordinates.ts';
import { createGateMemo, type GateMemo, remember } from './gate-memo.ts';
import { ofPart, type SettledStep, underParent } from './settled-step.ts';

export interface EvaluateOptions {
  readonly evaluator?: Evaluator;
  /** Goes on past a gate that cannot be evaluated, instead of throwing. */
  readonly collect?: boolean;
  /**
   * Where a gate that is not optional names a channel that the sample lacks: `refuse` throws `marker-absent`; `skip` leaves the gate and
   * everything below it out, with a finding, for a person who works on what is there.
   */
  readonly absent?: 'refuse' | 'skip';
  /** Events that are gated at all, and a name for what chose them; all of them where absent. */
  readonly kept?: { readonly members: Bitmask; readonly name: string };
  /** The own membership of one gate, in place of what its coordinates say; what follows from it follows from this. */
  readonly given?: { readonly id: string; readonly members: readonly Bitmask[] };
  /** Asked for each few thousand events. */
  readonly signal?: CancelSignal;
}

/**
 * Walks the strategy over one sample. A population is its gate's own membership AND its parent's. Boolean gates may name
 * populations anywhere in the strategy, themselves aside.
 */
export function evaluateStrategy(
  strategy: readonly GateNode[],
  columns: SampleColumns,
  channelOf: (dimension: string) => GatingChannel | undefined,
  memo: GateMemo = createGateMemo(),
  { evaluator = 'exact', collect = false, absent = 'refuse', kept, given, signal }: EvaluateOptions = {},
): GatedSample {
  const eventCount = columns.shards.reduce((sum, shard) => sum + shard.eventCount, 0);
  const missingOf = (node: GateNode) => node.dimensions.filter((dimension) => channelOf(dimension) === undefined);
  const slots = layOutStrategy(strategy, missingOf, absent === 'skip');
  const events = kept?.members ?? fullMask(eventCount);
  const all: Population = { path: '', name: '', depth: 0, members: events, count: kept === undefined ? eventCount : count(events) };
  const gates = new Map<PlannedGate, SettledGate | Problem | 'running'>();
  const found = new Map<PlannedPopulation, Population>();

  const gatesInOrder = [...new Set(slots.populations.map(({ gate }) => gate))];
  const channelsIn = channelsOf(channelOf);
  const columnsOf = openGateColumns(
    columns,
    gatesInOrder.filter(({ node }) => isStep(node.gate)).flatMap(({ node }) => channelsIn(node)),
  );
  // the own memberships of all gates that depend on no other, as far as they are not known
  const fixed = evaluator === 'exact' && columns.gateKernels !== undefined ? keyedGates(gatesInOrder, channelsIn, memo) : [];
  const ahead = evaluateFixed(
    fixed.filter(({ id }) => given === undefined || given.id !== id),
    columns,
    { signal },
  );

  function populationAt(slot: PlannedPopulation | undefined): Population {
    if (slot === undefined) return all;
    const known = found.get(slot);
    if (known !== undefined) return known;
    const made = makePopulation(slot);
    found.set(slot, made);
    return made;
  }

  function makePopulation({ gate: slot, part, node, path, depth }: PlannedPopulation): Population {
    const { members, gate, dimensions, automatic } = gateAt(slot, path);
    const parent = populationAt(slot.parent);
    const own = and(members[part] as Bitmask, parent.members);
    const operands = (combinationOf(gate)?.operands ?? []).map(({ population }) => operand(population, slot));
    const lights = [automatic?.light, parent.light, ...operands.map(({ light }) => light)].filter((light) => light !== undefined);
    return {
      path,
      name: node.name,
      ...(node.role === undefined ? {} : { role: node.role }),
      depth,
      members: own,
      count: count(own),
      parent,
      ...(lights.length === 0 ? {} : { light: worstLight(lights) }),
      placed: {
        ...(slot.node.id === undefined ? {} : { id: slot.node.id }),
        dimensions,
        gate,
        part,
        ...(automatic === undefined ? {} : { automatic: ofPart(automatic, part) }),
        ...(operands.length === 0 || lights.length === 0 ? {} : { follows: worstLight(lights) }),
      },
    };
  }

  /** Settles a gate once, whichever of its populations is asked for first; a refusal is remembered too. */
  function gateAt(slot: PlannedGate, path: string): SettledGate {
    const known = gates.get(slot);
    if (known === 'running') throw circularGates(path);
    if (known instanceof Problem) throw known;
    if (known !== undefined) return known;
    gates.set(slot, 'running');
    try {
      const settled = settle(slot);
      gates.set(slot, settled);
      return settled;
    } catch (error) {
      if (error instanceof Problem) gates.set(slot, error);
      throw error;
    }
  }

  interface SettledGate {
    readonly members: readonly Bitmask[];
    readonly key: string;
    readonly gate: Gate;
    readonly dimensions: readonly string[];
    readonly automatic: SettledStep | undefined;
  }

  function settle(slot: PlannedGate): SettledGate {
    const { node } = slot;
    const missing = missingOf(node);
    if (missing.length > 0) throw absentMarker(missing, node.populations);
    const parent = populationAt(slot.parent);
    const parts = () => columnsOf(node.dimensions.map((dimension) => channelOf(dimension) as GatingChannel));
    const { gate: written, dimensions, automatic } = placeIn(slot, parts, parent);
    if (populationCount(written) !== node.populations.length)
      throw new Error(`gate ${written.kind} does not give ${node.populations.length} populations`);
    const channels = dimensions.map((dimension) => channelOf(dimension) as GatingChannel);
    const gate = onScales(node, written, channels);
    const evaluateAll = () => {
      const masks = node.populations.map(() => emptyMask(eventCount));
      for (const part of parts()) {
        const population = (path: string) => part.wordsOf(operand(path, slot).members);
        const input = {
          ...part,
          columns: part.columns.slice(0, dimensions.length),
          population,
          ...(columns.gateKernels && { gateKernels: columns.gateKernels }),
        };
        if (evaluator === 'exact') evaluateGate(gate, input, masks.map(part.wordsOf));
        else
          evaluateAsFlowjo(
            gate,
            drawnLinear(node, written, channels),
            channels.map(({ grid }) => grid?.()),
            input,
            masks.map(part.wordsOf),
          );
      }
      return masks;
    };
    const key = gateKey(evaluator, dimensions, written);
    if (given !== undefined && given.id === node.id) return { members: given.members, key, gate, dimensions, automatic };
    // what a boolean gate holds depends on populations, not on its own text alone; it costs next to nothing
    const members = combinationOf(gate) ? evaluateAll() : remember(memo.members, key, () => ahead.get(key) ?? evaluateAll());
    return { members, key, gate, dimensions, automatic };
  }

  /** The node's gate as it stands in this sample: its own, or the one that its automatic step finds. */
  function placeIn({ node, parent: parentSlot }: PlannedGate, parts: () => readonly ShardColumns[], parent: Population) {
    const { gate, dimensions } = node;
    if (!isStep(gate)) return { gate, dimensions, automatic: undefined };
    const input = (): StepInput => ({
      parts: parts().map((part) => ({ columns: part.columns, parent: part.wordsOf(parent.members), eventCount: part.eventCount })),
      zeros: dimensions.map((dimension) => zeroOf(channelOf(dimension))),
      scales: dimensions.map((dimension) => (linear: number) => channelOf(dimension)?.scale.scale(linear) ?? Number.NaN),
      parentCount: parent.count,
    });
    const placed = remember(memo.placed, `${keyOf(parentSlot)}>${JSON.stringify([dimensions, gate])}`, () => placeGate(gate, input()));
    const automatic: SettledStep = { step: gate.kind, estimates: placed.parts, ...underParent(placed, parent) };
    return { gate: placed.gate, dimensions: dimensions.slice(0, stepKinds[gate.kind].gateDimensions), automatic };
  }

  /** Names a population by every gate above it. */
  const keyOf = (slot: PlannedPopulation | undefined): string =>
    slot === undefined ? (kept?.name ?? '') : `${keyOf(slot.parent)}>${gateAt(slot.gate, slot.path).key}${slot.part}`;

  function operand(path: string, { parent }: PlannedGate): Population {
    const slot = slots.find(path, parent);
    if (slot === undefined) throw unknownPopulation(path);
    return populationAt(slot);
  }

  const populations: Population[] = [all];
  const refused: { readonly path: string; readonly problem: Problem }[] = [];
  for (const slot of slots.populations) {
    try {
      populations.push(populationAt(slot));
    } catch (error) {
      if (!collect || !(error instanceof Problem)) throw error;
      refused.push({ path: slot.path, problem: error });
    }
  }
  return { populations, findings: slots.skipped.map(skippedGate), refused };
}

/** Where cells without signal are on a log scale, which has no place for 0: in the middle of the first of four decades. */
const LOG_ZERO = 0.1;

/** The position of linear 0. */
function zeroOf(channel: GatingChannel | undefined): number {
  const zero = channel?.scale.scale(0) ?? 0;
  return Number.isFinite(zero) ? zero : LOG_ZERO;
}

const skippedGate = ({ node, missing }: { readonly node: GateNode; readonly missing: readonly string[] }): Finding => ({
  code: 'gate-skipped',
  kind: 'note',
  values: { gate: node.populations.map(({ name }) => name).join(', '), missing: missing.join(', ') },
});
