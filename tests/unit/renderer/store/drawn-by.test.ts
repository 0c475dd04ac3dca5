import { expect, it } from 'vitest';
import { drawnBy } from '../../../../renderer/store/drawn-by.ts';
import type { State } from '../../../../renderer/store/state.ts';

const acts = [
  { type: 'gate/add', parent: 'A', node: { populations: [{ name: 'First' }] } },
  { type: 'gate/add', parent: '', node: { populations: [{ name: 'Other' }] } },
  { type: 'gate/rename', population: 'A/First', name: 'Second' },
  { type: 'gate/rename', population: 'A', name: 'B' },
  { type: 'gate/rename', population: 'Other', name: 'Another' },
].map((action, i) => ({ action, by: `person ${i}`, at: '2026-01-01T00:00:00Z' }));
const state = {
  session: { history: { audit: acts, present: { protocol: { strategy: [] } } } },
  results: { samples: new Map() },
  view: {},
} as unknown as State;

it('a gate says who drew it, however it and those above it were renamed since', () => {
  expect(drawnBy(state, 'g', 'B/Second')?.by).toBe('person 0');
  expect(drawnBy(state, 'h', 'Another')?.by).toBe('person 1');
  expect(drawnBy(state, 'i', 'B/First')).toBeUndefined();
});
