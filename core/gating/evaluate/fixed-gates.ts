import type { CancelSignal } from '../../base/cancel-signal.ts';
import { type Bitmask, emptyMask, wordsFor } from '../../data/events/bitmask.ts';
import { keyOf, type Wanted } from '../../data/events/column-pass.ts';
import type { ScaledColumn } from '../../data/events/event-table.ts';
import type { GateWork } from '../../data/events/gate-kernels.ts';
import type { SampleColumns } from '../../data/events/sample-columns.ts';
import { MOST_WANTED } from '../../data/events/whole-columns.ts';
import { isStep } from '../automatic/steps.ts';
import { evaluateGate, type Gate, gateWork, populationCount } from '../gates/gates.ts';
import { unlessRefused } from '../strategy/gate-problems.ts';
import type { GatingChannel } from '../strategy/gating-channel.ts';
import type { GateNode } from '../strategy/strategy.ts';
import type { PlannedGate } from '../strategy/strategy-layout.ts';
import type { Evaluator } from './evaluators.ts';
import { onScales } from './gate-coordinates.ts';
import type { GateMemo } from './gate-memo.ts';
import { linearWork } from './linear-work.ts';

/** A gate whose own membership depends on its coordinates alone, which are positions on the scales of its channels; two alike share a key. */
export interface KeyedGate {
  readonly key: string;
  readonly gate: Gate;
  readonly channels: readonly GatingChannel[];
}

/** What names a gate's own membership: moving an ancestor changes nothing about it. */
export const gateKey = (evaluator: Evaluator, dimensions: readonly string[], gate: Gate): string =>
  JSON.stringify([evaluator, dimensions, gate]);

/** The channels of a gate as far as the sample has them; none where one is refused, which its own place in the walk will say. */
export const channelsOf =
  (channelOf: (dimension: string) => GatingChannel | undefined) =>
  ({ dimensions }: GateNode): readonly GatingChannel[] =>
    unlessRefused(() => dimensions.flatMap((dimension) => channelOf(dimension) ?? [])) ?? [];

/** The gates among these that depend on no other and whose memberships are not known yet. */
export function keyedGates(
  slots: readonly PlannedGate[],
  channelsIn: (node: GateNode) => readonly GatingChannel[],
  { members }: GateMemo,
): readonly (KeyedGate & { readonly id: string | undefined })[] {
  return slots.flatMap(({ node }) => {
    const { gate, dimensions, id } = node;
    if (isStep(gate) || gate.kind === 'boolean') return [];
    const key = gateKey('exact', dimensions, gate);
    const channels = channelsIn(node);
    if (members.has(key) || channels.length < dimensions.length || channels.length > MOST_WANTED) return [];
    const placed = unlessRefused(() => onScales(node, gate, channels));
    return placed === undefined ? [] : [{ key, id, gate: placed, channels }];
  });
}

export interface EvaluateFixedOptions {
  readonly signal?: CancelSignal | undefined;
  /** Masks to fill, in place of new ones. */
  readonly membersOf?: (gate: KeyedGate) => readonly Bitmask[];
  /** Claims for each pass: see `PassOptions`. */
  readonly claimOf?: (pass: number) => () => number;
}

/** The own memberships of many gates in one pass over the events (or a few, where they look at many channels): no column is kept. */
export function evaluateFixed(
  gates: readonly KeyedGate[],
  columns: SampleColumns,
  { signal, claimOf, membersOf = emptyMasks(columns) }: EvaluateFixedOptions = {},
): ReadonlyMap<string, readonly Bitmask[]> {
  const members = new Map<string, readonly Bitmask[]>();
  for (const [i, { wanted, works }] of passesOf(gates, columns).entries()) {
    for (const { of } of works) members.set(of.key, membersOf(of));
    columns.pass(
      wanted,
      (made, { shard, start, events }, { gateKernels }) => {
        const firstWord = (shard.firstEvent + start) / 32;
        for (const { of, work, places } of works) {
          const own = places.map((place) => made[place] as ScaledColumn);
          const masks = members.get(of.key)!;
          if (gateKernels !== undefined && work !== undefined) gateKernels.runChunk(work, own, events, masks, firstWord);
          else evaluateChunk(of.gate, own, events, masks, firstWord);
        }
      },
      { signal, claim: claimOf?.(i) },
    );
  }
  return members;
}

function emptyMasks({ shards }: SampleColumns): (gate: KeyedGate) => readonly Bitmask[] {
  const eventCount = shards.reduce((sum, shard) => sum + shard.eventCount, 0);
  return ({ gate }) => Array.from({ length: populationCount(gate) }, () => emptyMask(eventCount));
}

function evaluateChunk(gate: Gate, columns: readonly ScaledColumn[], events: number, members: readonly Bitmask[], firstWord: number): void {
  const population = () => {
    throw new Error('a fixed gate asks for no population');
  };
  const words = members.map((mask) => mask.subarray(firstWord, firstWord + wordsFor(events)) as Bitmask);
  evaluateGate(gate, { columns, eventCount: events, population }, words);
}

interface Pass {
  /** What its gates look at, as positions. */
  readonly scaled: Wanted[];
  readonly wanted: Wanted[];
  readonly works: { readonly of: KeyedGate; readonly work: GateWork | undefined; readonly places: readonly number[] }[];
}

/**
 * Gates in passes, each of which looks at no more columns than can be made side by side. Which gates share a pass follows from the gates
 * alone: two threads that claim blocks of it must agree, whatever columns each of them keeps.
 */
function passesOf(gates: readonly KeyedGate[], columns: SampleColumns): readonly Pass[] {
  const passes: Pass[] = [];
  for (const of of new Map(gates.map((gate) => [gate.key, gate])).values()) {
    const scaled = of.channels.map(({ index, source, scale }): Wanted => ({ of: source ?? index, scale }));
    const last = passes.at(-1);
    const fits = last !== undefined && last.scaled.length + scaled.filter((one) => placeIn(last.scaled, one) < 0).length <= MOST_WANTED;
    const pass = fits ? last : { scaled: [], wanted: [], works: [] };
    if (!fits) passes.push(pass);
    for (const one of scaled) if (placeIn(pass.scaled, one) < 0) pass.scaled.push(one);
    // what is on its scale already is taken as it is
    const linear = columns.gateKernels === undefined || scaled.every(columns.has) ? undefined : linearWorkOf(of);
    const wanted = scaled.map((one, i): Wanted => (linear?.isLinear[i] ? { of: one.of } : one));
    for (const one of wanted) if (placeIn(pass.wanted, one) < 0) pass.wanted.push(one);
    pass.works.push({ of, work: linear ?? gateWork(of.gate), places: wanted.map((one) => placeIn(pass.wanted, one)) });
  }
  return passes;
}

const linearWorkOf = ({ gate, channels }: KeyedGate) =>
  linearWork(
    gate,
    channels.map(({ scale }) => scale),
  );

const placeIn = (wanted: readonly Wanted[], one: Wanted): number =>
  wanted.findIndex(({ of, scale }) => scale === one.scale && keyOf(of) === keyOf(one.of));
