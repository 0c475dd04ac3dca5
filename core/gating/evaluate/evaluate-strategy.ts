import type { CancelSignal } from '../../base/cancel-signal.ts';
import { type Caution, joinCautions } from '../../base/caution.ts';
import type { Finding } from '../../base/finding.ts';
import { Problem } from '../../base/problem.ts';
import { and, type Bitmask, count, fullMask } from '../../data/events/bitmask.ts';
import type { SampleColumns } from '../../data/events/sample-columns.ts';
import type { Light } from '../automatic/kind/step.ts';
import { isStep } from '../automatic/steps.ts';
import { worstLight } from '../density/sensitivity.ts';
import { combinationOf } from '../gates/gates.ts';
import { circularGates, unknownPopulation, type WhyAbsent } from '../strategy/gate-problems.ts';
import type { GatingChannel } from '../strategy/gating-channel.ts';
import type { AutomaticGate, GatedSample, Population } from '../strategy/population.ts';
import type { SkippedGate } from '../strategy/skipped-gate.ts';
import type { GateNode, OwnGate } from '../strategy/strategy.ts';
import { layOutStrategy, type PlannedGate, type PlannedPopulation } from '../strategy/strategy-layout.ts';
import type { Evaluator } from './evaluators.ts';
import { channelsOf, evaluateFixed, keyedGates } from './fixed-gates.ts';
import { openGateColumns } from './gate-columns.ts';
import { createGateMemo, type GateMemo } from './gate-memo.ts';
import { type AncestorGate, withParentError } from './parent-error.ts';
import { openPlaceless } from './placeless.ts';
import { type GateWalk, type SettledGate, settleGate } from './settle-gate.ts';
import { ofPart, type SettledStep } from './settled-step.ts';

export interface EvaluateOptions {
  readonly evaluator?: Evaluator;
  /** Goes on past a gate that cannot be evaluated, instead of throwing. */
  readonly collect?: boolean;
  /**
   * Where a gate that is not optional names a channel that the sample lacks: `refuse` throws `marker-absent`; `skip` leaves the gate and
   * everything below it out, with a finding, for a person who works on what is there.
   */
  readonly absent?: 'refuse' | 'skip';
  /** Why the sample lacks a channel, where more is known than that nothing fits. */
  readonly whyAbsent?: WhyAbsent;
  /** Events that are gated at all, and a name for what chose them; all of them where absent. */
  readonly kept?: { readonly members: Bitmask; readonly name: string };
  /** What makes every population unsure. */
  readonly cautions?: readonly Caution[];
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
  {
    evaluator = 'exact',
    collect = false,
    absent = 'refuse',
    whyAbsent = () => undefined,
    kept,
    cautions = [],
    given,
    signal,
  }: EvaluateOptions = {},
): GatedSample {
  const eventCount = columns.shards.reduce((sum, shard) => sum + shard.eventCount, 0);
  const missingOf = (node: GateNode) => node.dimensions.filter((dimension) => channelOf(dimension) === undefined);
  const slots = layOutStrategy(strategy, missingOf, absent === 'skip');
  const events = kept?.members ?? fullMask(eventCount);
  const all: Population = {
    path: '',
    name: '',
    depth: 0,
    members: events,
    count: kept === undefined ? eventCount : count(events),
    ...(cautions.length === 0 ? {} : { cautions, light: worstLight(cautions.map(({ light }) => light)) }),
  };
  const gates = new Map<PlannedGate, SettledGate | Problem | 'running'>();
  const found = new Map<PlannedPopulation, Population>();
  const nowhere = openPlaceless(columns, channelOf);

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

  function makePopulation(slot: PlannedPopulation): Population {
    const settled = gateAt(slot.gate, slot.path);
    const parent = populationAt(slot.parent);
    const operands = (combinationOf(settled.gate)?.operands ?? []).map(({ population }) => operand(population, slot.gate));
    const made = populationOf(slot, settled, parent, operands, ancestorsOf(slot));
    nowhere.note(made, operands);
    return made;
  }

  /** The gates above a part whose interval is to hold their error. */
  function ancestorsOf({ gate, parent }: PlannedPopulation): readonly AncestorGate[] {
    const settled = gates.get(gate);
    if (settled === undefined || settled === 'running' || settled instanceof Problem || settled.automatic?.estimates === undefined)
      return [];
    const above: AncestorGate[] = [];
    for (let slot = parent; slot !== undefined; slot = slot.parent) {
      const { members, others } = gateAt(slot.gate, slot.path);
      const { part } = slot;
      above.push({ own: members[part] as Bitmask, others: others().map((other) => other[part] as Bitmask) });
    }
    return above;
  }

  /** Settles a gate once, whichever of its populations is asked for first; a refusal is remembered too. */
  function gateAt(slot: PlannedGate, path: string): SettledGate {
    const known = gates.get(slot);
    if (known === 'running') throw circularGates(path);
    if (known instanceof Problem) throw known;
    if (known !== undefined) return known;
    gates.set(slot, 'running');
    try {
      const settled = settleGate(slot, walk);
      gates.set(slot, settled);
      return settled;
    } catch (error) {
      if (error instanceof Problem) gates.set(slot, error);
      throw error;
    }
  }

  /** Names a population by every gate above it. */
  const keyOf = (slot: PlannedPopulation | undefined): string =>
    slot === undefined ? (kept?.name ?? '') : `${keyOf(slot.parent)}>${gateAt(slot.gate, slot.path).key}${slot.part}`;

  function operand(path: string, { parent }: PlannedGate): Population {
    const slot = slots.find(path, parent);
    if (slot === undefined) throw unknownPopulation(path);
    return populationAt(slot);
  }

  const walk: GateWalk = {
    eventCount,
    columns,
    channelOf,
    missingOf,
    whyAbsent,
    memo,
    evaluator,
    given,
    nowhere,
    columnsOf,
    ahead,
    populationAt,
    operand,
    keyOf,
  };
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
  return { populations, findings: [...slots.skipped.map(skippedGate), ...nowhere.findings()], skipped: slots.skipped, refused };
}

/** A population: its gate's own membership AND its parent's, as sure as the least sure of all that it follows from. */
function populationOf(
  { gate: { node: placedBy }, part, node, path, depth, cautions: without }: PlannedPopulation,
  { members, gate, dimensions, automatic, cautions: own }: SettledGate,
  parent: Population,
  operands: readonly Population[],
  ancestors: readonly AncestorGate[],
): Population {
  const within = and(members[part] as Bitmask, parent.members);
  const cautions = joinCautions(parent.cautions, without, own, ...operands.map((operand) => operand.cautions));
  const doubts = cautions.map(({ light }) => light);
  const lights = [automatic?.light, parent.light, ...operands.map(({ light }) => light), ...doubts].filter((light) => light !== undefined);
  return {
    path,
    name: node.name,
    ...(node.role === undefined ? {} : { role: node.role }),
    depth,
    members: within,
    count: count(within),
    parent,
    ...(lights.length === 0 ? {} : { light: worstLight(lights) }),
    ...(cautions.length === 0 ? {} : { cautions }),
    placed: {
      ...(placedBy.id === undefined ? {} : { id: placedBy.id }),
      dimensions,
      gate,
      part,
      ...(placedBy.own === undefined ? {} : { own: actOf(placedBy.own) }),
      ...(automatic === undefined
        ? {}
        : { automatic: widened(ofPart(doubted(automatic, doubts), part), members[part] as Bitmask, allOf(parent), ancestors) }),
      ...(operands.length === 0 || lights.length === 0 ? {} : { follows: worstLight(lights) }),
      ...(cautions.length === 0 ? {} : { cautions }),
    },
  };
}

const actOf = ({ instead: _, ...act }: OwnGate): Omit<OwnGate, 'instead'> => act;

/** All events that are gated at all. */
const allOf = ({ parent, members }: Population): Bitmask => (parent === undefined ? members : allOf(parent));

const widened = (automatic: AutomaticGate, part: Bitmask, events: Bitmask, ancestors: readonly AncestorGate[]): AutomaticGate =>
  automatic.estimate === undefined ? automatic : { ...automatic, estimate: withParentError(automatic.estimate, part, events, ancestors) };

const doubted = (step: SettledStep, doubts: readonly Light[]): SettledStep =>
  doubts.length === 0 ? step : { ...step, light: worstLight([step.light, ...doubts]) };

const skippedGate = ({ node, missing, countedIn }: SkippedGate): Finding => ({
  code: 'gate-skipped',
  kind: 'note',
  values: {
    gate: node.populations.map(({ name }) => name).join(', '),
    missing: missing.join(', '),
    ...(countedIn === undefined ? {} : { countedIn: countedIn === '' ? '●' : countedIn }),
  },
});
