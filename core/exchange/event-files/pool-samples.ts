import type { Catalogue } from '../../base/message.ts';
import { Problem } from '../../base/problem.ts';
import type { Values } from '../../data/events/event-table.ts';
import { openSampleColumns } from '../../data/events/sample-columns.ts';
import type { FcsDataset } from '../../data/fcs/fcs-file.ts';
import { isSpilloverKeyword } from '../../data/fcs/spillover/spillover.ts';
import type { FcsDescription, WrittenChannel } from '../../data/fcs/write/write-content.ts';
import { encodeFcsHead, encodeFcsTail } from '../../data/fcs/write/write-head.ts';
import { encodeRows } from '../../data/fcs/write/write-rows.ts';
import type { MemoryPool } from '../../data/memory/memory-pool.ts';
import type { ReadTable } from '../../study/sample/raw-sample.ts';
import { eventBlocks } from './event-blocks.ts';
import { exportChannels, formatFor, versionOf } from './export-channels.ts';
import { freeDelimiter } from './export-fcs.ts';
import { exportKeywords } from './export-keywords.ts';
import type { ExportRequest } from './export-request.ts';

/** A sample that is pooled with others: its data set, and the digest of its file. */
export interface PooledPart {
  readonly file: string;
  readonly sha256: string;
  readonly dataset: FcsDataset;
  /** Codes of what was repaired in reading its header. */
  readonly repairs: readonly string[];
}

/** One file of all events of several samples: what it says of itself before they are read, and the rows of each. */
export interface Pooling {
  readonly eventCount: number;
  readonly head: Uint8Array;
  /** The rows of one part, which has to be the data set that was described. */
  rows(part: number, read: Pick<ReadTable, 'table' | 'dataset'>, pool: MemoryPool): Generator<Uint8Array>;
  readonly tail: Uint8Array;
}

/**
 * Pools all events of samples with the same channels, as linear values, one after the other; a further channel says which sample an event is of, from 1.
 * Keywords that are not the same in all are left out. Throws `pool-too-few`, `pool-other-channels` where a channel is missing or has another marker,
 * `pool-other-matrix` where files bring different matrices or values that were treated differently: pooled, one of them would be compensated wrongly.
 */
export function poolSamples(parts: readonly PooledPart[], { software, at }: { readonly software: string; readonly at: Date }): Pooling {
  const [first] = parts;
  if (first === undefined || parts.length < 2) return refuse('pool-too-few', {});
  for (const part of parts.slice(1)) checkAlike(first, part);
  const request: ExportRequest = {
    format: formatFor(first.dataset, 'fcs'),
    values: 'linear',
    single: false,
    maskNames: true,
    provenance: provenanceOf(parts, software, at),
  };
  const described = parts.map(({ dataset }) => channelsByName(exportChannels(dataset, request).channels));
  const names = first.dataset.channels.map(({ name, index }) => name || `P${index}`);
  const own = freeName(names);
  const channels: readonly WrittenChannel[] = [
    ...names.map((name) => pooledChannel(described.map((of) => of.get(name) as WrittenChannel))),
    { name: own, bits: 64, range: parts.length + 1, detail: {} },
  ];
  const shared = new Map(
    [...first.dataset.keywords].filter(([name, value]) => parts.every(({ dataset }) => dataset.keywords.get(name) === value)),
  );
  const { keywords } = exportKeywords(shared, request);
  const plain: FcsDescription = {
    version: versionOf(request),
    datatype: 'D',
    byteOrder: 'little',
    channels,
    eventCount: parts.reduce((sum, { dataset }) => sum + dataset.eventCount, 0),
    keywords: new Map([...keywords, ['LYMPHOSCOPE_POOLED', String(parts.length)]]),
  };
  const description = { ...plain, delimiter: freeDelimiter(plain) };
  return {
    eventCount: plain.eventCount,
    head: encodeFcsHead(description),
    rows: (part, read, pool) => rowsOf(description, names, part, read, pool),
    tail: encodeFcsTail(description),
  };
}

function* rowsOf(
  description: FcsDescription,
  names: readonly string[],
  part: number,
  { table, dataset }: Pick<ReadTable, 'table' | 'dataset'>,
  pool: MemoryPool,
): Generator<Uint8Array> {
  const linear = openSampleColumns(table, dataset.channels, undefined, pool);
  try {
    const places = names.map((name) => dataset.channels.findIndex((channel) => (channel.name || `P${channel.index}`) === name));
    const shards = table.shards.map(({ firstEvent, eventCount }, shard) => ({
      firstEvent,
      eventCount,
      columns: places.map((place) => linear.linear(place)[shard] as Values),
    }));
    for (const { count, columns } of eventBlocks(shards))
      yield encodeRows({ ...description, columns: [...columns, new Float64Array(count).fill(part + 1)] }, 0, count);
  } finally {
    linear.release();
  }
}

function checkAlike(first: PooledPart, other: PooledPart): void {
  const known = channelsByName(other.dataset.channels);
  const files = { file: other.file, other: first.file };
  if (other.dataset.channels.length !== first.dataset.channels.length) refuse('pool-other-channels', { ...files, channel: '$PAR' });
  for (const { name, index, marker } of first.dataset.channels) {
    const found = known.get(name || `P${index}`);
    if (found === undefined || plain(found.marker) !== plain(marker))
      refuse('pool-other-channels', { ...files, channel: name || `P${index}` });
  }
  const matrixOf = ({ keywords }: FcsDataset) =>
    JSON.stringify(
      [...keywords]
        .filter(([name]) => isSpilloverKeyword(name) || name === 'LYMPHOSCOPE_VALUES')
        .map(([name, value]) => [name, value.replace(/\s+/g, '')])
        .sort(),
    );
  if (matrixOf(first.dataset) !== matrixOf(other.dataset)) refuse('pool-other-matrix', files);
}

const plain = (marker = ''): string => marker.normalize('NFKC').trim().toLowerCase();

function channelsByName<C extends { readonly name: string }>(channels: readonly C[]): ReadonlyMap<string, C> {
  return new Map(channels.map((channel, i) => [channel.name || `P${i + 1}`, channel]));
}

/** A channel over all parts: its range holds each of theirs; a time step that differs says nothing. */
function pooledChannel(channels: readonly WrittenChannel[]): WrittenChannel {
  const [{ gain, ...first } = { name: '', bits: 64, range: 1 } as WrittenChannel] = channels;
  const isSameGain = gain !== undefined && channels.every((one) => one.gain === gain);
  return { ...first, range: Math.max(...channels.map(({ range }) => range)), ...(isSameGain ? { gain } : {}) };
}

function freeName(taken: readonly string[]): string {
  let name = 'Sample';
  for (let n = 2; taken.includes(name); n++) name = `Sample ${n}`;
  return name;
}

const provenanceOf = (parts: readonly PooledPart[], software: string, at: Date): ExportRequest['provenance'] => ({
  software,
  protocol: 'none',
  protocolSha256: '-',
  sourceFile: parts.map(({ file }) => file).join('; '),
  sourceSha256: parts.map(({ sha256 }) => sha256).join(' '),
  dataset: 0,
  at,
  repairs: [...new Set(parts.flatMap(({ repairs }) => repairs))],
});

const sentences = {
  'pool-too-few': { en: 'Two samples or more are pooled.', ja: '結合には2件以上の検体が必要です。' },
  'pool-other-channels': {
    en: '{file} cannot be pooled with {other}: channel {channel} is not the same in both.',
    ja: '{file}は{other}と結合できません(チャンネル{channel}が異なります)。',
  },
  'pool-other-matrix': {
    en: '{file} cannot be pooled with {other}: their files bring different compensation matrices.',
    ja: '{file}は{other}と結合できません(ファイルの補正行列が異なります)。',
  },
} as const satisfies Catalogue;

function refuse(code: keyof typeof sentences, values: { readonly [name: string]: string }): never {
  throw new Problem(code, sentences[code], values);
}
