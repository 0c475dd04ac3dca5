import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../../../core/base/byte-source.ts';
import type { CompensationChoice } from '../../../../../core/data/compensation/compensation-choice.ts';
import { decideCompensation } from '../../../../../core/data/compensation/decide-compensation.ts';
import { encodeFcs } from '../../../../../core/data/fcs/write/write.ts';
import { resolvePanel } from '../../../../../core/data/panel/resolve.ts';
import { readTable } from '../../../../../core/study/sample/raw-sample.ts';
import { createPool } from '../../../../../headless/host/host.ts';
import { normal, uniform } from './draw.ts';

const pool = createPool();
const panel = {
  entries: ['CD3', 'CD56'].map((id) => ({ id, aliases: [id], match: 'word' as const, standIns: [] })),
};

interface File {
  /** Of FITC (CD3) in PE (CD56). */
  readonly spill?: number;
  readonly keywords?: readonly (readonly [string, string])[];
  readonly names?: readonly [fitc: string, pe: string];
  readonly type?: string;
  readonly log?: boolean;
}

/** T cells, NK cells and others in FITC and PE, as the detectors see them. */
function fileOf({ spill = 0, keywords = [], names = ['FITC-A', 'PE-A'], type, log = false }: File): Uint8Array {
  const random = uniform(11);
  const events = 4000;
  const columns = [new Float32Array(events), new Float32Array(events)] as const;
  for (let event = 0; event < events; event++) {
    const kind = random();
    const [fitc, pe] = [kind < 0.6 ? 9000 * Math.exp(0.4 * normal(random)) : 60, kind > 0.7 ? 12_000 * Math.exp(0.5 * normal(random)) : 60];
    columns[0][event] = fitc + 60 * normal(random);
    columns[1][event] = pe + spill * fitc + 60 * normal(random);
  }
  const amplification = { decades: 4, offset: 1 };
  const stored = log
    ? columns.map((column) =>
        Uint16Array.from(column, (value) => Math.round(Math.max(0, Math.min(1023, 256 * Math.log10(Math.max(1, value / 26)))))),
      )
    : columns;
  return encodeFcs([
    {
      version: 'FCS3.1',
      datatype: log ? 'I' : 'F',
      byteOrder: 'little',
      eventCount: events,
      channels: names.map((name, i) => ({
        name,
        marker: i === 0 ? 'CD3' : 'CD56',
        bits: log ? 16 : 32,
        range: log ? 1024 : 262_144,
        ...(log ? { amplification } : {}),
        ...(type === undefined ? {} : { detail: { type } }),
      })),
      columns: stored,
      keywords: new Map(keywords),
    },
  ]);
}

async function decide(file: File, wanted: CompensationChoice = { use: 'file' }) {
  const { dataset, table } = await readTable(bytesSource('a.fcs', fileOf(file)), pool);
  const { used, caution, compensation } = decideCompensation(wanted, resolvePanel(panel, dataset.channels).channels, { dataset, table });
  table.release();
  return [used.status, caution?.of.light, compensation !== undefined] as const;
}

const spillText = (spill: number, names = 'FITC-A,PE-A') => `2,${names},1,${spill},0,1`;
const matrix = { use: 'matrix', channels: ['FITC-A', 'PE-A'], matrix: [[1, 0.35], [0, 1]] } as const; // biome-ignore format: a matrix

describe('how a sample is compensated', () => {
  it('is by the matrix that is there, or that was asked for', async () => {
    expect(await decide({ spill: 0.35, keywords: [['SPILL', spillText(0.35)]] })).toEqual(['applied', undefined, true]);
    expect(
      await decide({ spill: 0.35 }, { ...matrix, channels: [...matrix.channels], matrix: matrix.matrix.map((row) => [...row]) }),
    ).toEqual(['applied', undefined, true]);
  });

  it('is wrong where a matrix leaves in as much as without one would withhold', async () => {
    for (const left of [0.08, 0.12]) {
      const used = await decide({ spill: 0.2 + left, keywords: [['SPILL', spillText(0.2)]] });
      expect([left, ...used]).toEqual([left, 'unfit', 'red', true]);
    }
    expect(await decide({ spill: 0.23, keywords: [['SPILL', spillText(0.2)]] })).toEqual(['applied', undefined, true]);
  });

  it.each([
    ['names channels that are not there', '2,FITC-H,PE-H,1,0.35,0,1'],
    ['is cut off', '2,FITC-A,PE-A,1,0.35,0'],
    ['holds no number', '2,FITC-A,PE-A,1,NaN,0,1'],
    ['has no inverse', '2,FITC-A,PE-A,1,1,1,1'],
    ['is absurd', '2,FITC-A,PE-A,1,1e308,1e308,1'],
  ])('is not known where a matrix is there and %s', async (_, text) => {
    expect(await decide({ spill: 0.35, keywords: [['$SPILLOVER', text]] })).toEqual(['unusable', 'red', false]);
  });

  it('is not known where a matrix was asked for and fits no channel', async () => {
    const wanted = { use: 'matrix' as const, channels: ['V450-A', 'B525-A'], matrix: [[1, 0.2], [0, 1]] }; // biome-ignore format: a matrix
    expect(await decide({}, wanted)).toEqual(['unusable', 'red', false]);
  });

  it('is told by the events where there is no matrix at all', async () => {
    expect(await decide({ spill: 0 })).toEqual(['compensated', undefined, false]);
    expect(await decide({ spill: 0.35 })).toEqual(['missing', 'red', false]);
    expect(await decide({ spill: 0.35, keywords: [['$SPILLOVER', '0']] })).toEqual(['missing', 'red', false]);
    expect(await decide({ spill: 0.35, keywords: [['$SPILLOVER', spillText(0)]] })).toEqual(['missing', 'red', false]);
  });

  it('is what the protocol says, whatever the events look like', async () => {
    expect(await decide({ spill: 0.35 }, { use: 'at-instrument' })).toEqual(['at-instrument', undefined, false]);
    expect(await decide({ spill: 0.35 }, { use: 'none' })).toEqual(['declined', undefined, false]);
  });

  it('is not needed of one fluorochrome, of masses, of unmixed values', async () => {
    expect(await decide({ names: ['FITC-A', 'FITC-H'] })).toEqual(['not-needed', undefined, false]);
    expect(await decide({ names: ['Sm154Di', 'Yb176Di'] })).toEqual(['not-needed', undefined, false]);
    expect(await decide({ spill: 0.35, type: 'Unmixed_Fluorescence' })).toEqual(['not-needed', undefined, false]);
  });

  it('was at the instrument where values are amplified on a log scale, in doubt where light is left', async () => {
    expect(await decide({ log: true })).toEqual(['log-amplified', undefined, false]);
    expect(await decide({ log: true, spill: 0.35 })).toEqual(['log-amplified', 'amber', false]);
    expect(await decide({ log: true, keywords: [['$DFC1TO2', '35']] })).toEqual(['log-amplified', undefined, false]);
    expect(await decide({ keywords: [['$DFC1TO2', '35']] })).toEqual(['unusable', 'red', false]);
  });

  it('was done before where the events lack what the matrix of the file takes out', async () => {
    expect(await decide({ spill: 0, keywords: [['SPILL', spillText(0.35)]] })).toEqual(['compensated-before', 'amber', false]);
  });

  it('is wrong where the matrix is not that of the events', async () => {
    expect(await decide({ spill: 0.4, keywords: [['SPILL', '2,FITC-A,PE-A,1,0,0.4,1']] })).toEqual(['unfit', 'red', true]);
  });
});
