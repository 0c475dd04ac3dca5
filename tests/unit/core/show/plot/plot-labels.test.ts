import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PathCommand } from '../../../../../core/show/plot/drawing.ts';
import { type LabelRequest, overlap, placeLabels, type Spot } from '../../../../../core/show/plot/gate-label.ts';
import { takenBy } from '../../../../../core/show/plot/taken.ts';

const frame = { x: 40, y: 10, width: 240, height: 240 };
const hidden = () => 0;
const at = (x: number, y: number): Spot => ({ x, y, across: 'middle', down: 'middle' });
const request = (name: string, spots: readonly Spot[], more: Partial<LabelRequest> = {}): LabelRequest => ({
  name,
  percentOfParent: 12.3,
  spots,
  ...more,
});
const line = (...points: readonly (readonly [number, number])[]): readonly PathCommand[] =>
  points.map(([x, y], i) => [i === 0 ? 'move' : 'line', x, y]);

describe('labels', () => {
  it('leave lines and handles free where there is room', () => {
    const taken = takenBy(frame, [line([40, 130], [280, 130]), line([160, 10], [160, 250])], [[100, 60]]);
    for (const spot of [at(160, 130), at(100, 130), at(100, 60)]) {
      const [label] = placeLabels([request('Cells', [spot])], { frame, size: 11, hidden, taken });
      expect(taken.share(label!.box)).toBe(0);
    }
  });

  it('stand where they would without lines, if none is crossed', () => {
    const free = placeLabels([request('Cells', [at(100, 60)])], { frame, size: 11, hidden });
    expect(
      placeLabels([request('Cells', [at(100, 60)])], { frame, size: 11, hidden, taken: takenBy(frame, [line([40, 200], [280, 200])]) }),
    ).toEqual(free);
  });

  it('cover no sliver of another label where there is room beside it', () => {
    const moved = request('Moved', [at(160, 130)], { moved: { x: 0, y: 0 } });
    const labels = placeLabels([request('P0', [at(198, 156)]), request('P1', [at(50, 20)]), moved], { frame, size: 11, hidden });
    labels.forEach((one, i) => labels.slice(i + 1).forEach((other) => expect(overlap(one.box, other.box)).toBe(0)));
  });

  it('stand where a person put them, the others beside them, and none leaves the frame', () => {
    const place = fc.double({ min: -1, max: 1, noNaN: true });
    const spot = fc.tuple(fc.integer({ min: 50, max: 270 }), fc.integer({ min: 20, max: 240 })).map(([x, y]) => at(x, y));
    fc.assert(
      fc.property(place, place, fc.array(spot, { minLength: 1, maxLength: 6 }), (x, y, spots) => {
        const moved = request('Moved', [at(160, 130)], { moved: { x, y } });
        const labels = placeLabels([...spots.map((one, i) => request(`P${i}`, [one])), moved], { frame, size: 11, hidden });
        for (const { box } of labels) {
          expect(box.x).toBeGreaterThanOrEqual(frame.x);
          expect(box.y).toBeGreaterThanOrEqual(frame.y);
          expect(box.x + box.width).toBeLessThanOrEqual(frame.x + frame.width);
          expect(box.y + box.height).toBeLessThanOrEqual(frame.y + frame.height);
        }
        labels.forEach((one, i) => labels.slice(i + 1).forEach((other) => expect(overlap(one.box, other.box)).toBe(0)));
        // put down where it stands, it stays there
        const again = placeLabels([{ ...moved, moved: labels.at(-1)!.place }], { frame, size: 11, hidden });
        expect(again[0]!.box.x).toBeCloseTo(labels.at(-1)!.box.x, 6);
        expect(again[0]!.box.y).toBeCloseTo(labels.at(-1)!.box.y, 6);
      }),
      { numRuns: 60 },
    );
  });
});
