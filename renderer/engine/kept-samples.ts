import type { CancelSignal } from '../../core/base/cancel-signal.ts';
import { Problem } from '../../core/base/problem.ts';
import type { MemoryPool } from '../../core/data/memory/memory-pool.ts';
import { evaluateStrategy } from '../../core/gating/evaluate/evaluate-strategy.ts';
import type { GatedSample, Population } from '../../core/gating/strategy/population.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { gatePrepared } from '../../core/study/sample/gate-prepared.ts';
import { type PreparedSample, prepareSample } from '../../core/study/sample/prepared-sample.ts';
import { derivedMemory } from './reading-memory.ts';
import { type SharedSample, tableOf } from './shared-sample.ts';

/** A sample and what it is analysed with. The key names the columns: a file that is read again gets another one. */
export interface SampleArgs {
  readonly key: string;
  readonly sample: SharedSample;
  readonly protocol: Protocol;
}

interface Kept {
  /** What the derived columns follow from. */
  readonly made: string;
  readonly prepared: PreparedSample;
  gated: { readonly made: string; readonly result: GatedSample } | undefined;
}

/** Derived columns of this worker: what was made for a sample stays for the next run, the longest unused goes first. */
const MOST_KEPT = 24;
const kept = new Map<string, Kept>();

/** Does something with a prepared sample. Where memory runs out, the others' columns are given back and it is tried again. */
export async function withPrepared<T>(args: SampleArgs, use: (prepared: PreparedSample) => T | Promise<T>): Promise<T> {
  const pool = await derivedMemory();
  try {
    return await use(preparedOf(args, pool));
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'memory-limit' || kept.size === 0) throw error;
    for (const key of [...kept.keys()]) forget(key);
    return use(preparedOf(args, pool));
  }
}

/** The populations of a sample under its protocol; those of the last run where nothing changed. */
export function gatedOf({ key, protocol }: SampleArgs, prepared: PreparedSample, signal: CancelSignal): GatedSample {
  const made = gatedBy(protocol);
  const entry = kept.get(key);
  if (entry?.gated?.made === made) return entry.gated.result;
  const channel = (id: string) => {
    signal.throwIfAborted();
    return prepared.channel(id);
  };
  const result = gatePrepared(prepared, protocol, { channel, absent: 'skip', signal });
  keepGated(key, protocol, result);
  return result;
}

/** A population by its path; all events need no gate. Undefined where the sample lacks it. */
export function populationAt(args: SampleArgs, prepared: PreparedSample, path: string, signal: CancelSignal): Population | undefined {
  const isUngated = path === '' && args.protocol.quality?.removes !== true;
  const { populations } = isUngated ? evaluateStrategy([], prepared.columns, () => undefined) : gatedOf(args, prepared, signal);
  return populations.find((population) => population.path === path);
}

export function keepGated(key: string, protocol: Protocol, result: GatedSample): void {
  const entry = kept.get(key);
  if (entry !== undefined) entry.gated = { made: gatedBy(protocol), result };
}

/** What populations follow from, the columns given. */
const gatedBy = ({ strategy, quality }: Protocol): string => JSON.stringify([strategy, quality]);

function preparedOf({ key, sample, protocol }: SampleArgs, pool: MemoryPool): PreparedSample {
  const made = JSON.stringify([protocol.panel, protocol.compensation, protocol.transforms, protocol.dimensions, protocol.matrices]);
  const known = kept.get(key);
  kept.delete(key);
  if (known !== undefined && known.made !== made) known.prepared.release();
  const prepared = known?.made === made ? known.prepared : prepareSample(tableOf(sample), protocol, pool);
  kept.set(key, { made, prepared, gated: known?.made === made ? known.gated : undefined });
  if (kept.size > MOST_KEPT) forget(kept.keys().next().value ?? '');
  return prepared;
}

function forget(key: string): void {
  kept.get(key)?.prepared.release();
  kept.delete(key);
}
