import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgedSpillover } from '../../core/data/compensation/judge-stains.ts';
import { readLinear } from '../fixtures/read-linear.ts';
import { hasShared, sharedFolder } from '../shared-data.ts';

const detectors = ['FITC-A', 'PE-A', 'APC-A'];
// of the README beside the files; APC spills as these coefficients were drawn: hardly, so within the same tolerance of none
const truth = [
  [1, 0.3, 0.05],
  [0.02, 1, 0.01],
  [0, 0, 1],
];

async function matrixOf(tubes: readonly string[], { unstained = true, accepted = [] as readonly number[] } = {}) {
  const read = (name: string) => readLinear(path.join(sharedFolder, 'wild', `s_${name}.fcs`), detectors);
  const stains = await Promise.all(tubes.map(async (name, primary) => ({ name: detectors[primary]!, primary, ...(await read(name)) })));
  const { matrix, verdicts } = judgedSpillover(3, stains, unstained ? await read('un') : undefined, new Set(accepted));
  return { matrix, verdicts: verdicts.map(({ row, state, code }) => `${row} ${state} ${code}`) };
}

describe.runIf(hasShared)('single stains as people have them', () => {
  it.each([true, false])('give their matrix, all positive or half (unstained control: %s)', async (unstained) => {
    for (const pe of ['pe', 'pe_allpos']) {
      const { matrix, verdicts } = await matrixOf(['fitc', pe, 'apc'], { unstained });
      expect(verdicts).toEqual([]);
      for (const [i, row] of truth.entries())
        for (const [j, value] of row.entries()) expect(Math.abs(matrix[i]![j]! - value)).toBeLessThan(0.005);
    }
  });
  it.each([
    ['no positive event', 'pe_nopos'],
    ['too few events', 'pe_few'],
    ['the unstained tube', 'un'],
  ])('%s gives no coefficient, accepted or not, and changes no other row', async (_, pe) => {
    for (const accepted of [[], [1]]) {
      const { matrix, verdicts } = await matrixOf(['fitc', pe, 'apc'], { accepted });
      expect(verdicts).toEqual(['1 refused few-positives']);
      expect(matrix[1]).toEqual([0, 1, 0]);
      expect(matrix[0]![1]).toBeCloseTo(0.3, 2);
    }
  });
  it('swapped tubes are held back until they are accepted', async () => {
    for (const unstained of [true, false]) {
      const held = await matrixOf(['pe', 'fitc', 'apc'], { unstained });
      expect(held.verdicts).toEqual(['0 held tubes-swapped', '1 held tubes-swapped']);
      expect(held.matrix.slice(0, 2)).toEqual([
        [1, 0, 0],
        [0, 1, 0],
      ]);
    }
    const taken = await matrixOf(['pe', 'fitc', 'apc'], { accepted: [0, 1] });
    expect(taken.matrix[0]![1]).toBeGreaterThan(40);
  });
  it('three tubes in a circle leave nothing that is written', async () => {
    const { verdicts } = await matrixOf(['pe', 'apc', 'fitc']);
    expect(verdicts.map((verdict) => verdict[0])).toEqual(['0', '1', '2']);
  });
});
