import fc from 'fast-check';
import { expect, it } from 'vitest';
import { thinnedPath } from '../../../../../renderer/features/plots/thinned-path.ts';

const point = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }));

it('keeps the ends and strays nowhere farther than allowed from the drawn path', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 2, maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (path, stray) => {
      const thin = thinnedPath(path, stray);
      expect(thin[0]).toEqual(path[0]);
      expect(thin.at(-1)).toEqual(path.at(-1));
      for (const [x, y] of path) {
        const away = thin.slice(1).map(([bx, by], i) => {
          const [ax, ay] = thin[i]!;
          const [dx, dy] = [bx - ax, by - ay];
          const along = dx === 0 && dy === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
          return Math.hypot(x - ax - along * dx, y - ay - along * dy);
        });
        expect(Math.min(...away)).toBeLessThanOrEqual(stray + 1e-9);
      }
    }),
  );
});

it('makes of a straight pull its two ends', () => {
  expect(
    thinnedPath(
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [9, 9],
      ],
      1,
    ),
  ).toEqual([
    [0, 0],
    [9, 9],
  ]);
});
