import type { Bitmask } from '../events/bitmask.ts';
import type { ColumnSource } from '../events/column-source.ts';
import type { MemoryPool } from '../events/memory-pool.ts';
import type { Gate } from '../gates/gates.ts';
import { evaluateFixed, type KeyedGate } from '../gating/fixed-gates.ts';
import type { JobContext } from '../jobs/job-table.ts';
import type { CountTask } from '../statistics/channel-medians.ts';
import { type Counted, countLabelled } from '../statistics/channel-medians.ts';
import type { EventLabels } from '../statistics/label-events.ts';
import { compileTransform, type Transform } from '../transforms/transforms.ts';
import { type Claims, claimFrom } from './claims.ts';
import { openShared, type SharedColumns } from './shared-columns.ts';

/** A gate as it crosses between threads: its scales by what they are made of. */
export interface SharedGate {
  readonly key: string;
  readonly gate: Gate;
  readonly channels: readonly { readonly index: number; readonly source?: ColumnSource; readonly transform: Transform }[];
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

/** What a second thread does of the work on one sample, beside the thread that holds it: the blocks of events that it claims. */
export const besideJobs = (pool: () => MemoryPool) => ({
  async besideGates({ columns, gates, claims }: GatesArgs, { signal }: JobContext): Promise<void> {
    const open = gates.map(openGate);
    evaluateFixed(open, openShared(columns, pool()), {
      signal,
      membersOf: (of) => gates[open.indexOf(of)]!.members,
      claimOf: (pass) => claimFrom(claims, pass),
    });
  },

  async besideCount({ columns, task, events, claims }: CountArgs, { signal }: JobContext): Promise<readonly Counted[]> {
    const counted = countLabelled(task, events, openShared(columns, pool()), { signal, claim: claimFrom(claims, 0) });
    // as plain data
    return counted.map(({ counts, found: { values, cells }, length }) => ({
      counts,
      found: { values: values.slice(0, length), cells: cells.slice(0, length) },
      length,
    }));
  },
});

export type BesideJobs = ReturnType<typeof besideJobs>;

const openGate = ({ key, gate, channels }: SharedGate): KeyedGate => ({
  key,
  gate,
  channels: channels.map(({ transform, ...channel }) => ({ ...channel, scale: compileTransform(transform) })),
});
