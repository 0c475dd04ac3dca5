import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { encodeFcs } from '../../../core/data/fcs/write/write.ts';
import { simulateBlood } from '../../../test-data/simulate-blood.ts';
import { runSimulator } from '../../../test-data/simulate-cli.ts';
import { simulateSample } from '../../../test-data/simulate-sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'lymphoscope-simulate-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('writes the file and the truth that were asked for', () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  const out = join(folder, 'deep', 'simulated.fcs');
  const truth = join(folder, 'truth.json');
  expect(runSimulator(['--culture', 'cik', '--events', '500', '--seed', '4', '--lot', 'A', '--out', out, '--truth', truth])).toBe(0);
  const expected = simulateSample({ culture: 'cik', events: 500, seed: 4, lot: 'A', instrument: 'modern' });
  expect(readFileSync(out).equals(encodeFcs(expected.content))).toBe(true);
  expect(JSON.parse(readFileSync(truth, 'utf8'))).toEqual(expected.truth.summary);
});

test('writes a tube of blood and its truth', () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  const [out, truth] = [join(folder, 'tube.fcs'), join(folder, 'tube.json')];
  expect(runSimulator(['--tube', 'tbnk', '--events', '500', '--seed', '4', '--out', out, '--truth', truth])).toBe(0);
  const expected = simulateBlood({ events: 500, seed: 4 });
  expect(readFileSync(out).equals(encodeFcs(expected.content))).toBe(true);
  expect(JSON.parse(readFileSync(truth, 'utf8'))).toEqual(expected.truth);
});

test.each([
  ['an unknown tube', ['--tube', 'water', '--out', 'x']],
  ['an unknown culture', ['--culture', 'toString', '--out', 'x']],
  ['no file', ['--culture', 'cik']],
  ['an unknown instrument', ['--culture', 'cik', '--out', 'x', '--instrument', 'telescope']],
  ['half an event', ['--culture', 'cik', '--out', 'x', '--events', '0.5']],
  ['an unknown option', ['--colour', 'red']],
])('%s is refused with the usage', (_, args) => {
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(runSimulator(args)).toBe(2);
  expect(complaint.mock.lastCall?.[0]).toContain('--culture NAME');
});
