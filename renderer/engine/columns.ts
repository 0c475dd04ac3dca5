import type { ByteIdentity } from '../../core/study/sample/raw-sample.ts';
import type { SampleKey } from '../store/state.ts';
import { type Store, setResults } from '../store/store.ts';
import { bytesOf, type SharedSample } from './shared-sample.ts';

/** The event columns that the window holds, and which of them go when there are too many. */
export interface Columns {
  readonly get: (key: SampleKey) => HeldSample | undefined;
  readonly put: (key: SampleKey, sample: SharedSample) => void;
  /** The first events, until the whole is there. */
  readonly putFirst: (key: SampleKey, sample: SharedSample) => void;
  readonly first: (key: SampleKey) => HeldSample | undefined;
  readonly identify: (key: SampleKey, identity: ByteIdentity) => void;
  readonly drop: (key: SampleKey) => void;
  /** Keys to let go of so that the bound holds, the longest unused first; never a kept one. */
  readonly surplus: (keep: (key: SampleKey) => boolean) => readonly SampleKey[];
}

/** `affinity` names these very columns to the workers: a file that is read again gets another. */
export interface HeldSample {
  readonly affinity: string;
  readonly sample: SharedSample;
}

const LIMIT_BYTES = 4 * 2 ** 30;

export function createColumns(store: Store): Columns {
  const held = new Map<SampleKey, HeldSample>();
  const firsts = new Map<SampleKey, HeldSample>();
  let loads = 0;
  const total = (): number => [...held.values()].reduce((sum, { sample }) => sum + bytesOf(sample), 0);
  const count = () => setResults(store, { memory: total() });
  return {
    get(key) {
      const found = held.get(key);
      // the last used one stands last
      if (found !== undefined) held.delete(key);
      if (found !== undefined) held.set(key, found);
      return found;
    },
    first: (key) => firsts.get(key),
    put(key, sample) {
      held.set(key, { affinity: `${key} ${++loads}`, sample });
      firsts.delete(key);
      count();
    },
    putFirst: (key, sample) => void firsts.set(key, { affinity: `${key} ${++loads}`, sample }),
    identify(key, identity) {
      const found = held.get(key);
      if (found !== undefined) held.set(key, { ...found, sample: { ...found.sample, identity } });
    },
    drop(key) {
      held.delete(key);
      firsts.delete(key);
      count();
    },
    surplus(keep) {
      const gone: SampleKey[] = [];
      let rest = total();
      for (const [key, { sample }] of held) {
        if (rest <= LIMIT_BYTES) break;
        if (keep(key)) continue;
        gone.push(key);
        rest -= bytesOf(sample);
      }
      return gone;
    },
  };
}
