import { and, type Bitmask, count, emptyMask, fullMask, wordsFor } from '../events/bitmask.ts';
import type { ScaledColumn } from '../events/event-table.ts';
import type { SampleColumns } from '../events/sample-columns.ts';
import type { Finding } from '../finding.ts';
import { evaluateGate, type Gate, populationCount } from '../gates/gates.ts';
import { Problem } from '../problem.ts';
import type { Scale } from '../transforms/transform.ts';
import type { Evidence, Light, StepInput, StepResult } from './automatic/step.ts';
import { placeGate, type Step, stepKinds } from './automatic/steps.ts';
import type { GateNode, PopulationNode } from './strategy.ts';

/** A channel as gates see it: its number in the data set and its display scale. */
export interface GatingChannel {
  readonly index: number;
  readonly scale: Scale;
}

export interface Population {
  readonly path: string;
  readonly name: string;
  readonly role?: string;
  readonly depth: number;
  readonly members: Bitmask;
  readonly count: number;
  readonly parent?: Population;
  readonly placed?: PlacedPopulation;
}

export interface PlacedPopulation {
  /** The gate's identity in a session. */
  readonly id?: string;
  readonly dimensions: readonly string[];
  readonly gate: Gate;
  readonly part: number;
  readonly automatic?: { readonly step: string; readonly light: Light; readonly evidence: readonly Evidence[] };
}

export interface GatedSample {
  /** All events first, then in the order of the strategy. */
  readonly populations: readonly Population[];
  readonly findings: readonly Finding[];
}

/**
 * What was found before, named by what made it: a gate's own membership by its dimensions and coordinates (moving an ancestor
 * re-evaluates nothing), an automatic step's gate by its parent too. Belongs to one set of columns.
 */
export interface GateMemo {
  readonly members: Map<string, readonly Bitmask[]>;
  readonly placed: Map<string, StepResult>;
}

export const createGateMemo = (): GateMemo => ({ members: new Map(), placed: new Map() });

/** Old entries go first: enough for the gates in use and some steps of undo. */
const MEMO_LIMIT = 200;

function remember<T>(memo: Map<string, T>, key: string, make: () => T): T {
  const known = memo.get(key);
  const value = known ?? make();
  memo.delete(key);
  memo.set(key, value);
  if (memo.size > MEMO_LIMIT) for (const oldest of [...memo.keys()].slice(0, memo.size - MEMO_LIMIT)) memo.delete(oldest);
  return value;
}

export interface GateSampleOptions {
  /**
   * Where a gate that is not optional names a channel that the sample lacks: `refuse` throws `marker-absent`; `skip` leaves the gate and
   * everything below it out, with a finding, for a person who works on what is there.
   */
  readonly absent?: 'refuse' | 'skip';
}

/** Walks the strategy over one sample. A population is its gate's own membership AND its parent's. */
export function gateSample(
  strategy: readonly GateNode[],
  columns: SampleColumns,
  channelOf: (dimension: string) => GatingChannel | undefined,
  memo: GateMemo = createGateMemo(),
  { absent = 'refuse' }: GateSampleOptions = {},
): GatedSample {
  const eventCount = columns.shards.reduce((sum, shard) => sum + shard.eventCount, 0);
  const keys = new Map<Population, string>();
  const all: Population = { path: '', name: '', depth: 0, members: fullMask(eventCount), count: eventCount };
  const populations: Population[] = [all];
  const findings: Finding[] = [];

  function visit(nodes: readonly GateNode[], parent: Population): void {
    for (const node of nodes) {
      const missing = node.dimensions.filter((dimension) => channelOf(dimension) === undefined);
      if (missing.length > 0) {
        if (node.optional !== true && absent === 'refuse') throw absentMarker(missing, node.populations);
        findings.push({
          code: 'gate-skipped',
          kind: 'note',
          values: { gate: node.populations.map(({ name }) => name).join(', '), missing: missing.join(', ') },
        });
        if (node.optional === true) for (const population of node.populations) visit(population.gates ?? [], parent);
        continue;
      }
      visitGate(node, parent);
    }
  }

  function visitGate(node: GateNode, parent: Population): void {
    const parts = shardColumns(node.dimensions);
    const { gate, dimensions, automatic } = settle(node, parts, parent);
    if (populationCount(gate) !== node.populations.length)
      throw new Error(`gate ${gate.kind} does not give ${node.populations.length} populations`);
    const evaluateAll = () => {
      const masks = node.populations.map(() => emptyMask(eventCount));
      for (const part of parts) {
        const population = (path: string) => part.wordsOf(memberOf(path, parent));
        evaluateGate(
          gate,
          { columns: part.columns.slice(0, dimensions.length), eventCount: part.eventCount, population },
          masks.map(part.wordsOf),
        );
      }
      return masks;
    };
    const key = JSON.stringify([dimensions, gate]);
    // what a boolean gate holds depends on populations, not on its own text alone; it costs next to nothing
    const members = gate.kind === 'boolean' ? evaluateAll() : remember(memo.members, key, evaluateAll);
    node.populations.forEach((child, part) => {
      const own = and(members[part] as Bitmask, parent.members);
      const population: Population = {
        path: parent.path === '' ? child.name : `${parent.path}/${child.name}`,
        name: child.name,
        ...(child.role === undefined ? {} : { role: child.role }),
        depth: parent.depth + 1,
        members: own,
        count: count(own),
        parent,
        placed: {
          ...(node.id === undefined ? {} : { id: node.id }),
          dimensions,
          gate,
          part,
          ...(automatic === undefined ? {} : { automatic }),
        },
      };
      populations.push(population);
      keys.set(population, `${keys.get(parent) ?? ''}>${key}${part}`);
      visit(child.gates ?? [], population);
    });
  }

  /** The node's gate as it stands in this sample: its own, or the one that its automatic step finds. */
  function settle({ gate, dimensions }: GateNode, parts: readonly ShardColumns[], parent: Population) {
    if (!isStep(gate)) return { gate, dimensions, automatic: undefined };
    const input: StepInput = {
      parts: parts.map((part) => ({ columns: part.columns, parent: part.wordsOf(parent.members), eventCount: part.eventCount })),
      zeros: dimensions.map((dimension) => zeroOf(channelOf(dimension))),
      parentCount: parent.count,
    };
    const placed = remember(memo.placed, `${keys.get(parent) ?? ''}>${JSON.stringify([dimensions, gate])}`, () => placeGate(gate, input));
    const automatic = { step: gate.kind, light: placed.light, evidence: placed.evidence };
    return { gate: placed.gate, dimensions: dimensions.slice(0, stepKinds[gate.kind].gateDimensions), automatic };
  }

  interface ShardColumns {
    readonly columns: readonly ScaledColumn[];
    readonly eventCount: number;
    readonly wordsOf: (mask: Bitmask) => Bitmask;
  }
  function shardColumns(dimensions: readonly string[]): readonly ShardColumns[] {
    const scaled = dimensions.map((dimension) => {
      const channel = channelOf(dimension);
      return channel === undefined ? [] : columns.scaled(channel.index, channel.scale);
    });
    return columns.shards.map((shard, i) => ({
      columns: scaled.map((parts) => parts[i] as ScaledColumn),
      eventCount: shard.eventCount,
      wordsOf: (mask) => mask.subarray(shard.firstEvent / 32, shard.firstEvent / 32 + wordsFor(shard.eventCount)) as Bitmask,
    }));
  }

  function memberOf(path: string, parent: Population): Bitmask {
    const beside = parent.path === '' ? path : `${parent.path}/${path}`;
    const found =
      populations.find((population) => population.path === path) ?? populations.find((population) => population.path === beside);
    if (found === undefined) throw unknownPopulation(path);
    return found.members;
  }

  visit(strategy, all);
  return { populations, findings };
}

const isStep = (gate: GateNode['gate']): gate is Step => Object.hasOwn(stepKinds, gate.kind);

/** The position of linear 0; the bottom of the scale where 0 has none (a log scale). */
function zeroOf(channel: GatingChannel | undefined): number {
  const zero = channel?.scale.scale(0) ?? 0;
  return Number.isFinite(zero) ? zero : 0;
}

function absentMarker(missing: readonly string[], populations: readonly PopulationNode[]): Problem {
  return new Problem(
    'marker-absent',
    {
      en: 'No channel of this file fits {missing}, which the gate "{gate}" needs; name the channel in the protocol\'s panel.',
      ja: 'ゲート「{gate}」に必要な {missing} に当たるチャンネルがありません。プロトコルのパネルでチャンネルを指定してください。',
    },
    { missing: missing.join(', '), gate: populations.map(({ name }) => name).join(', ') },
  );
}

function unknownPopulation(path: string): Problem {
  return new Problem(
    'population-unknown',
    {
      en: 'A boolean gate names the population "{path}", which does not stand before it in the strategy.',
      ja: 'ブールゲートの参照先「{path}」が、それより前の階層にありません。',
    },
    { path },
    { path },
  );
}
