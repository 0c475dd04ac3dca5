import { bytesSource } from '../../../core/base/byte-source.ts';
import type { Channel } from '../../../core/data/events/channel.ts';
import { isLinear, isTime, toLinear } from '../../../core/data/events/scale-values.ts';
import { readSpillover } from '../../../core/data/fcs/spillover/spillover.ts';
import { encodeFcs } from '../../../core/data/fcs/write/write.ts';
import { readTable } from '../../../core/study/sample/raw-sample.ts';
import { createPool } from '../../../headless/host/host.ts';

/** A sample in memory, to be changed as an instrument or a person might. */
export interface LawSample {
  readonly name: string;
  /** All of them linear. */
  readonly channels: readonly Channel[];
  /** Linear values, event by event. */
  readonly columns: readonly Float64Array[];
  /** Which event of the unchanged sample each event is; -1 for one that was added. */
  readonly from: Int32Array;
  readonly matrix: { readonly places: readonly number[]; readonly rows: readonly (readonly number[])[] } | undefined;
  readonly keywords: ReadonlyMap<string, string>;
}

/** The first data set of a file, put on linear scales. */
export async function readLawSample(name: string, bytes: Uint8Array): Promise<LawSample> {
  const { dataset, table } = await readTable(bytesSource(name, bytes), createPool(), {});
  const columns = dataset.channels.map((channel, place) => {
    const column = new Float64Array(dataset.eventCount);
    for (const { columns: of, firstEvent, eventCount } of table.shards) column.set(toLinear(of[place]!, channel, eventCount), firstEvent);
    return column;
  });
  table.release();
  const { spillover } = readSpillover(dataset);
  return {
    name,
    channels: dataset.channels.map(asLinear),
    columns,
    from: Int32Array.from({ length: dataset.eventCount }, (_, event) => event),
    matrix: spillover && { places: spillover.places, rows: spillover.matrix },
    keywords: new Map([...dataset.keywords].filter(([key]) => !key.startsWith('$') || key === '$CYT' || key === '$TIMESTEP')),
  };
}

function asLinear(channel: Channel): Channel {
  const { amplification, gain = 1, ...rest } = channel;
  if (isLinear(channel)) return isTime(channel) && channel.gain !== undefined ? { ...rest, gain } : rest;
  return { ...rest, range: amplification ? amplification.offset * 10 ** amplification.decades : rest.range / gain };
}

/** As a file of 32-bit floats. */
export function writeLawSample({ channels, columns, from, matrix, keywords }: LawSample): Uint8Array {
  const text = matrix && [matrix.places.length, ...matrix.places.map((place) => channels[place]!.name), ...matrix.rows.flat()].join(',');
  return encodeFcs([
    {
      ...{ version: 'FCS3.1', datatype: 'F', byteOrder: 'little', eventCount: from.length, columns },
      channels: channels.map(({ name, marker, range, detail, gain }) => ({
        ...{ name, bits: 32, range: Math.ceil(range), detail },
        ...(marker === undefined ? {} : { marker }),
        ...(gain === undefined ? {} : { gain }),
      })),
      keywords: new Map([...keywords, ...(text === undefined ? [] : [['$SPILLOVER', text] as const])]),
    },
  ]);
}
