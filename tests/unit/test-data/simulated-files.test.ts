import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { encodeFcs } from '../../../core/data/fcs/write/write.ts';
import { simulateBenchSample, writeBenchSample } from '../../../test-data/bench-sample.ts';
import { makeSamples } from '../../../test-data/make-samples.ts';
import { simulateSample } from '../../../test-data/simulate-sample.ts';

const folder = 'test-data/samples';
const made = makeSamples();

describe('test-data/samples', () => {
  test('holds what the generator makes, and nothing else', () => {
    expect(readdirSync(folder).toSorted()).toEqual([...made.keys()].toSorted());
  });
  test.each([...made.keys()])('%s comes out byte for byte', (name) => {
    expect(Buffer.from(made.get(name) ?? []).equals(readFileSync(`${folder}/${name}`))).toBe(true);
  });
  test('says in every file that it is simulated, and stays small', () => {
    let total = 0;
    for (const [name, bytes] of made) {
      total += bytes.length;
      if (/\.(fcs|lmd)$/.test(name)) expect(new TextDecoder('latin1').decode(bytes.subarray(0, 6000))).toContain('SIMULATED DATA');
    }
    expect(total).toBeLessThan(2_500_000);
  });
});

test('older instruments stay on their scales', () => {
  const [calibur] = simulateSample({ culture: 'cik', seed: 2, events: 2000, instrument: 'calibur' }).content;
  for (const column of calibur?.columns ?? []) expect(Math.max(...Array.from(column, Number))).toBeLessThan(1024);
  const [coarse, fine] = simulateSample({ culture: 'cik', seed: 2, events: 2000, instrument: 'lmd' }).content;
  // The same event in both data sets: 10 bits logarithmic against 20 bits linear.
  const log = Array.from(coarse?.columns[3] ?? [], Number);
  const linear = Array.from(fine?.columns[3] ?? [], Number);
  const bright = [...log.keys()].filter((event) => (log[event] ?? 0) > 600 && (log[event] ?? 0) < 1000);
  expect(bright.length).toBeGreaterThan(500);
  for (const event of bright) {
    const relinear = 10 ** ((4 * (log[event] ?? 0)) / 1024) * ((4 * 262_144) / 10_000);
    expect(relinear / (linear[event] ?? 0)).toBeGreaterThan(0.97);
    expect(relinear / (linear[event] ?? 0)).toBeLessThan(1.03);
  }
});

describe('a benchmark sample', () => {
  const { content, population } = simulateBenchSample(150_000, 10);
  test('keeps to its channels', () => {
    expect(content.columns.map((column) => column.length)).toEqual(Array(10).fill(150_000));
    expect(population.length).toBe(150_000);
    expect(content.keywords?.get('$SPILLOVER')?.split(',').slice(0, 5)).toEqual(['4', 'FITC-A', 'PE-A', 'PerCP-Cy5-5-A', 'PE-Cy7-A']);
  });
  test('is the same file when it is written in pieces', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lymphoscope-simulated-'));
    try {
      const path = join(folder, 'simulated.fcs');
      await writeBenchSample(path, { events: 150_000, channels: 10 });
      expect(readFileSync(path).equals(encodeFcs([content]))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
