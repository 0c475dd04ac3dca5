import { openSampleColumns } from '../../data/events/sample-columns.ts';
import type { MemoryPool } from '../../data/memory/memory-pool.ts';
import { isStep } from '../../gating/automatic/steps.ts';
import { createGateMemo } from '../../gating/evaluate/gate-memo.ts';
import { indexStrategy, joinPath, mapGates } from '../../gating/strategy/edit-tree.ts';
import type { GatedSample } from '../../gating/strategy/population.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { tableOfRange } from './drag-columns.ts';
import type { PreparedSample } from './prepared-sample.ts';

/** The first events of a sample, with the scales of the whole and its gates where they stand there. */
export interface FirstEvents {
  readonly sample: PreparedSample;
  /** Automatic gates are those that the whole sample has. Quality control removes nothing. */
  readonly protocol: Protocol;
}

/** A sample as if it ended after so many events: what is counted in it says in a moment about what the whole will say. */
export function firstEvents(whole: PreparedSample, protocol: Protocol, gated: GatedSample, events: number, pool: MemoryPool): FirstEvents {
  const { raw, matrix } = whole;
  const eventCount = Math.min(events, raw.dataset.eventCount);
  const table = tableOfRange(raw.table, { from: 0, to: eventCount });
  const columns = openSampleColumns(table, raw.dataset.channels, matrix, pool);
  const sample = {
    ...whole,
    raw: { ...raw, table, dataset: { ...raw.dataset, eventCount } },
    columns,
    memo: createGateMemo(),
    release: columns.release,
  };
  return { sample, protocol: withPlacedGates(protocol, gated) };
}

/** Every automatic step in its strategy is the gate that it placed; one that placed none goes, with what is below it. */
function withPlacedGates({ quality: _, ...protocol }: Protocol, { populations }: GatedSample): Protocol {
  const placed = new Map(populations.map((population) => [population.path, population.placed]));
  const pathOf = new Map(
    indexStrategy(protocol.strategy).gates.map(({ node, parent }) => [node, joinPath(parent, node.populations[0]?.name ?? '')]),
  );
  const strategy = mapGates(protocol.strategy, (node) => {
    if (!isStep(node.gate)) return node;
    const found = placed.get(pathOf.get(node) ?? '');
    return found && { ...node, gate: found.gate, dimensions: [...found.dimensions] };
  });
  return { ...protocol, strategy: [...strategy] };
}
