import { describe, expect, it } from 'vitest';
import type { Plate } from '../../../../../core/study/killing/plate.ts';
import { type Chosen, pastedReadings, ratiosOf } from '../../../../../renderer/features/killing/wells.ts';

const chosen: Chosen = { from: { row: 0, column: 0 }, to: { row: 2, column: 0 } };
const plate: Plate = { format: 'lymphoscope-plate', version: 1, name: 'P', size: 96, effectors: [], wells: [] };
const pasted = (text: string) => {
  const readings = pastedReadings(text, chosen, plate);
  return typeof readings === 'string' ? readings : Object.fromEntries(readings);
};

describe('what is typed as E:T', () => {
  it.each([
    ['20', [20, 20, 20]],
    ['40 / 2', [40, 20, 10]],
    ['４０／２', [40, 20, 10]],
  ])('%s goes down the rows', (text, ratios) => expect(['A1', 'B1', 'C1'].map(ratiosOf(text, chosen)!)).toEqual(ratios));
  it.each(['20／', '20／0.5', '20／０', '20／a', '20/', '/2', '20/2/2', '20/2/', '2,5', '0', ''])('%s is none', (text) =>
    expect(ratiosOf(text, chosen)).toBeUndefined(),
  );
});

describe('a pasted block', () => {
  it('keeps an empty row in its place', () => {
    expect(pasted('410\t395\n\t\n402\t')).toEqual({ A1: 410, A2: 395, C1: 402 });
    expect(pasted('410\r\n\r\n402\r\n')).toEqual({ A1: 410, C1: 402 });
  });
  it.each(['1,404\r\n1,380\r\n987\r\n', '12,5\n13,1', '410,395,402', '0,25'])('%j may be read two ways: nothing is taken', (text) =>
    expect(pasted(text)).toBe('unsure'),
  );
  it('takes full-width digits, decimal commas and thousands between tabs, and commas that separate', () => {
    expect(pasted('４１０\t1,404\n12.5\tOVRFLW')).toEqual({ A1: 410, A2: 1404, B1: 12.5, B2: 'OVRFLW' });
    expect(pasted('12,5\t13,25')).toEqual({ A1: 12.5, A2: 13.25 });
    expect(pasted('410, 395\n402, 400')).toEqual({ A1: 410, A2: 395, B1: 402, B2: 400 });
  });
  it('takes nothing where it reaches beyond the plate', () => expect(pasted(Array(13).fill('1').join('\t'))).toBe('outside'));
});
