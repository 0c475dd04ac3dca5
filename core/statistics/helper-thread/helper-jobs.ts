import type { JobContext } from '../../base/workers/job-table.ts';
import type { Bitmask } from '../../data/events/bitmask.ts';
import type { ColumnSource } from '../../data/events/column-source.ts';
import type { MemoryPool } from '../../data/memory/memory-pool.ts';
import { boundedScale, type ScaleBounds } from '../../data/transforms/bounded-scale.ts';
import type { Transform } from '../../data/transforms/transforms.ts';
import { evaluateFixed, type KeyedGate } from '../../gating/evaluate/fixed-gates.ts';
import type { Gate } from '../../gating/gates/gates.ts';
import { type Counted, type CountTask, countLabelled } from '../count-labelled.ts';
import type { EventLabels } from '../label-events.ts';
import type { FoundPart } from '../labelled-medians.ts';
import { type Claims, claimFrom, join } from './claims.ts';
import { openShared, type SharedColumns } from './shared-columns.ts';

/** A gate as it crosses between threads: its scales by what they are made of. */
export interface SharedGate {
  readonly key: string;
  readonly gate: Gate;
  readonly channels: readonly {
    readonly index: number;
    readonly source?: ColumnSource;
    readonly transform: Transform;
    readonly bounds?: ScaleBounds;
  }[];
  /** Shared memory, which every thread fills in its own blocks. */
  readonly members: readonly Bitmask[];
}

export interface GatesArgs {
  readonly columns: SharedColumns;
  readonly gates: readonly SharedGate[];
  readonly claims: Claims;
}
export interface CountArgs {
  readonly columns: SharedColumns;
  readonly task: CountTask;
  readonly events: EventLabels;
  readonly claims: Claims;
}

/** What a second thread does for the thread that holds a sample: the blocks of events that it claims. */
export const helperJobs = (pool: () => MemoryPool) => ({
  async gates({ columns, gates, claims }: GatesArgs, { signal }: JobContext): Promise<void> {
    if (!join(claims)) return;
    const open = gates.map(openGate);
    evaluateFixed(open, openShared(columns, pool()), {
      signal,
      membersOf: (of) => gates[open.indexOf(of)]!.members,
      claimOf: (pass) => claimFrom(claims, pass),
    });
  },

  async count({ columns, task, events, claims }: CountArgs, { signal }: JobContext): Promise<readonly Counted[] | undefined> {
    if (!join(claims)) return undefined;
    const counted = countLabelled(task, events, openShared(columns, pool()), { signal, claim: claimFrom(claims, 0) });
    return counted.map(({ counts, found }) => ({ counts, found: found.map(inSharedMemory) }));
  },
});

/** Nothing is copied on its way to the other thread. */
function inSharedMemory({ values, cells, length }: FoundPart): FoundPart {
  const shared = {
    values: new Float64Array(new SharedArrayBuffer(8 * length)),
    cells: new Uint32Array(new SharedArrayBuffer(4 * length)),
    length,
  };
  shared.values.set(values.subarray(0, length));
  shared.cells.set(cells.subarray(0, length));
  return shared;
}

export type HelperJobs = ReturnType<typeof helperJobs>;

const openGate = ({ key, gate, channels }: SharedGate): KeyedGate => ({
  key,
  gate,
  channels: channels.map(({ transform, ...channel }) => ({ ...channel, scale: boundedScale(transform, channel.bounds) })),
});
