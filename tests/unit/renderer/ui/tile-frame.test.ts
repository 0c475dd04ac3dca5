import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toPage } from '../../../../core/show/plot/frame.ts';
import { fromPage } from '../../../../renderer/ui/charts/tile-frame.ts';

it('a point of a plot that is taken hold of and let go of where it is stays the same point, whatever is shown', () => {
  const place = fc.double({ min: -5, max: 5, noNaN: true });
  const span = fc.double({ min: 0.01, max: 9, noNaN: true });
  fc.assert(
    fc.property(place, place, span, span, place, place, (x, y, width, height, px, py) => {
      const frame = { box: { x: 56, y: 6, width: 300, height: 300 }, x: { min: x, max: x + width }, y: { min: y, max: y + height } };
      expect(fromPage(frame, toPage(frame, [px, py]))).toEqual([expect.closeTo(px, 9), expect.closeTo(py, 9)]);
    }),
  );
});
