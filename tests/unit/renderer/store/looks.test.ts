import { expect, it } from 'vitest';
import { lookAt, setLook, toggleOnLabels } from '../../../../renderer/store/looks.ts';
import { createWindowStore } from '../../../../renderer/store/store.ts';

it('colours and labels of gates are of the arrangement: no edit, nothing to undo, nothing in the audit, no approval touched', () => {
  const store = createWindowStore('en');
  const before = store.getState().session;
  setLook(store, { gate: 'box', part: 0 }, { colour: '#f0e442' });
  setLook(store, { gate: 'box', part: 0 }, { label: { x: 0.1, y: 0 } });
  toggleOnLabels(store, 'count');
  const { arrangement, ...rest } = store.getState().session;
  const { arrangement: _, ...restBefore } = before;
  expect(rest).toEqual(restBefore);
  expect(rest.history).toBe(before.history);
  expect(arrangement).not.toEqual(before.savedArrangement);
  expect(lookAt(store.getState(), { id: 'box', part: 0 } as never)?.colour).toBe('#f0e442');
});
