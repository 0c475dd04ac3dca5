import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type Language, say } from '../../../../core/base/message.ts';
import type { ReportModel } from '../../../../core/show/report/model.ts';
import { reportModel } from '../../../../core/show/report/report-model.ts';
import type { SampleAnalysis } from '../../../../core/study/sample/sample-analysis.ts';
import { writeReport } from '../../../../headless/pdf/write-report.ts';
import { evidenceSentences, findingSentences, sampleAnalysis } from '../../../fixtures/sample-analysis.ts';

const analysis = sampleAnalysis({ eventCount: 4000 });
const modelOf = (language: Language, from: SampleAnalysis = analysis): ReportModel =>
  reportModel(from, {
    language,
    generatedAt: '2026-11-22T09:30:00.000Z',
    findingText: ({ code, values }) => say(findingSentences[code]!, values, language),
    evidenceSentences,
  });

async function pdfOf(...models: readonly ReportModel[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await writeReport(models, out);
  return Buffer.concat(chunks);
}

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
if (!hasPoppler) console.log('skipped: reading reports back needs pdftotext (poppler-utils)');

/** The text of a PDF page by page, as a reader would copy it. */
function textOf(pdf: Buffer): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf);
    const { stdout, stderr } = spawnSync('pdftotext', ['-layout', '-enc', 'UTF-8', join(folder, 'a.pdf'), '-'], { encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout.split('\f').slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the PDF report', () => {
  it('is the same bytes for the same model', async () => {
    const [first, second] = [await pdfOf(modelOf('en')), await pdfOf(modelOf('en'))];
    expect(first.equals(second)).toBe(true);
    expect(first.subarray(0, 8).toString()).toBe('%PDF-1.7');
    expect(first.toString('latin1')).toContain('/Lang (en)');
  });

  it('never asks the clock', async () => {
    expect((await pdfOf({ ...modelOf('en'), generatedAt: undefined })).toString('latin1')).toContain('(D:19700101000000Z)');
  });

  it('rejects where the output fails', async () => {
    const broken = new Writable({ write: (_chunk, _encoding, done) => done(new Error('disk full')) });
    await expect(writeReport([modelOf('en')], broken)).rejects.toThrow('disk full');
  });

  it('holds a sample without events, plots or composition', async () => {
    const empty = {
      ...analysis,
      populations: analysis.populations.slice(0, 1),
      composition: undefined,
      plots: [],
      findings: [],
      channels: [],
    };
    expect((await pdfOf(modelOf('ja', empty))).length).toBeGreaterThan(1000);
  });

  it('refuses to be about nothing', async () => {
    await expect(pdfOf()).rejects.toThrow('no sample');
  });
});

describe.skipIf(!hasPoppler)('a report read back', () => {
  const expected = {
    en: [
      'Research use only. Not for diagnosis.',
      'Expanded NK',
      'consistent with',
      'NK cells (CD3−CD56+)',
      'counting interval',
      'Page 1 of',
    ],
    ja: ['研究用。診断には使用できません。', '拡大培養NK', '矛盾しません', 'NK細胞(CD3−CD56+)', '信頼区間', '検体と装置'],
  } as const;

  it.each(['en', 'ja'] as const)('has its text and its notice on every page: %s', async (language) => {
    const pages = textOf(await pdfOf(modelOf(language)));
    expect(pages.length).toBeGreaterThan(2);
    for (const text of pages) expect(text).toContain(expected[language][0]);
    for (const words of expected[language]) expect(pages[0]).toContain(words);
  });

  it('numbers the pages of the file', async () => {
    const pages = textOf(await pdfOf(modelOf('en'), modelOf('ja')));
    const half = pages.length / 2;
    expect(pages[half - 1]).toContain(`Page ${half} of ${pages.length}`);
    expect(pages[half]).toContain(`${half + 1} / ${pages.length}ページ`);
  });

  it('keeps its metadata well-formed and lists its samples', async () => {
    const { stdout } = spawnSync('pdfinfo', ['-'], {
      input: await pdfOf({ ...modelOf('ja'), title: 'A&B <x> \u0007 末梢血.fcs' }),
      encoding: 'utf8',
    });
    expect(stdout).toContain('フローサイトメトリー解析報告書: A＆B ＜x＞ [U+0007] 末梢血.fcs');
    expect(stdout).toMatch(/Page size:\s+595.28 x 841.89 pts \(A4\)/);
  });

  it('survives hostile names, long lists and long words', async () => {
    const nasty = 'CD56⁺ γδ ≤ \u0000\u0007\u202E한😀\uD800';
    const long = 'x'.repeat(3000);
    const population = analysis.populations[1]!;
    const hostile: SampleAnalysis = {
      ...analysis,
      sample: { ...analysis.sample, file: `${nasty}${long}.fcs`, keywords: [{ name: long, value: long.repeat(3), masked: false }] },
      populations: Array.from({ length: 120 }, (_, i) => ({
        ...population,
        path: `p${i}`,
        name: `P${i}_ ${i === 7 ? long : nasty}`,
        depth: i % 40,
      })),
      classification: { ...analysis.classification, reasons: Array.from({ length: 60 }, () => analysis.classification.reasons[0]!) },
      plots: analysis.plots.map((plot) => ({
        ...plot,
        population: `${long}/${nasty}`,
        count: 0,
        density: new Uint32Array(plot.bins ** 2),
      })),
    };
    const pages = textOf(await pdfOf(modelOf('en', hostile)));
    expect(pages.join('')).toContain('[U+202E]');
    expect(pages.join('')).toContain('한');
    for (let i = 0; i < 120; i++) expect(pages.filter((text) => text.includes(`P${i}_`)).length).toBeGreaterThanOrEqual(1);
  });
});
