import { expect, it } from 'vitest';
import { extend, pick } from '../../../../renderer/store/picked.ts';
import type { SampleKey, ViewState } from '../../../../renderer/store/state.ts';

type View = Pick<ViewState, 'picked' | 'selected'>;
const [a, b, c, d] = ['a 0', 'b 0', 'c 0', 'd 0'] as [SampleKey, SampleKey, SampleKey, SampleKey];
const listed = [a, b, c, d];
const alone = (selected: SampleKey): View => ({ selected, picked: [] });

it('Ctrl adds a sample and takes it out, and never leaves nothing selected', () => {
  const two = pick(alone(a), listed, c, 'beside');
  expect(two).toEqual({ selected: c, picked: [a, c] });
  expect(pick(two, listed, c, 'beside')).toEqual(alone(a));
  expect(pick(alone(a), listed, a, 'beside')).toEqual(alone(a));
});

it('Shift takes all from the selected one on, whichever way; a press alone ends it', () => {
  expect(pick(alone(c), listed, a, 'range')).toEqual({ selected: c, picked: [a, b, c] });
  expect(pick(pick(alone(b), listed, d, 'range'), listed, d, 'alone')).toEqual(alone(d));
});

it('Shift with the arrows moves the other end', () => {
  const down = extend(extend(alone(b), listed, 1), listed, 1);
  expect(down).toEqual({ selected: b, picked: [b, c, d] });
  expect(extend(down, listed, 1)).toBe(down);
  expect(extend(down, listed, -1)).toEqual({ selected: b, picked: [b, c] });
  expect(extend(alone(b), listed, -1)).toEqual({ selected: b, picked: [a, b] });
});
