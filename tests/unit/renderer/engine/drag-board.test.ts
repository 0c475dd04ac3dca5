import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bitmask } from '../../../../core/data/events/bitmask.ts';
import type { DragColumns, DragPlan } from '../../../../core/gating/drag/drag-plan.ts';
import { openDragRange } from '../../../../core/gating/drag/drag-range.ts';
import { shadeDensity } from '../../../../core/show/plot/density-raster.ts';
import { BINS } from '../../../../core/statistics/histograms/plot-data.ts';
import { beginMove, countsOn, createBoard, pictureOf, shareDrawing } from '../../../../renderer/engine/drag-board.ts';
import { estimated, openGlimpse } from '../../../../renderer/engine/drag-glimpse.ts';

const EVENTS = 8192;
const axis = { of: 0, min: 0, max: 1 };

/** A gate with one population, which a plot of two axes and a histogram show. */
const plan: DragPlan = {
  eventCount: EVENTS,
  partCount: 2,
  axes: [{ of: 0 }, { of: 1 }],
  masks: [new Uint32Array(EVENTS / 32).fill(0xffff_ffff) as Uint32Array as Bitmask],
  followers: [{ path: 'Box', masks: [-1, 0] }],
  still: [{ path: '', count: EVENTS }],
  pictures: [
    { id: 'plot', follower: 0, masks: [-1, 0], axes: [axis, axis], binCount: BINS * BINS },
    { id: 'histogram', follower: 0, masks: [-1, 0], axes: [axis], binCount: BINS },
  ],
};
const xs = Float64Array.from({ length: EVENTS }, (_, event) => ((event * 7919) % 1009) / 1009);
const ys = Float64Array.from({ length: EVENTS }, (_, event) => ((event * 104_729) % 1013) / 1013);
const binOf = (value: number) => Math.floor(value * BINS);
const columnsOf = (from: number, to: number): DragColumns => {
  const [x, y] = [xs.slice(from, to), ys.slice(from, to)];
  return {
    x,
    y,
    pictures: [
      { bins: Uint16Array.from(x, (value, i) => binOf(value) + BINS * binOf(y[i]!)), placeless: undefined },
      { bins: Uint16Array.from(x, binOf), placeless: undefined },
    ],
  };
};
const boxAt = (min: number) => ({
  kind: 'rectangle' as const,
  ranges: [
    { min, max: min + 0.5 },
    { min: 0.1, max: 0.9 },
  ],
});
const isIn = (event: number, min: number) => xs[event]! >= min && xs[event]! < min + 0.5 && ys[event]! >= 0.1 && ys[event]! < 0.9;

function expected(min: number, events: number) {
  const density = new Uint32Array(BINS * BINS);
  const counts = new Uint32Array(BINS);
  for (let event = 0; event < events; event++) {
    if (!isIn(event, min)) continue;
    density[binOf(xs[event]!) + BINS * binOf(ys[event]!)]! += 1;
    counts[binOf(xs[event]!)]! += 1;
  }
  const count = counts.reduce((sum, one) => sum + one, 0);
  return { density, counts, count, shaded: shadeDensity({ density, bins: BINS, count }) };
}

describe('a drag in two ranges', () => {
  it('leaves the sums of both and their shades on the board, one sheet for each of two moves', () => {
    const board = createBoard(plan, 2, () => 'smooth');
    const middle = 3072;
    const ranges = [
      openDragRange(plan, { from: 0, to: middle }, columnsOf(0, middle), boxAt(0.2), undefined, board.ranges[0]!.events)!,
      openDragRange(plan, { from: middle, to: EVENTS }, columnsOf(middle, EVENTS), boxAt(0.2), undefined, board.ranges[1]!.events)!,
    ];
    for (const [i, min] of [0.1, 0.3, 0.45].entries()) {
      ranges.forEach((range, place) => {
        range.move(boxAt(min));
        board.ranges[place]!.counts.set(range.counts());
      });
      // the first one finds the other missing, the last one draws all
      beginMove(board, i + 1);
      for (const _ of ranges) shareDrawing(board, plan, i + 1);
      const { density, counts, count, shaded } = expected(min, EVENTS);
      expect(countsOn(board)).toEqual(Float64Array.of(count));
      expect(pictureOf(board, plan, 0, i + 1)).toEqual({ events: density, shaded });
      expect(pictureOf(board, plan, 1, i + 1)).toEqual({ events: counts, shaded: undefined });
    }
    // the move before is still there to be drawn
    expect(pictureOf(board, plan, 0, 2).events).toEqual(expected(0.3, EVENTS).density);
  });
});

it('gives a glimpse of the first events in the meantime', () => {
  const glimpse = openGlimpse(plan, columnsOf(0, 4096), boxAt(0.2), () => 'smooth')!;
  const before = expected(0.2, 4096).count;
  const seen = glimpse.at(boxAt(0.35))!;
  const [plot, histogram] = seen.pictures;
  // one look a frame
  const next = glimpse.at(boxAt(0.36));
  const { density, counts, shaded } = expected(0.35, 4096);
  expect(glimpse.eventCount).toBe(4096);
  expect(plot).toEqual({ events: density, shaded });
  expect(histogram).toEqual({ events: counts, shaded: undefined });
  expect(next).toBeUndefined();
  expect(seen.counts).toEqual(Float64Array.of(expected(0.35, 4096).count));
  expect(seen.changes).toEqual(Float64Array.of(expected(0.35, 4096).count - before));
});

describe('what the first events say of all', () => {
  const followers = [{ path: 'Box', masks: [-1, 0] }];
  const seen = { changes: Float64Array.of(-3), counts: Float64Array.of(40) };
  it('adds the change since the gate was taken hold of to what was counted there', () => {
    expect(estimated({ followers, eventCount: 100 }, seen, 1000, new Map([['Box', 431]]))).toEqual(new Map([['Box', 401]]));
  });
  it('is as many as of the first, each for several, where nothing was counted', () => {
    expect(estimated({ followers, eventCount: 100 }, seen, 1000, undefined)).toEqual(new Map([['Box', 400]]));
  });
  it('never leaves what there is, and is exact where the first events are all', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), fc.integer({ min: 1, max: 1000 }), fc.nat(5000), (start, now, first, known) => {
        const [was, is] = [Math.min(start, first), Math.min(now, first)];
        const all = Math.max(first, known);
        const part = { changes: Float64Array.of(is - was), counts: Float64Array.of(is) };
        const about = estimated({ followers, eventCount: first }, part, all, new Map([['Box', Math.min(known, all)]])).get('Box')!;
        expect(about).toBeGreaterThanOrEqual(0);
        expect(about).toBeLessThanOrEqual(all);
        expect(estimated({ followers, eventCount: first }, part, first, new Map([['Box', was]])).get('Box')).toBe(is);
      }),
    );
  });
});
