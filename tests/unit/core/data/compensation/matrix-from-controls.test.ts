import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlRemarks, rowSentence } from '../../../../../core/data/compensation/control-words.ts';
import { matrixFromControls, type StainedTube } from '../../../../../core/data/compensation/matrix-from-controls.ts';
import { splitControl } from '../../../../../core/data/compensation/split-control.ts';
import { seedRandom } from '../../../../../test-data/random.ts';

const truth = [
  [1, 0.22, 0.03],
  [0.015, 1, 0.16],
  [0.002, 0.05, 1],
];
const detectors = ['FITC-A', 'PE-A', 'APC-A'];

/** One dye with some dark events, or none at all. */
function tube(dye: number | undefined, seed: number, negatives = 2000, events = 6000): StainedTube {
  const random = seedRandom(seed);
  const columns = truth.map(() => new Float64Array(events));
  for (let event = 0; event < events; event++) {
    const light = dye === undefined || event < negatives ? 0 : 3000 * 10 ** (0.25 * random.normal());
    columns.forEach((column, j) => {
      const signal = dye === undefined ? 0 : light * truth[dye]![j]!;
      column[event] = 20 + 5 * random.normal() + signal + Math.sqrt(Math.max(0, signal)) * random.normal();
    });
  }
  return { detector: detectors[dye ?? 0]!, file: `tube ${dye ?? 'unstained'}`, columns, eventCount: events };
}
const tubes = truth.map((_, dye) => tube(dye, dye + 1));
const unstained = tube(undefined, 9);

describe('the matrix of single stains', () => {
  it('says what every stain gives other detectors before and after', () => {
    const { matrix, before, residuals, isWhole, gates } = matrixFromControls(detectors, tubes, unstained, new Set());
    expect(isWhole).toBe(true);
    for (const [i, row] of truth.entries()) for (const [j, value] of row.entries()) expect(matrix[i]![j]).toBeCloseTo(value, 2);
    const pair = before.find(({ stain, detector }) => stain === 'FITC-A' && detector === 1);
    expect(pair?.shift).toBeCloseTo(0.22, 1);
    expect(residuals.filter(({ isOff }) => isOff)).toEqual([]);
    expect(gates.every(({ positive, negative }) => positive!.min > negative!.max / 2)).toBe(true);
  });
  it('gates as they were found give the same again when a person places them there', () => {
    const found = matrixFromControls(detectors, tubes, undefined, new Set());
    const placed = tubes.map((one, i) => ({ ...one, gates: found.gates[i] }));
    expect(matrixFromControls(detectors, placed, undefined, new Set())).toEqual(found);
  });
  it('a gate that a person placed holds exactly the events between its ends', () => {
    const range = fc.tuple(fc.double({ min: -50, max: 20_000, noNaN: true }), fc.double({ min: 0, max: 20_000, noNaN: true }));
    fc.assert(
      fc.property(range, fc.boolean(), ([min, width], isUniversal) => {
        const gates = { positive: { min, max: min + width } };
        const { positives } = splitControl({ ...tubes[0]!, name: 'FITC-A', primary: 0, gates }, isUniversal ? unstained : undefined);
        const own = tubes[0]!.columns[0]!;
        const inside = Array.from(own, (value, event) => ({ value, event })).filter(({ value }) => value >= min && value <= min + width);
        expect([...positives].sort((a, b) => a - b)).toEqual(inside.map(({ event }) => event));
      }),
      { numRuns: 40 },
    );
  });
  it('holds a row back with its tube, and takes it only when a person says so', () => {
    const dim = { ...tube(2, 5, 5950), detector: 'APC-A' };
    const held = matrixFromControls(detectors, [tubes[0]!, tubes[1]!, dim], unstained, new Set());
    expect(held.isWhole).toBe(false);
    expect(held.matrix[2]).toEqual([null, null, null]);
    expect(held.rows).toMatchObject([{ detector: 'APC-A', file: 'tube 2', code: 'few-positives', state: 'refused' }]);
    for (const lang of ['en', 'ja'] as const) expect(rowSentence(held.rows[0]!, detectors, () => '', lang)).toContain('tube 2');
    const taken = matrixFromControls(detectors, [tubes[0]!, tubes[1]!, dim], unstained, new Set(['APC-A']));
    expect(taken.isWhole).toBe(true);
    expect(taken.matrix[2]).toEqual([0, 0, 1]);
    expect(taken.matrix.slice(0, 2)).toEqual(held.matrix.slice(0, 2));
  });
  it('says where negatives are missing', () => {
    const placed = tubes.map((one) => ({ ...one, gates: { negative: { min: -1e6, max: -1e5 } } }));
    const result = matrixFromControls(detectors, placed, undefined, new Set());
    expect(new Set(controlRemarks(result, 'en').map(({ code }) => code))).toContain('no-negative');
  });
});
