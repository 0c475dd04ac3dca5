import path from 'node:path';
import { expect, it } from 'vitest';
import { runResidual } from '../../benchmark/residual/benchmark.ts';
import { countForProof, proofSeed } from '../proof.ts';
import { sharedFolder } from '../shared-data.ts';

/*
 * Leukaemic cells in real and simulated events: exact intervals, upper limits of bags, false detections. A round draws 100 tubes of every
 * base and level, `npm run prove -- residual` ten times as many.
 */
const DRAWS = 100;
/** Three standard errors of 95 % over the draws of one row. */
const SLACK = 3 * Math.sqrt((95 * 5) / DRAWS);

it(`limits of rare cells hold (seed ${proofSeed})`, async () => {
  const { bases, rows } = await runResidual(path.join(sharedFolder, 'corpus'), DRAWS, proofSeed);
  for (const { recall, light } of bases) {
    expect(recall).toBeGreaterThan(0.98);
    expect(light).not.toBe('red');
  }
  for (const row of rows) {
    countForProof(`${row.base}, ${row.spike}: tubes`, row.draws);
    countForProof(`${row.base}, ${row.spike}: covered`, (row.covered * row.draws) / 100);
    countForProof(`${row.base}, ${row.spike}: bag covered`, (row.bagCovered * row.draws) / 100);
    countForProof(`${row.base}, ${row.spike}: detected`, (row.detected * row.draws) / 100);
    expect(row.covered, JSON.stringify(row)).toBeGreaterThan(95 - SLACK);
    expect(row.bagCovered, JSON.stringify(row)).toBeGreaterThan(95 - SLACK);
    expect(row.width).toBeLessThan(1.1);
    if (row.spike === 0) expect(row.detected, JSON.stringify(row)).toBeLessThanOrEqual(5);
  }
}, 120_000);
