import { expect, it } from 'vitest';
import { hiddenEvents } from '../../../../../core/show/plot/hidden-events.ts';

const frame = { x: 10, y: 20, width: 40, height: 40 };
// 4 x 4 bins of 10 points, row by row from the bottom
const counts = Uint32Array.from([1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 3, 0, 0, 0, 0, 4]);
const hidden = hiddenEvents(counts, 4, frame);

it('counts the events under a box of the page', () => {
  expect(hidden({ x: 40, y: 20, width: 10, height: 10 })).toBe(0.4);
  expect(hidden({ x: 10, y: 50, width: 10, height: 10 })).toBe(0.1);
  expect(hidden({ x: 15, y: 45, width: 10, height: 10 })).toBe(0.3);
  expect(hidden({ x: -100, y: -100, width: 1000, height: 1000 })).toBe(1);
  expect(hidden({ x: 200, y: 20, width: 10, height: 10 })).toBe(0);
});

it('finds nothing in an empty picture', () => expect(hiddenEvents(new Uint32Array(16), 4, frame)(frame)).toBe(0));
