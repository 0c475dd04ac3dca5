import type { CancelSignal } from '../../base/cancel-signal.ts';
import type { JobTable } from '../../base/workers/job-table.ts';
import type { Pool } from '../../base/workers/pool.ts';
import { type Bitmask, sharedMask } from '../../data/events/bitmask.ts';
import type { SampleColumns } from '../../data/events/sample-columns.ts';
import { boundedScale } from '../../data/transforms/bounded-scale.ts';
import { evaluateFixed, type KeyedGate } from '../../gating/evaluate/fixed-gates.ts';
import { populationCount } from '../../gating/gates/gates.ts';
import type { ScaledChannel } from '../../gating/strategy/used-channels.ts';
import { type ChannelMedians, medianSteps } from '../channel-medians.ts';
import { addInto, type Counted, type CountTask, countLabelled } from '../count-labelled.ts';
import { type ListOf, newLists } from '../found-lists.ts';
import type { EventLabels } from '../label-events.ts';
import { type Claims, claimFrom, close, openClaims } from './claims.ts';
import type { HelperJobs, SharedGate } from './helper-jobs.ts';
import type { SharedColumns } from './shared-columns.ts';

/** A thread that takes a share of the work on one sample. */
export type Helper = Pool<HelperJobs & JobTable>;

/** A sample that this thread holds and another helps with. */
export interface SharedWork {
  readonly helper: Helper;
  readonly columns: SampleColumns;
  readonly shared: SharedColumns;
  /** Lets messages in: the other thread is asked again only once its last answer has been heard. */
  readonly turn: () => Promise<void>;
  readonly signal?: CancelSignal | undefined;
}

/** Fewer events are not worth a message. */
export const SHARED_FROM = 200_000;

/** The own memberships of gates, each thread its blocks of events; gates on scales that another thread cannot make are left out. */
export async function evaluateShared(
  gates: readonly KeyedGate[],
  { helper, columns, shared, turn, signal }: SharedWork,
): Promise<ReadonlyMap<string, readonly Bitmask[]>> {
  const crossing = gates.flatMap((of): readonly { readonly of: KeyedGate; readonly crossed: SharedGate }[] => {
    const crossed = cross(of, shared.eventCount);
    return crossed === undefined ? [] : [{ of, crossed }];
  });
  const masks = new Map(crossing.map(({ of, crossed }) => [of.key, crossed.members]));
  const claims = openClaims(crossing.length);
  await turn();
  const others = helper.run('gates', { columns: shared, gates: crossing.map(({ crossed }) => crossed), claims });
  return both(claims, others, () =>
    evaluateFixed(
      crossing.map(({ of }) => of),
      columns,
      { signal, membersOf: ({ key }) => masks.get(key)!, claimOf: (pass) => claimFrom(claims, pass) },
    ),
  ).then(([own]) => own);
}

/** Exact medians, the counting of all events shared. */
export async function mediansShared(
  channels: Parameters<typeof medianSteps>[0],
  events: EventLabels,
  work: SharedWork,
): Promise<ChannelMedians> {
  const steps = medianSteps(channels, events, work.columns);
  const labels = inSharedMemory(events.labels);
  const listOf = newLists();
  let step = steps.next();
  while (step.done !== true) {
    const { value: task } = step;
    const counted =
      task.every > 1
        ? countLabelled(task, events, work.columns, { signal: work.signal, listOf })
        : await countShared(halved(task), { ...events, labels }, work, listOf);
    step = steps.next(counted);
  }
  return step.value;
}

/** Each of two finds about half. */
const halved = (task: CountTask): CountTask => ({
  ...task,
  channels: task.channels.map((channel) => ({ ...channel, room: channel.room / 2 })),
});

async function countShared(
  task: CountTask,
  events: EventLabels,
  { helper, columns, shared, turn, signal }: SharedWork,
  listOf: ListOf,
): Promise<readonly Counted[]> {
  const claims = openClaims(1);
  await turn();
  const others = helper.run('count', { columns: shared, task, events, claims });
  const [own, theirs] = await both(claims, others, () =>
    countLabelled(task, events, columns, { signal, listOf, claim: claimFrom(claims, 0) }),
  );
  if (theirs === undefined) return own;
  return own.map(({ counts, found }, i) => {
    const other = theirs[i]!;
    addInto(counts, other.counts);
    return { counts, found: [...found, ...other.found] };
  });
}

/** What this thread does, and what the other one did of it; undefined where that never began. It is waited for whatever happens here. */
async function both<Own, Theirs>(claims: Claims, others: Promise<Theirs>, work: () => Own): Promise<readonly [Own, Theirs | undefined]> {
  try {
    const own = work();
    if (!close(claims)) return [own, await others];
    others.catch(() => undefined);
    return [own, undefined];
  } catch (error) {
    if (close(claims)) others.catch(() => undefined);
    else await others.catch(() => undefined);
    throw error;
  }
}

/** Undefined where a scale is not what its transform alone makes of it. */
function cross({ key, gate, channels }: KeyedGate, eventCount: number): SharedGate | undefined {
  const crossed = channels.flatMap((channel) => {
    const { used, index, source, scale, bounds } = channel as ScaledChannel;
    if (used === undefined || boundedScale(used.transform, bounds) !== scale) return [];
    return [{ index, ...(source === undefined ? {} : { source }), transform: used.transform, ...(bounds === undefined ? {} : { bounds }) }];
  });
  if (crossed.length < channels.length) return undefined;
  const members = Array.from({ length: populationCount(gate) }, () => sharedMask(eventCount));
  return { key, gate, channels: crossed, members };
}

function inSharedMemory(labels: Uint8Array): Uint8Array<SharedArrayBuffer> {
  const shared = new Uint8Array(new SharedArrayBuffer(labels.length));
  shared.set(labels);
  return shared;
}
