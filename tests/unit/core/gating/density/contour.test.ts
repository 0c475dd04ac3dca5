import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlineOf, regionAround, withoutHoles } from '../../../../../core/gating/density/contour.ts';
import { isInside } from '../../../../fixtures/in-polygon.ts';

const SIZE = 40;
const cellsOf = (region: Uint8Array): number => region.reduce((sum: number, inside) => sum + inside, 0);

/** A disc with a notch, somewhere on the grid. */
const shape = fc.record({
  x: fc.integer({ min: 12, max: 28 }),
  y: fc.integer({ min: 12, max: 28 }),
  radius: fc.integer({ min: 3, max: 11 }),
  notch: fc.integer({ min: 0, max: 6 }),
});
const holdsIn =
  ({ x, y, radius, notch }: { x: number; y: number; radius: number; notch: number }) =>
  (cell: number): boolean => {
    const [dx, dy] = [(cell % SIZE) - x, Math.floor(cell / SIZE) - y];
    return Math.hypot(dx, dy) <= radius && !(dx > 0 && Math.abs(dy) < notch / 2 && dx > radius / 2);
  };

describe('a region of a grid', () => {
  it('is what is joined to its seed, and no more', () => {
    const islands = (cell: number) => cell % SIZE < 10 || cell % SIZE > 30;
    expect(cellsOf(regionAround(SIZE, 0, islands))).toBe(10 * SIZE);
  });

  it('holds what it encloses', () => {
    const ring = (cell: number) => {
      const far = Math.hypot((cell % SIZE) - 20, Math.floor(cell / SIZE) - 20);
      return far >= 5 && far <= 8;
    };
    const region = regionAround(SIZE, 20 * SIZE + 26, ring);
    expect(region[20 * SIZE + 20]).toBe(0);
    expect(withoutHoles(SIZE, region)[20 * SIZE + 20]).toBe(1);
  });

  it('as a polygon of few corners holds nearly the same cells', () => {
    fc.assert(
      fc.property(shape, (of) => {
        const region = withoutHoles(SIZE, regionAround(SIZE, of.y * SIZE + of.x, holdsIn(of)));
        const outline = outlineOf(SIZE, region, 14);
        expect(outline.length).toBeLessThanOrEqual(14);
        const off = Array.from(region, (inside, cell) => {
          const within = isInside(outline, (cell % SIZE) + 0.5, Math.floor(cell / SIZE) + 0.5);
          return Number(within !== (inside === 1));
        }).reduce((sum, wrong) => sum + wrong, 0);
        // corners that are left out cost less than the border has cells
        expect(off).toBeLessThan(0.5 * 2 * Math.PI * of.radius + 4);
      }),
    );
  });
});
