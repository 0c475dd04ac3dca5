import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyseSample, type Host } from '../../core/analyse.ts';
import { bytesSource } from '../../core/base/byte-source.ts';
import { encodeFcs } from '../../core/data/fcs/write/write.ts';
import type { Gate } from '../../core/gating/gates/gates.ts';
import { indexStrategy } from '../../core/gating/strategy/edit-tree.ts';
import { blandAltman } from '../../core/study/comparison/bland-altman.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import type { SessionDocument } from '../../core/study/session/document/session-document.ts';
import { commit, emptyHistory, type History } from '../../core/study/session/history.ts';
import { asSession } from '../../core/study/session/session.ts';
import { protocolOf } from '../../core/study/session/session-strategy.ts';
import { serialiseSession } from '../../core/study/session/session-text.ts';
import { createPool, createSha256 } from '../../headless/host/host.ts';
import type { ValidatedSessions } from '../../headless/reports/validate-own.ts';
import { simulateSample } from '../../test-data/simulate-sample.ts';
import { shipped } from '../unit/core/study/session/session-support.ts';
import { runCli } from './run-cli.ts';

const host: Host = { pool: createPool(), createHash: createSha256, software: '0', protocolSha256: '' };
const FILES = 5;

interface SampleOnDisk {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** The four-way gate as the automatic step places it. */
  readonly quadrant: Extract<Gate, { kind: 'quadrant' }>;
  readonly nk: number;
}

let folder: string;
let samples: readonly SampleOnDisk[];
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-validate-'));
  samples = await Promise.all(
    Array.from({ length: FILES }, async (_, i): Promise<SampleOnDisk> => {
      const { content } = simulateSample({ culture: 'expanded-nk', seed: 40 + i, events: 4000, instrument: 'modern', lot: `V${i}` });
      const bytes = encodeFcs(content);
      const name = `v${i}.fcs`;
      writeFileSync(path.join(folder, name), bytes);
      const analysis = await analyseSample(bytesSource(name, bytes), shipped, host, { absent: 'skip' });
      const nk = analysis.populations.find(({ role }) => role === 'nk');
      if (nk?.gate?.gate.kind !== 'quadrant') throw new Error('no four-way gate');
      return {
        name,
        bytes,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        quadrant: nk.gate.gate,
        nk: analysis.composition!.parts[0]!.percent,
      };
    }),
  );
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Made {
  readonly file: string;
  readonly document: SessionDocument;
}

/** A session of one person: four-way gates moved up CD56 by so much of the axis, file by file. */
function sessionOf(
  name: string,
  by: string,
  up: (file: number) => number,
  more: { readonly protocol?: Protocol; readonly files?: number; readonly second?: string } = {},
): Made {
  const stamp = { at: '2026-12-01T00:00:00.000Z', by };
  const files = samples.slice(0, more.files ?? FILES);
  let history: History = commit(emptyHistory, { type: 'protocol/replace', protocol: more.protocol ?? shipped }, stamp);
  const added = files.map(({ name: file, sha256, bytes }, i) => ({
    id: `s${i}`,
    file: { name: file, path: path.join(folder, file), sha256, size: bytes.length, dataset: 0 },
    metadata: { role: 'sample' as const },
  }));
  history = commit(history, { type: 'sample/add', samples: added }, stamp);
  const gate = indexStrategy(history.present.protocol.strategy).populations.find(({ node }) => node.role === 'nk')?.gate.id ?? '';
  files.forEach(({ quadrant }, i) => {
    const [left, right] = quadrant.y;
    const to: Gate = { ...quadrant, y: [left + up(i), right + up(i)] };
    const who = i === 0 && more.second !== undefined ? { ...stamp, by: more.second } : stamp;
    if (up(i) !== 0) history = commit(history, { type: 'gate/change', gate, to, scope: { sample: `s${i}`, reason: 'blind' } }, who);
  });
  const file = path.join(folder, name);
  writeFileSync(file, serialiseSession(asSession(history.present, history.audit)));
  return { file, document: history.present };
}

/** The share of NK cells of every file as the session gates it: by the analysis, not by what is tested. */
const nkBy = ({ document }: Made): Promise<readonly number[]> =>
  Promise.all(
    document.samples.map(async (sample, i) => {
      const analysis = await analyseSample(bytesSource('x', samples[i]!.bytes), protocolOf(document, sample), host, { absent: 'skip' });
      return analysis.composition!.parts[0]!.percent;
    }),
  );

const refusal = (...sessions: readonly Made[]) => {
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
    expect(run.out).toContain('人がゲートを置いていないファイル: v0.fcs (sato)');
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
