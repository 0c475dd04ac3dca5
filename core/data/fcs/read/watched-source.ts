import type { ByteSource } from '../../../base/byte-source.ts';
import type { CancelSignal } from '../../../base/cancel-signal.ts';
import { CHUNK_BYTES } from '../limits.ts';
import { refuse } from '../problems.ts';

/** Is shown the bytes of a range of a file, in their order and each once. They may be overwritten when `see` has returned. */
interface RangeWatcher {
  readonly begin: number;
  readonly end: number;
  readonly see: (bytes: Uint8Array) => void;
}

/** A source whose bytes are looked at while they pass: a file is read once, whatever is to be known of it. */
export interface WatchedSource extends ByteSource {
  /** From now on. What of its range has passed before is read again: of a data set that is a HEADER and a TEXT. */
  watch(watcher: RangeWatcher): Promise<void>;
  /** Has everything pass that was not read. Refuses a file that has changed. */
  finish(signal?: CancelSignal): Promise<void>;
}

/** Shorter reads ahead of what has passed are asides, such as a TEXT behind the events: nothing passes for them. */
const LONG_READ = 2 ** 16;

export function watchBytes(source: ByteSource): WatchedSource {
  const watchers: RangeWatcher[] = [];
  let passed = 0;

  function pass(bytes: Uint8Array, at: number): void {
    const fresh = bytes.subarray(passed - at);
    for (const watcher of watchers) show(watcher, fresh, passed);
    passed = at + bytes.length;
  }
  async function readThrough(from: number, to: number, use: (bytes: Uint8Array, at: number) => void, signal?: CancelSignal): Promise<void> {
    const buffer = new Uint8Array(Math.min(CHUNK_BYTES, Math.max(0, to - from)));
    for (let at = from; at < to; at += buffer.length) {
      signal?.throwIfAborted();
      const bytes = buffer.subarray(0, Math.min(buffer.length, to - at));
      if ((await source.read(bytes, at)) !== bytes.length) refuse('file-changed', {}, at);
      use(bytes, at);
    }
  }

  return {
    name: source.name,
    size: source.size,
    ...(source.original === undefined ? {} : { original: source.original }),
    async read(into, offset) {
      if (offset > passed && into.length >= LONG_READ) await readThrough(passed, Math.min(offset, source.size), pass);
      const count = await source.read(into, offset);
      if (offset <= passed && offset + count > passed) pass(into.subarray(0, count), offset);
      return count;
    },
    async watch(watcher) {
      await readThrough(watcher.begin, Math.min(watcher.end, passed), (bytes, at) => show(watcher, bytes, at));
      watchers.push(watcher);
    },
    finish: (signal) => readThrough(passed, source.size, pass, signal),
  };
}

function show({ begin, end, see }: RangeWatcher, bytes: Uint8Array, at: number): void {
  const part = bytes.subarray(Math.max(0, begin - at), Math.max(0, end - at));
  if (part.length > 0) see(part);
}
