import { describe, expect, it } from 'vitest';
import { readSpillover } from '../../../../../../core/data/fcs/spillover/spillover.ts';
import { firstDataset, handMade } from '../read/fcs-read-support.ts';

const named = { $PAR: '3', $P3N: 'FL2', $P3B: '16', $P3R: '65536', $P3E: '0,0', $P2N: 'FL1', $TOT: '0' };

async function read(keywords: Record<string, string>) {
  const dataset = await firstDataset(handMade({ keywords: { ...named, ...keywords }, data: new Uint8Array(0), header: () => [0, 0] }));
  const { spillover, findings } = readSpillover(dataset);
  return { ...spillover, codes: findings.map(({ code }) => code) };
}
const matrix = [
  [1, 0.2],
  [0.05, 1],
];

describe('the spillover matrix of a file', () => {
  it.each(['$SPILLOVER', 'SPILL', 'spillover', '$SPILL'])('is read from %s: a row a fluorochrome, a column a detector', async (keyword) => {
    expect(await read({ [keyword]: '2,FL1,FL2,1,0.2,0.05,1' })).toEqual({
      source: keyword.toUpperCase(),
      channels: ['FL1', 'FL2'],
      places: [1, 2],
      matrix,
      codes: ['spillover-partial'],
    });
  });

  it('may give its channels by number, with blanks', async () => {
    const found = await read({ SPILL: '2, 2 ,3, 1,0.2, 0.05,1.0 ' });
    expect(found).toMatchObject({ channels: ['FL1', 'FL2'], matrix, codes: ['spillover-by-number', 'spillover-partial'] });
  });

  it('in percent is divided by 100', async () => {
    expect(await read({ SPILL: '2,FL1,FL2,100,20,5,100' })).toMatchObject({ matrix, codes: ['spillover-partial', 'spillover-percent'] });
  });

  it('leaves out a channel that is not there only where that changes no number', async () => {
    const alone = await read({ SPILL: '3,FL1,X,FL2,1,0,0.2,0,1,0,0.05,0,1' });
    expect(alone).toMatchObject({ channels: ['FL1', 'FL2'], matrix, codes: ['spillover-channels-dropped', 'spillover-partial'] });
    expect(await read({ SPILL: '3,FL1,X,FL2,1,0.1,0.2,0,1,0,0.05,0,1' })).toEqual({ codes: ['spillover-channels-absent'] });
  });

  it.each([
    ['2,FL1,FL2,1,0.2,0.05', 'spillover-malformed'],
    ['2,FL1,FL2,1,0.2,0.05,one', 'spillover-malformed'],
    ['2,FL1,FL2,0,0.2,0.05,1', 'spillover-malformed'],
    ['FL1,FL2,1,0,0,1', 'spillover-malformed'],
    ['-1', 'spillover-malformed'],
    ['4294967296,a', 'spillover-malformed'],
    ['0', 'spillover-empty'],
    ['2,FL1,FL1,1,0.2,0.05,1', 'spillover-channels-ambiguous'],
  ])('%s is no matrix: %s', async (text, code) => expect(await read({ SPILL: text })).toEqual({ codes: [code] }));

  it('that says more than the identity stands before it, wherever it stands', async () => {
    const both = await read({ $SPILLOVER: '2,FL1,FL2,1,0,0,1', SPILL: '2,FL1,FL2,1,0.2,0.05,1' });
    expect(both).toMatchObject({ source: 'SPILL', matrix });
    expect(both.codes).toContain('spillover-sources-differ');
  });

  it('finds its channels by marker or in the dress of another program, and says so', async () => {
    const found = await read({ SPILL: '2,Comp-FL1,FL2 :: CD56,1,0.2,0.05,1' });
    expect(found).toMatchObject({ channels: ['FL1', 'FL2'], matrix, codes: ['spillover-names-matched', 'spillover-partial'] });
  });

  it('is told to be an identity, unusual, or another one than a second keyword', async () => {
    expect((await read({ SPILL: '2,FL1,FL2,1,0,0,1' })).codes).toContain('spillover-identity');
    expect((await read({ SPILL: '2,FL1,FL2,1,3,0,1' })).codes).toContain('spillover-unusual');
    expect((await read({ SPILL: '2,FL1,FL2,0.9,0,0,1' })).codes).toContain('spillover-diagonal');
    const both = await read({ $SPILLOVER: '2,FL1,FL2,1,0.2,0.05,1', SPILL: '2,FL1,FL2,1,0,0,1' });
    expect(both).toMatchObject({ source: '$SPILLOVER', matrix });
    expect(both.codes).toContain('spillover-sources-differ');
  });

  it('is not made from percentages to subtract', async () => {
    expect(await read({ $DFC1TO2: '12.5' })).toEqual({ codes: ['compensation-legacy'] });
    expect(await read({ $DFC1TO2: '0.0' })).toEqual({ codes: [] });
    expect(await read({ $COMP: '2,1,0.1,0,1' })).toEqual({ codes: ['compensation-legacy'] });
  });

  it('says what hints at values that are compensated already', async () => {
    expect((await read({ 'APPLY COMPENSATION': 'TRUE', $P2N: 'Comp-FITC-A' })).codes).toEqual([
      'compensation-flag',
      'channels-compensated',
    ]);
    expect((await read({ $P2N: '<FITC-A>' })).codes).toEqual(['channels-compensated']);
  });
});
