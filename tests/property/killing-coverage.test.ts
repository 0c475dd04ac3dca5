import { expect, it } from 'vitest';
import { runCytotoxicity } from '../../benchmark/cytotoxicity/benchmark.ts';
import { countForProof, proofSeed } from '../proof.ts';

/*
 * Intervals of lysis (92 to 97 % are to hold) and of lytic units (93 % or more) on simulated plates. A round draws 100 of each kind;
 * `npm run prove -- cytotoxicity` ten times as many.
 */
const PLATES = 100;
/** What is no count is summed as its part of the mean. */
const ROUNDS = 10;
/** Four standard errors of a share of 93 % among so many: a round is small, and the sum over the rounds is what the proof says. */
const slack = (of: number): number => 4 * Math.sqrt((93 * 7) / of);

it(`intervals of simulated plates hold (seed ${proofSeed})`, () => {
  for (const row of runCytotoxicity(PLATES, proofSeed)) {
    const said = JSON.stringify(row);
    countForProof(`${row.name}: plates`, row.plates);
    countForProof(`${row.name}: lysis covered, percent`, row.lysisCovered / ROUNDS);
    countForProof(`${row.name}: bias of lysis, points`, row.lysisBias / ROUNDS);
    for (const [name, units] of [
      ['LU20', row.lu20],
      ['LU30', row.lu30],
    ] as const) {
      countForProof(`${row.name}: ${name}, of plates`, units.values);
      countForProof(`${row.name}: ${name} covered`, (units.covered * units.values) / 100);
      countForProof(`${row.name}: ${name} median of high over low`, units.width / ROUNDS);
      expect(units.covered, said).toBeGreaterThan(93 - slack(units.values));
    }
    expect(row.lysisCovered, said).toBeGreaterThan(92 - slack(PLATES * 3));
    expect(Math.abs(row.lysisBias), said).toBeLessThan(0.6);
  }
}, 600_000);
