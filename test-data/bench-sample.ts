import { open } from 'node:fs/promises';
import type { FcsContent } from '../core/data/fcs/write/write-content.ts';
import { encodeFcsHead, encodeFcsTail } from '../core/data/fcs/write/write-head.ts';
import { encodeRows } from '../core/data/fcs/write/write-rows.ts';
import { type BenchPiece, drawBenchEvents } from './bench-events.ts';

export interface BenchSample extends Pick<BenchPiece, 'population'> {
  readonly content: FcsContent;
}

/** A large sample for benchmarks in memory, quick to make. */
export function simulateBenchSample(events: number, channels = 16, seed = 1): BenchSample {
  const { base, next } = drawBenchEvents(channels, seed);
  const { columns, population } = next(events);
  return { content: { ...base, eventCount: events, columns }, population };
}

/** The same sample as a file, written in pieces so that it may be larger than memory. */
export async function writeBenchSample(
  path: string,
  size: { readonly events: number; readonly channels?: number; readonly seed?: number; readonly byteOrder?: 'little' | 'big' },
): Promise<void> {
  const piece = 131_072;
  const { base, next } = drawBenchEvents(size.channels ?? 16, size.seed ?? 1);
  const whole = { ...base, eventCount: size.events, byteOrder: size.byteOrder ?? base.byteOrder };
  const file = await open(path, 'w');
  try {
    await file.write(encodeFcsHead(whole));
    for (let done = 0; done < size.events; done += piece) {
      const count = Math.min(piece, size.events - done);
      await file.write(encodeRows({ ...whole, columns: next(count).columns }, 0, count));
    }
    await file.write(encodeFcsTail(whole));
  } finally {
    await file.close();
  }
}
