import type { Keywords } from '../../core/base/keywords.ts';
import { Problem } from '../../core/base/problem.ts';
import type { Pool } from '../../core/base/workers/pool.ts';
import type { CallResult, FileToken } from '../../core/contract/bridge.ts';
import { readMetadata } from '../../core/data/metadata/metadata-keywords.ts';
import type { ByteIdentity } from '../../core/study/sample/raw-sample.ts';
import type { SampleFacts, SampleKey, SampleResult } from '../store/state.ts';
import { type Store, setSample } from '../store/store.ts';
import type { Columns } from './columns.ts';
import type { EngineJobs, FileArgs } from './jobs.ts';
import type { SharedSample } from './shared-sample.ts';
import { ONE_PASS_BYTES } from './whole-hash.ts';

/** Files above this size show their first events before the rest is read. */
const LARGE_BYTES = 24 * 2 ** 20;
export const FIRST_EVENTS = 65_536;

export interface LoaderTools {
  readonly store: Store;
  readonly pool: Pool<EngineJobs>;
  readonly columns: Columns;
  readonly identifySample: IdentifySample;
}

/** What a file is by its bytes, by the program behind the window, which can digest what is too large to be held as a whole here. */
export type IdentifySample = (token: FileToken, dataset: number, mode: 'default' | 'salvage') => Promise<CallResult<'identifySample'>>;

/**
 * Reads a data set and digests its file, at the same time; what is known goes to the store as it becomes known.
 * Gives what was found out, or throws the Problem, which then stands at the sample too.
 */
export async function loadSample(
  { store, pool, columns, identifySample }: LoaderTools,
  key: SampleKey,
  signal: AbortSignal,
): Promise<Loaded> {
  const result = store.getState().results.samples.get(key);
  if (result === undefined) throw new Error(`no sample ${key}`);
  const { token, name, size, dataset, mode } = result;
  const file: FileArgs = { token, name, size, dataset, mode };
  setSample(store, key, { phase: 'reading', fraction: 0 });
  const both = new AbortController();
  const stop = () => both.abort(signal.reason);
  signal.addEventListener('abort', stop);
  try {
    // the digest waits until the first picture is on its way
    const first = size > LARGE_BYTES ? showFirst(file) : Promise.resolve();
    const [{ facts, identity: own }, others] = await Promise.all([read(file), first.then(() => identify(file, result))]);
    const identity = own ?? others;
    if (identity === undefined) throw new Error('a sample without an identity');
    columns.identify(key, identity);
    const all = { ...facts, findings: [...facts.findings, ...identity.findings] };
    const { sha256, dataSha256 } = identity;
    setSample(store, key, { phase: 'loaded', fraction: 1, sha256, facts: all, ...(dataSha256 === undefined ? {} : { dataSha256 }) });
    return { facts: all, sha256: identity.sha256 };
  } catch (error) {
    both.abort(error);
    columns.drop(key);
    if (error instanceof Problem) setSample(store, key, { phase: 'failed', problem: error });
    else setSample(store, key, { phase: 'unloaded', fraction: 0 });
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }

  async function showFirst(args: FileArgs): Promise<void> {
    const first = await pool
      .run('readFirst', { ...args, events: FIRST_EVENTS }, { signal: both.signal, priority: 20 })
      .catch(() => undefined);
    if (first === undefined || columns.get(key) !== undefined) return;
    columns.putFirst(key, first);
    setSample(store, key, { facts: factsOf(store, first) });
  }
  async function read(args: FileArgs) {
    const onProgress = (fraction: number) => setSample(store, key, { fraction });
    const shared = await pool.run('read', args, { signal: both.signal, onProgress, priority: 8 });
    columns.put(key, shared);
    const facts = factsOf(store, shared);
    setSample(store, key, { facts });
    return { facts, identity: shared.identity };
  }
  /** Of a file that is too large to be digested as it is read. */
  async function identify({ token, dataset, mode }: FileArgs, known: SampleResult): Promise<ByteIdentity | undefined> {
    if (size <= ONE_PASS_BYTES) return undefined;
    // let go of for want of room, and read again
    if (known.phase === 'unloaded' && known.sha256 !== undefined && known.facts !== undefined)
      return { sha256: known.sha256, ...(known.dataSha256 !== undefined && { dataSha256: known.dataSha256 }), findings: [] };
    const identity = await identifySample(token, dataset, mode);
    both.signal.throwIfAborted();
    return identity;
  }
}

export interface Loaded {
  readonly facts: SampleFacts;
  readonly sha256: string;
}

function factsOf(store: Store, { dataset, datasetCount, findings }: SharedSample): SampleFacts {
  const { metadata } = store.getState().session.history.present.protocol;
  const { keywords, channels, eventCount } = dataset;
  return { eventCount, channels, datasetCount, findings, metadata: readMetadata(keywords, metadata), keywords: shortKeywords(keywords) };
}

const LONGEST_KEYWORD = 200;

/** What groups may ask for. */
const shortKeywords = (keywords: Keywords): { readonly [name: string]: string } =>
  Object.fromEntries([...keywords].filter(([name, value]) => value.length <= LONGEST_KEYWORD && !/^\$?P\d+[A-Z]+$/.test(name)));
