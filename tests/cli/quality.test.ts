import { expect, it } from 'vitest';
import { runCli, sampleFile } from './run-cli.ts';

it('gives a verdict with its reasons, and one JSON document', () => {
  const run = runCli(['quality', sampleFile('simulated-cik.fcs'), '--json']);
  expect(run.code).toBe(0);
  const [file] = JSON.parse(run.out).files;
  expect(file).toMatchObject({ verdict: 'good', removedPercent: 0, overBudget: false });
  expect(file.findings.map(({ code }: { code: string }) => code)).toContain('flow-rate');
  expect(file.pictures.length).toBeGreaterThan(1);
});

it('speaks Japanese and knows the rules of PeacoQC', () => {
  expect(runCli(['quality', sampleFile('simulated-cik.fcs'), '--lang', 'ja']).out).toContain('良好');
  expect(runCli(['quality', sampleFile('simulated-cik.fcs'), '--peacoqc']).code).toBe(0);
});
