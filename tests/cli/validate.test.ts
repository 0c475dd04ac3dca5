import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyseSample } from '../../core/analyse.ts';
import { bytesSource } from '../../core/base/byte-source.ts';
import { blandAltman } from '../../core/study/comparison/bland-altman.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { protocolOf } from '../../core/study/session/session-strategy.ts';
import type { ValidatedSessions } from '../../core/study/validation/own-validation.ts';
import { host, type SampleOnDisk, type SavedSession, saveSession, writeSamples } from '../fixtures/persons-sessions.ts';
import { shipped } from '../unit/core/study/session/session-support.ts';
import { runCli } from './run-cli.ts';

const FILES = 5;
let folder: string;
let samples: readonly SampleOnDisk[];
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-validate-'));
  samples = await writeSamples(folder, FILES);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sessionOf = (
  name: string,
  by: string,
  up: (file: number) => number,
  { files = FILES, ...more }: { readonly protocol?: Protocol; readonly files?: number; readonly second?: string } = {},
): SavedSession => saveSession(path.join(folder, name), samples.slice(0, files), by, up, more);

/** The share of NK cells of every file as the session gates it: by the analysis, not by what is tested. */
const nkBy = ({ document }: SavedSession): Promise<readonly number[]> =>
  Promise.all(
    document.samples.map(async (sample, i) => {
      const analysis = await analyseSample(bytesSource('x', samples[i]!.bytes), protocolOf(document, sample), host, { absent: 'skip' });
      return analysis.composition!.parts[0]!.percent;
    }),
  );

const refusal = (...sessions: readonly SavedSession[]) => {
  const run = runCli(['validate', 'own', ...sessions.map(({ file }) => file)]);
  return [run.code, /\[(validate-[a-z-]+)/.exec(run.err)?.[1]];
};

describe('the command validate own', () => {
  it('gives bias, limits of agreement, causes and repeatability of the files that two persons gated', async () => {
    const a = sessionOf('a.lymphoscope', 'sato', (i) => 0.22 + 0.02 * i);
    const b = sessionOf('b.lymphoscope', 'suzuki', (i) => -0.1 - 0.02 * i);
    const again = sessionOf('a2.lymphoscope', 'sato', (i) => 0.24 + 0.01 * i, { files: 4 });
    const out = path.join(folder, 'page.pdf');
    const run = runCli(['validate', 'own', a.file, b.file, '--again', again.file, '--out', out, '--json']);
    expect(run.err).not.toContain('[');
    expect(run.code).toBe(0);
    const result = JSON.parse(run.out) as ValidatedSessions['validation'];
    expect(result.persons).toEqual(['sato', 'suzuki']);
    const [first] = result.quantities;
    expect([first?.quantity, first?.files, first?.withheld]).toEqual(['nk', FILES, 0]);
    const [byA, byB, byA2] = [await nkBy(a), await nkBy(b), await nkBy(again)];
    const expected = blandAltman(samples.map(({ nk }, i) => ({ before: (byA[i]! + byB[i]!) / 2, after: nk })))!;
    for (const key of ['bias', 'sd', 'lower', 'upper'] as const) expect(first?.automatic[key]).toBeCloseTo(expected[key], 9);
    const between = blandAltman(samples.map((_, i) => ({ before: byA[i]!, after: byB[i]! })))!;
    expect(first?.between.bias).toBeCloseTo(between.bias, 9);
    // one gate was moved: it explains the whole
    const causes = result.causes.filter(({ person }) => person === 'sato');
    expect(causes.map(({ files }) => files)).toEqual([FILES]);
    expect(causes[0]?.mean).toBeCloseTo(byA.reduce((sum, percent, i) => sum + percent - samples[i]!.nk, 0) / FILES, 9);
    const within = Math.sqrt(byA2.reduce((sum, percent, i) => sum + (percent - byA[i]!) ** 2, 0) / (2 * 4));
    expect(result.repeatability).toHaveLength(1);
    expect(result.repeatability[0]).toMatchObject({ person: 'sato', pairs: 4 });
    expect(result.repeatability[0]?.sd).toBeCloseTo(within, 9);
    expect(result.repeatability[0]!.interval[0]).toBeLessThan(within);
    expect(result.repeatability[0]!.interval[1]).toBeGreaterThan(within);
    const pdf = readFileSync(out, 'latin1');
    expect(pdf.startsWith('%PDF')).toBe(true);
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
  }, 120_000);
  it('is one page in Japanese too, and says who gated nothing', () => {
    const a = sessionOf('ja-a.lymphoscope', 'sato', (i) => (i === 0 ? 0 : 0.22));
    const b = sessionOf('ja-b.lymphoscope', 'suzuki', () => -0.1);
    const out = path.join(folder, 'ja.pdf');
    const run = runCli(['validate', 'own', a.file, b.file, '--out', out, '--lang', 'ja']);
    expect(run.code).toBe(0);
    expect(run.out).toContain('手動のゲートがないファイル: v0.fcs (sato)');
    expect(run.out).toContain('再現性');
    expect(readFileSync(out, 'latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
  });
  it('refuses sessions that cannot be compared', () => {
    const a = sessionOf('r-a.lymphoscope', 'sato', () => 0.03);
    const b = sessionOf('r-b.lymphoscope', 'suzuki', () => 0.02);
    const without = sessionOf('r-none.lymphoscope', 'suzuki', () => 0);
    const both = sessionOf('r-both.lymphoscope', 'suzuki', () => 0.02, { second: 'tanaka' });
    const fewer = sessionOf('r-fewer.lymphoscope', 'suzuki', () => 0.02, { files: 3 });
    const other = sessionOf('r-other.lymphoscope', 'suzuki', () => 0.02, { protocol: { ...shipped, compensation: { use: 'none' } } });
    expect(refusal(a, a)).toEqual([2, 'validate-same-person']);
    expect(refusal(a, without)).toEqual([2, 'validate-no-gates']);
    expect(refusal(a, both)).toEqual([2, 'validate-several-persons']);
    expect(refusal(a, fewer)).toEqual([2, 'validate-other-files']);
    expect(refusal(a, other)).toEqual([2, 'validate-other-protocols']);
    const again = runCli(['validate', 'own', a.file, b.file, '--again', sessionOf('r-c.lymphoscope', 'tanaka', () => 0.01).file]);
    expect([again.code, again.err.includes('validate-again-other')]).toEqual([2, true]);
  });
});
