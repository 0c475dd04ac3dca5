import { describe, expect, it } from 'vitest';
import { encodeFcs } from '../../../../../../core/data/fcs/write/write.ts';
import type { FcsContent, WrittenChannel } from '../../../../../../core/data/fcs/write/write-content.ts';
import { codes, openBytes } from './fcs-read-support.ts';

const channel = (name: string, marker?: string): WrittenChannel => ({
  name,
  bits: 16,
  range: 1024,
  ...(marker !== undefined && { marker }),
});
const content = (channels: readonly WrittenChannel[], eventCount = 2): FcsContent => ({
  version: 'FCS2.0',
  datatype: 'I',
  byteOrder: 'little',
  channels,
  eventCount,
  columns: channels.map(() => Array(eventCount).fill(1)),
});
const first = content([
  channel('FS LIN', 'FS LIN'),
  channel('FL1 LOG', 'CD3-FITC'),
  channel('FL10 LOG', 'CD8'),
  channel('FL2 LOG', 'FL2 LOG'),
]);

async function second(channels: readonly WrittenChannel[], events?: number) {
  const { datasets } = await openBytes(encodeFcs([first, content(channels, events)]));
  const [, dataset] = datasets;
  if (!dataset) throw new Error('no second data set');
  return { markers: dataset.channels.map(({ marker }) => marker), names: dataset.channels.map(({ name }) => name), codes: codes(dataset) };
}

describe('labels of the first data set of an LMD file', () => {
  it('go to the same detectors of the second', async () => {
    const { markers, names, codes } = await second([channel('FS'), channel('FL1'), channel('FL2'), channel('FL10'), channel('TIME')]);
    expect(markers).toEqual([undefined, 'CD3-FITC', undefined, 'CD8', undefined]);
    expect(names).toEqual(['FS', 'FL1', 'FL2', 'FL10', 'TIME']);
    expect(codes).toContain('markers-carried');
  });

  it('go by place where the second names no channel', async () => {
    expect((await second(['', '', '', ''].map((name) => channel(name)))).markers).toEqual(['FS LIN', 'CD3-FITC', 'CD8', 'FL2 LOG']);
  });

  it('stay where they are for another number of events, and over labels of the second itself', async () => {
    expect((await second([channel('FL1')], 3)).markers).toEqual([undefined]);
    const own = await second([channel('FL1', 'CD4')]);
    expect([own.markers, own.codes.includes('markers-carried')]).toEqual([['CD4'], false]);
  });
});
