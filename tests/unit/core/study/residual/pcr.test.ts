import { describe, expect, it } from 'vitest';
import { copiesOfCt, standardCurve } from '../../../../../core/biology/residual/standard-curve.ts';
import { pcrSentences } from '../../../../../core/show/residual/pcr-sentences.ts';
import { copiesBySample, excludedBy, measurePcr } from '../../../../../core/study/residual/pcr.ts';
import { readPcrTable } from '../../../../../core/study/residual/pcr-table.ts';
import { seedRandom } from '../../../../../test-data/random.ts';

const dna = { nanograms: 100, picogramsPerCell: 6.6 };
const targets = { tax: 'tax', reference: 'RPP30', nanolitres: 0.85 };

/* The columns of Bio-Rad's and QIAGEN's tables, by their manuals. */
const bioRad = `Well,ExptType,Experiment,Sample,TargetType,Target,Status,Concentration,Positives,Negatives,AcceptedDroplets
A01,Absolute Quantification,ABS,P1,Ch1Unknown,tax,OK,2.4,20,9080,9100
B01,Absolute Quantification,ABS,P1,Ch1Unknown,TAX,OK,2.2,17,9094,9111
A01,Absolute Quantification,ABS,P1,Ch2Unknown,RPP30,OK,1430,6420,2680,9100
B01,Absolute Quantification,ABS,P1,Ch2Unknown,RPP30,OK,1430,6420,2691,9111
C01,Absolute Quantification,ABS,P2,Ch1Unknown,tax,OK,0,0,18000,18000
C01,Absolute Quantification,ABS,P2,Ch2Unknown,RPP30,OK,1400,12000,6000,18000`;
const qiagen = `sep=,
Plate,"P-7"
Well,Sample/NTC/Control,Target,Concentration [copies/µL],Partitions (valid),Partitions (positive),Partitions (negative)
A1,P1,tax,2.3,18211,37,18174
A1,P1,RPP30,1430,18211,12840,5371`;

describe('proviral load by droplets', () => {
  it.each([
    ['Bio-Rad', bioRad],
    ['QIAGEN', qiagen],
  ])('merges the wells of a sample by their counts (%s)', (_vendor, text) => {
    const found = copiesBySample(readPcrTable(text), targets, 0.95).get('P1');
    const result = measurePcr('P1', found!, dna, 0.95);
    // vector B39: 37 and 12,840 of 18,211 droplets
    expect(result.per100).toBeCloseTo(0.33313453865724846, 6);
    expect(result.low).toBeCloseTo(0.2379718045861751, 6);
    expect(result.high).toBeCloseTo(0.46635197408939194, 6);
  });

  it('not detected says what the DNA can exclude, and needs to know it', () => {
    const found = copiesBySample(readPcrTable(bioRad), targets, 0.95).get('P2')!;
    const result = measurePcr('P2', found, dna, 0.95);
    expect(result).toMatchObject({ isDetected: false, cells: 100_000 / 6.6 });
    expect(result.upper).toBeCloseTo(-Math.log(0.05) / (100_000 / 6.6), 12);
    expect(pcrSentences(result, undefined, 'ja')[0]).toContain('検出されませんでした');
    expect(() => measurePcr('P2', found, { picogramsPerCell: 6.6 }, 0.95)).toThrow(expect.objectContaining({ code: 'pcr-no-dna' }));
  });

  it('a finding where the intervals of flow cytometry and PCR exclude each other', () => {
    const result = measurePcr('P1', copiesBySample(readPcrTable(bioRad), targets, 0.95).get('P1')!, dna, 0.95);
    expect(excludedBy(result, { low: 0.0023, high: 0.0046 })).toBeUndefined();
    expect(excludedBy(result, { low: 0.02, high: 0.03 })).toBe('flow-higher');
    expect(excludedBy(result, { low: 0, high: 1e-5 })).toBe('pcr-higher');
    expect(pcrSentences(result, { low: 0, high: 1e-5 }, 'en').join(' ')).toContain('PCR finds more');
  });

  it.each<readonly [string, string, string, number | undefined]>([
    ['more positive droplets than there are', 'sample,target,positives,accepted\nP,tax,11,10', 'pcr-droplets', 2],
    ['none that is negative', 'sample,target,positives,accepted\nP,tax,10,10', 'pcr-droplets', 2],
    ['half a droplet', 'sample,target,positives,accepted\nP,tax,1.5,10', 'pcr-droplets', 2],
    ['no number', 'sample,target,positives,accepted\nP,tax,x,10', 'pcr-table', 2],
    ['no such columns', 'a,b\n1,2', 'pcr-table', 1],
  ])('refuses %s', (_what, text, code, line) => {
    expect(() => readPcrTable(text)).toThrow(expect.objectContaining({ code, place: { line } }));
  });

  it('refuses a droplet of unknown volume, and a target that is not there', () => {
    const table = readPcrTable(bioRad);
    expect(() => copiesBySample(table, { ...targets, nanolitres: undefined }, 0.95)).toThrow(
      expect.objectContaining({ code: 'pcr-droplet-volume' }),
    );
    expect(() => copiesBySample(table, { ...targets, reference: 'ALB' }, 0.95)).toThrow(expect.objectContaining({ code: 'pcr-target' }));
  });
});

describe('proviral load by Ct', () => {
  const standards = (target: string) =>
    [1e2, 1e3, 1e4, 1e5].map((copies) => `S,${target},STANDARD,${(40 - 3.32 * Math.log10(copies)).toFixed(4)},${copies}`);
  const text = (...rows: string[]) => ['sample,target,task,ct,quantity', ...standards('tax'), ...standards('RPP30'), ...rows].join('\n');

  it('by standards of the same run', () => {
    const table = readPcrTable(text('P,tax,UNKNOWN,30.04,', 'P,RPP30,UNKNOWN,26.72,', 'P,tax,UNKNOWN,Undetermined,'));
    const found = copiesBySample(table, targets, 0.95).get('P')!;
    expect(found.tax).toMatchObject({ wells: 2, silent: 1 });
    const result = measurePcr('P', found, dna, 0.95);
    // 1,000 copies of tax, 10,000 of the reference: 5,000 cells
    expect(result.per100).toBeCloseTo(20, 2);
    expect(pcrSentences(result, undefined, 'en').join(' ')).toContain('1 of 2 wells');
  });

  it('refuses standards that make no curve', () => {
    const table = readPcrTable('sample,target,task,ct,quantity\nS,tax,STANDARD,30,100\nS,RPP30,STANDARD,30,100\nP,tax,UNKNOWN,30,');
    expect(() => copiesBySample(table, targets, 0.95)).toThrow(expect.objectContaining({ code: 'pcr-curve' }));
  });

  it('limits hold the truth as often as they say', () => {
    const random = seedRandom(5);
    let held = 0;
    const runs = 2000;
    for (let run = 0; run < runs; run++) {
      const ct = (copies: number) => 40 - 3.32 * Math.log10(copies) + 0.2 * random.normal();
      const curve = standardCurve([1e2, 1e3, 1e4, 1e5].flatMap((copies) => [1, 2].map(() => ({ copies, ct: ct(copies) }))))!;
      const { low, high } = copiesOfCt(curve, [ct(500), ct(500)], 0.95);
      if (low <= 500 && high >= 500) held++;
    }
    // four standard errors of 2,000 draws
    expect(held / runs).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / runs));
    expect(held / runs).toBeLessThan(0.95 + 4 * Math.sqrt((0.95 * 0.05) / runs));
  });
});
