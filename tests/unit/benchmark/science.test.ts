import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runVector, vectorsSchema } from '../../../benchmark/science/vectors.ts';
import { hasShared, sharedFolder } from '../../shared-data.ts';

const read = () =>
  vectorsSchema.parse(JSON.parse(readFileSync(path.join(sharedFolder, 'reference', 'science-vectors.json'), 'utf8'))).vectors;
const vectors = hasShared ? read() : [];

describe('vectors of known answers', () => {
  it.skipIf(!hasShared).each(vectors.map((vector) => [vector.id, vector] as const))('%s', (_, vector) => {
    const { got, ok, problem } = runVector(vector);
    expect({ got, problem, ok }).toMatchObject({ ok: true });
  });

  it('names a function that it does not know, and an input that is missing', () => {
    const vector = { id: 'x', group: 'new', function: 'nothing', inputs: {}, expected: {}, tolerance: 0 };
    expect(runVector(vector)).toMatchObject({ isKnown: false, ok: false });
    expect(runVector({ ...vector, function: 'currie' })).toMatchObject({ isKnown: true, ok: false, problem: '"blankCounts" is no number' });
  });

  it('takes a fixed plateau, viable cells or cells with their viability, and any threshold', () => {
    const run = (name: string, inputs: { readonly [name: string]: unknown }) =>
      runVector({ id: '', group: '', function: name, inputs, expected: {}, tolerance: 0 }).got;
    const wells = { et: [40, 20, 10, 5], lysis: [86.47, 63.21, 39.35, 22.12], targets: 5000, A: 100 };
    expect(run('fit-exponential', wells)).toMatchObject({ A: 100, k: expect.closeTo(0.05, 4) });
    expect(run('fit-von-krogh', wells)).toMatchObject({ A: 100 });
    const bag = { n: 0, N: 500_000, cvCells: 0.08 };
    const viable = run('bag-bound', { ...bag, viableCells: 8e8 });
    expect(run('bag-bound', { ...bag, totalCells: 1e9, viability: 80 })).toEqual(viable);
    expect(run('events-needed', { thresholds: [30, 100], probability: 0.95, fractions: [1e-5] })).toHaveProperty('lambda100');
    expect(run('lu-state', { et: [4, 2, 1], lysis: [60, 45, 35], targets: 5000 })).toMatchObject({
      lu20: 'above-range',
      lu20above: 2000,
    });
  });
});
