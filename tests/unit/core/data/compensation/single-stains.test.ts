import { describe, expect, it } from 'vitest';
import { invert } from '../../../../../core/base/math/matrix.ts';
import { judgeCompensation } from '../../../../../core/data/compensation/already-compensated.ts';
import { compensateColumns } from '../../../../../core/data/compensation/compensate-columns.ts';
import type { SingleStain } from '../../../../../core/data/compensation/control.ts';
import { spilloverFromSingleStains } from '../../../../../core/data/compensation/from-single-stains.ts';
import { judgedSpillover } from '../../../../../core/data/compensation/judge-stains.ts';
import { checkResiduals } from '../../../../../core/data/compensation/residual-check.ts';
import { seedRandom } from '../../../../../test-data/random.ts';
import { readLinear } from '../../../../fixtures/read-linear.ts';
import { corpusFile, hasShared } from '../../../../shared-data.ts';

const truth = [
  [1, 0.22, 0.03, 0.001],
  [0.015, 1, 0.16, 0.004],
  [0.002, 0.05, 1, 0.3],
  [0, 0.004, 0.06, 1],
];
const names = ['FL1-H', 'FL2-H', 'FL3-H', 'FL4-H'];

/** Events of one dye: background, brightness over a decade, noise that grows with light, and a few outliers. */
function simulate(dye: number | undefined, brightness: number, seed: number, negatives = 0): SingleStain {
  const random = seedRandom(seed);
  const columns = truth.map(() => new Float64Array(6000));
  for (let event = 0; event < 6000; event++) {
    const light = dye === undefined || event < negatives ? 0 : brightness * 10 ** (0.3 * random.normal());
    const outlier = random.uniform() < 0.01 ? 5000 * random.uniform() : 0;
    columns.forEach((column, j) => {
      const signal = dye === undefined ? 0 : light * truth[dye]![j]!;
      column[event] = 20 + 5 * random.normal() + signal + Math.sqrt(Math.max(0, signal)) * random.normal() + (j === 1 ? outlier : 0);
    });
  }
  return { name: names[dye ?? 0]!, primary: dye ?? 0, columns, eventCount: 6000 };
}

const worst = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number =>
  Math.max(...a.flatMap((row, i) => row.map((value, j) => Math.abs(value - b[i]![j]!))));

describe('spillover from single stains', () => {
  const unstained = simulate(undefined, 0, 1);
  const stains = truth.map((_, dye) => simulate(dye, 3000, dye + 2));

  it('is found with universal negatives, outliers and all', () => {
    const computed = spilloverFromSingleStains(4, stains, unstained);
    expect(worst(computed.matrix, truth)).toBeLessThan(0.003);
    expect(computed.residual).toBeLessThan(1e-6);
    expect(computed.warnings).toEqual([]);
    expect(checkResiduals(computed.matrix, stains, unstained).filter(({ isOff }) => isOff)).toEqual([]);
  });

  it("is found with each control's own negatives", () => {
    const mixed = truth.map((_, dye) => simulate(dye, 3000, dye + 12, 2500));
    const computed = spilloverFromSingleStains(4, mixed, undefined);
    expect(worst(computed.matrix, truth)).toBeLessThan(0.004);
    expect(computed.positives.every((count) => count > 3300 && count < 3600)).toBe(true);
  });

  it('leaves the row of a detector without a stain alone, and says what is weak', () => {
    const computed = spilloverFromSingleStains(4, [stains[0]!], unstained);
    expect(computed.matrix.slice(1)).toEqual([
      [0, 1, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
    ]);
    const short = { ...stains[0]!, columns: stains[0]!.columns.map((column) => column.slice(0, 300)), eventCount: 300 };
    expect(spilloverFromSingleStains(4, [short], unstained).warnings.map(({ code }) => code)).toContain('few-positives');
  });

  it('refuses an empty control and two of one detector', () => {
    const empty = { ...stains[0]!, columns: stains[0]!.columns.map(() => new Float64Array()), eventCount: 0 };
    expect(() => spilloverFromSingleStains(4, [empty], unstained)).toThrow(expect.objectContaining({ code: 'control-empty' }));
    expect(() => spilloverFromSingleStains(4, [stains[0]!, stains[0]!], unstained)).toThrow(
      expect.objectContaining({ code: 'control-twice' }),
    );
  });

  it('a coefficient below -0.05 is refused, one above 1 is held back, and neither bends another row', () => {
    const bent = (share: number): SingleStain => {
      const { columns, ...rest } = stains[0]!;
      return {
        ...rest,
        columns: columns.map((column, j) => (j === 1 ? column.map((value, event) => value + share * columns[0]![event]!) : column)),
      };
    };
    for (const [share, code] of [
      [-0.4, 'negative-coefficient'],
      [1.5, 'coefficient-above-one'],
    ] as const) {
      const { matrix, verdicts } = judgedSpillover(4, [bent(share), ...stains.slice(1)], unstained, new Set());
      expect(verdicts).toMatchObject([{ row: 0, other: 1, code }]);
      expect(matrix[0]).toEqual([1, 0, 0, 0]);
      expect(worst(matrix.slice(1), truth.slice(1))).toBeLessThan(0.003);
    }
  });

  it('a wrong coefficient shows in the residual check', () => {
    const wrong = truth.map((row, i) => row.map((value, j) => (i === 0 && j === 1 ? value + 0.03 : value)));
    const off = checkResiduals(wrong, stains, unstained).filter(({ isOff }) => isOff);
    expect(off.map(({ stain, detector }) => `${stain} ${detector}`)).toContain('FL1-H 1');
    expect(off[0]?.slope).toBeLessThan(-0.02);
  });
});

describe('compensating twice', () => {
  const all = truth.map((_, dye) => simulate(dye, 3000, dye + 2));
  const together = truth.map((_, channel) => Float64Array.from(all.flatMap(({ columns }) => [...columns[channel]!])));

  it('is seen from the events', () => {
    expect(judgeCompensation(together, truth).verdict).toBe('uncompensated');
    const once = compensateColumns(together, invert(truth)!);
    expect(judgeCompensation(once, truth).verdict).toBe('compensated');
  });

  it('says nothing where there is nothing to see', () => {
    const identity = truth.map((_, i) => truth.map((_, j) => (i === j ? 1 : 0)));
    expect(judgeCompensation(together, identity).verdict).toBe('unclear');
  });
});

describe.runIf(hasShared)('the five single-stain files', () => {
  /** As flowStats has it: the ratio of all events' medians. Its 7-AAD row is of a dim, broad stain, where estimators differ. */
  const reference = [
    [1, 0.242022277630705, 0.0320837058201989, 0.0011278155536909],
    [0.00772204774835748, 1, 0.140788231940242, 0.00263268909406355],
    [0.0150806322244329, 0.175589903184424, 1, 0.229593859843027],
    [0.000759031864601862, 0.000962045888046345, 0.00321861379453393, 1],
  ];
  const files = ['002', '003', '005', '004'];

  it('give the reference matrix', async () => {
    const read = (number: string) => readLinear(corpusFile(`RGLab-flowCore/060909.${number}`), names);
    const unstained = await read('001');
    const stains = await Promise.all(files.map(async (number, primary) => ({ name: names[primary]!, primary, ...(await read(number)) })));
    const { matrix } = spilloverFromSingleStains(4, stains, unstained);
    const without = (rows: typeof matrix) => rows.filter((_, i) => i !== 2);
    expect(worst(without(matrix), without(reference))).toBeLessThan(0.0025);
    expect(worst(matrix, reference)).toBeLessThan(0.03);
    expect(checkResiduals(matrix, stains, unstained).filter(({ isOff }) => isOff)).toEqual([]);
    const pooled = names.map((_, channel) => Float64Array.from(stains.flatMap(({ columns }) => [...columns[channel]!])));
    expect(judgeCompensation(pooled, matrix).verdict).toBe('uncompensated');
    expect(judgeCompensation(compensateColumns(pooled, invert(matrix)!), matrix).verdict).toBe('compensated');
  });
});
