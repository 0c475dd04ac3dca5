import type { RawColumn, Shard } from './event-table.ts';

/** Events that are worked on at a time: small enough to stay in the nearest caches while one channel after another is added in. A multiple of 32. */
export const CHUNK = 2048;

/** Some events of a shard, at most `CHUNK`, from `start` on: a new object whenever their stored values may have changed. */
export interface EventChunk {
  readonly shard: Shard<RawColumn>;
  readonly start: number;
  readonly events: number;
}

/** All events of a shard, or every nth chunk of them; every chunk but the last is full. */
export function* chunksOf(shard: Shard<RawColumn>, every = 1): Generator<EventChunk> {
  for (let start = 0; start < shard.eventCount; start += every * CHUNK)
    yield { shard, start, events: Math.min(CHUNK, shard.eventCount - start) };
}

/** Chunks that one thread does in a row. */
const BLOCK = 16;

/** Whether the next chunk, asked for each in turn, is in a block that was claimed: claims rise. */
export function blocksOf(claim: () => number): () => boolean {
  let [chunk, mine] = [0, -1];
  return () => {
    const block = Math.floor(chunk++ / BLOCK);
    while (mine < block) mine = claim();
    return mine === block;
  };
}
