import { bytesSource } from '../../../../../../core/base/byte-source.ts';
import type { FcsDataset } from '../../../../../../core/data/fcs/fcs-file.ts';
import { type OpenOptions, openFcs } from '../../../../../../core/data/fcs/read/open.ts';
import { readEvents } from '../../../../../../core/data/fcs/read/read-events.ts';
import { createMemoryPool } from '../../../../../../core/data/memory/memory-pool.ts';
import { builtKernels } from '../../../../../kernel-module.ts';

export const pool = createMemoryPool(2 ** 28, builtKernels());

export interface HandMade {
  readonly version?: string;
  readonly keywords?: Readonly<Record<string, string>>;
  readonly data?: Uint8Array;
  /** DATA as the HEADER gives it, from the true first and last byte. */
  readonly header?: (begin: number, end: number) => readonly [number | string, number | string];
  readonly delimiter?: string;
  readonly text?: (usual: string) => string;
  readonly tail?: string;
}

const usual: Readonly<Record<string, string>> = {
  $PAR: '2',
  $TOT: '2',
  $MODE: 'L',
  $DATATYPE: 'I',
  $BYTEORD: '1,2,3,4',
  $NEXTDATA: '0',
  $P1N: 'FSC',
  $P1B: '16',
  $P1R: '65536',
  $P1E: '0,0',
  $P2N: 'SSC',
  $P2B: '16',
  $P2R: '65536',
  $P2E: '0,0',
};

/** Four 16-bit values, 1 to 4: two events of two channels. */
export const fourValues = Uint8Array.of(1, 0, 2, 0, 3, 0, 4, 0);

/** A small file written by hand, so that it can be wrong in any way. A keyword set to '-' is left out. */
export function handMade({
  version = 'FCS3.0',
  keywords = {},
  data = fourValues,
  header,
  delimiter = '|',
  text,
  tail = '',
}: HandMade = {}): Uint8Array {
  const all = Object.entries({ ...usual, ...keywords }).filter(([, value]) => value !== '-');
  const plain = delimiter + all.map(([name, value]) => name + delimiter + value + delimiter).join('');
  const body = Buffer.from(text ? text(plain) : plain, 'latin1');
  const begin = 58 + body.length;
  const places = [58, begin - 1, ...(header ?? ((a, b) => [a, b]))(begin, begin + data.length - 1), 0, 0];
  const head = `${version}    ${places.map((place) => String(place).padStart(8)).join('')}`;
  return Uint8Array.from(Buffer.concat([Buffer.from(head, 'latin1'), body, data, Buffer.from(tail, 'latin1')]));
}

export const openBytes = (bytes: Uint8Array, mode: OpenOptions['mode'] = 'default') =>
  openFcs(bytesSource('hand-made.fcs', bytes), { mode });

export async function firstDataset(bytes: Uint8Array, mode?: OpenOptions['mode']): Promise<FcsDataset> {
  const dataset = (await openBytes(bytes, mode)).datasets[0];
  if (!dataset) throw new Error('no data set');
  return dataset;
}

/** The columns of a data set, all shards joined. */
export async function columnsOf(bytes: Uint8Array, dataset: FcsDataset, shardLimitBytes?: number): Promise<number[][]> {
  const table = await readEvents(dataset, bytesSource('hand-made.fcs', bytes), { pool, ...(shardLimitBytes && { shardLimitBytes }) });
  const columns = dataset.channels.map((_, index) => table.shards.flatMap((shard) => [...(shard.columns[index] ?? [])]));
  table.release();
  return columns;
}

export const codes = (dataset: FcsDataset): string[] => dataset.findings.map(({ code }) => code);

/** The code of the problem that a promise is rejected with. */
export async function problemCode(promise: Promise<unknown>): Promise<string | undefined> {
  try {
    await promise;
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}
