import { expect, it } from 'vitest';
import type { PlacedGate } from '../../../../../core/gating/strategy/population.ts';
import { type Hanging, whatFollows } from '../../../../../core/gating/strategy/what-follows.ts';

const box = { kind: 'rectangle' as const, ranges: [{ min: 0 }] };
const drawn = (path: string, id: string): Hanging => ({ path, gate: { id, dimensions: ['x'], gate: box, part: 0 } });
const found = (path: string, id: string): Hanging => ({
  path,
  gate: { ...(drawn(path, id).gate as PlacedGate), automatic: { step: 'cut', light: 'green', evidence: [] } },
});
const combined = (path: string, id: string, of: string): Hanging => ({
  path,
  gate: { id, dimensions: [], part: 0, gate: { kind: 'boolean', operation: 'or', operands: [{ population: of, complement: true }] } },
});

it('says what hangs on a held gate, and what of it is found anew, whichever comes first', () => {
  const { following, anew } = whatFollows(
    [
      { path: '' },
      combined('Either', 'g0', 'Held/Auto'),
      drawn('Either/Below', 'g9'),
      found('Held', 'held'),
      drawn('Held/Drawn', 'g1'),
      found('Held/Auto', 'g2'),
      drawn('Held/Auto/Deep', 'g3'),
      found('Beside', 'g4'),
      drawn('Heldover', 'g5'),
    ],
    'held',
  );
  expect([...following]).toEqual(['Either', 'Either/Below', 'Held', 'Held/Drawn', 'Held/Auto', 'Held/Auto/Deep']);
  expect([...anew].sort()).toEqual(['Either', 'Either/Below', 'Held/Auto', 'Held/Auto/Deep']);
});

it('leaves a held automatic gate exact, and combinations too where nothing is found anew', () => {
  const { following, anew } = whatFollows([{ path: '' }, found('Held', 'held'), combined('Not', 'g1', 'Held')], 'held');
  expect([...following]).toEqual(['Held', 'Not']);
  expect([...anew]).toEqual([]);
});
