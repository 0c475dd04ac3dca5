import { expect, it } from 'vitest';
import { acquiredOn } from '../../../../../core/data/metadata/acquired-on.ts';

it.each([
  ['04-MAR-2026', '2026-03-04'],
  ['4-mar-2026', '2026-03-04'],
  ['2026-03-04T10:11:12Z', '2026-03-04'],
  ['2026-03-04', '2026-03-04'],
  ['31-FEB-2026', undefined],
  ['04-03-2026', undefined],
  ['04-MAR-26', undefined],
  ['', undefined],
  [undefined, undefined],
])('reads the day of %s', (written, day) => expect(acquiredOn(written)).toBe(day));
