import { describe, expect, it } from 'vitest';
import type { Channel } from '../../../../../core/data/events/channel.ts';
import type { RawColumn } from '../../../../../core/data/events/event-table.ts';
import { toLinear } from '../../../../../core/data/events/scale-values.ts';
import { codes, firstDataset, handMade } from '../fcs/read/fcs-read-support.ts';

const raw = Float32Array.of(0, 256, 512, 1023) as RawColumn;
const channel = (more: Partial<Channel>): Channel => ({ index: 1, name: 'FL1', bits: 16, range: 1024, detail: {}, ...more });

describe('scale values', () => {
  it('undo log amplification', () => {
    const values = toLinear(raw, channel({ amplification: { decades: 4, offset: 0.1 } }), 4);
    expect([...values].slice(0, 3)).toEqual([0.1, 1, 10]);
    expect(values[3]).toBeCloseTo(0.1 * 10 ** ((4 * 1023) / 1024), 9);
  });

  it('divide out a gain, but not that of time', () => {
    expect([...toLinear(raw, channel({ gain: 2 }), 4)]).toEqual([0, 128, 256, 511.5]);
    expect([...toLinear(raw, channel({ gain: 0.01, name: 'Time' }), 4)]).toEqual([0, 256, 512, 1023]);
    expect([...toLinear(raw, channel({ gain: 0.01, detail: { type: 'Time' } }), 4)]).toEqual([0, 256, 512, 1023]);
  });

  it('ignore the gain of a log channel, and write where they are told', () => {
    const out = new Float64Array(8).fill(-1);
    const values = toLinear(raw, channel({ gain: 2, amplification: { decades: 1, offset: 1 } }), 2, out);
    expect(values.buffer).toBe(out.buffer);
    expect([...out.slice(0, 3)]).toEqual([1, 10 ** 0.25, -1]);
  });

  it.each([
    ['4,0', { decades: 4, offset: 1 }, ['amplification-zero-offset']],
    [' 4.0,0.1024 ', { decades: 4, offset: 0.1024 }, []],
    ['0,0', undefined, []],
    ['0,1', undefined, []],
    ['4', undefined, ['amplification-unusable']],
    ['-4,1', undefined, ['amplification-unusable']],
  ])('$PnE "%s"', async (value, amplification, expected) => {
    const dataset = await firstDataset(handMade({ keywords: { $P1E: value } }));
    expect(dataset.channels[0]?.amplification).toEqual(amplification);
    expect(codes(dataset)).toEqual(expected);
  });

  it('$PnG that is no gain is left out', async () => {
    const dataset = await firstDataset(handMade({ keywords: { $P1G: '0', $P2G: '3.67' } }));
    expect(dataset.channels.map(({ gain }) => gain)).toEqual([undefined, 3.67]);
    expect(codes(dataset)).toEqual(['gain-unusable']);
  });
});
