import { spawnSync } from 'node:child_process';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { ENGINE } from '../../../../../core/base/engine.ts';
import { languages } from '../../../../../core/base/message.ts';
import type { BatchFacts, BatchRunFacts } from '../../../../../core/show/report/batch-model.ts';
import { batchReport } from '../../../../../core/show/report/batch-report.ts';
import { parseReportTemplate, plainTemplate } from '../../../../../core/show/report/report-template.ts';
import { writeBatchReport } from '../../../../../headless/pdf/write-batch-report.ts';

const run = (i: number): BatchRunFacts => ({
  name: `検体-${i}.fcs`,
  dataset: i % 2,
  sha256: String(i).padStart(64, '0'),
  acquired: `2026-01-${String((i % 28) + 1).padStart(2, '0')}`,
  lot: `L-${i}`,
  day: 14,
  declared: 'ANK',
  events: 50_000,
  group: i % 3 === 0 ? 'indeterminate' : 'expanded-nk',
  method: 'ank',
  parts: { nk: { count: 800 + i, percent: (800 + i) / 10 }, t: { count: 200 - i, percent: (200 - i) / 10 } },
  denominator: 1000,
  worst: (['green', 'amber', 'red', undefined] as const)[i % 4],
});

const facts: BatchFacts = {
  batch: { seq: 7, id: 'b', query: '', by: 'operator', createdAt: '2026-01-01T10:00:00.000Z', finishedAt: '2026-01-01T10:05:00.000Z' },
  protocol: { name: 'NK / T', revision: 3, sha256: 'a'.repeat(64) },
  engine: ENGINE,
  runs: Array.from({ length: 120 }, (_, i) => run(i)),
  failures: [
    { name: 'broken.fcs', dataset: 0, code: 'not-fcs', message: { en: 'This is not an FCS file.', ja: 'FCSファイルではありません。' } },
  ],
  changes: {
    against: 'NK / T (2)',
    protocol: [{ part: 'gate', name: 'A/B', change: 'changed' }],
    summary: {
      runs: 120,
      changed: 2,
      flippedCalls: 1,
      flippedLimits: 1,
      flips: [{ before: 'expanded-nk: ank', after: 'indeterminate', runs: 1 }],
      agreement: [],
    },
  },
};

async function pdfOf(language: 'en' | 'ja', of = facts): Promise<Buffer> {
  const parts: Buffer[] = [];
  const out = new Writable({
    write(chunk, _encoding, done) {
      parts.push(chunk);
      done();
    },
  });
  await writeBatchReport(
    batchReport(of, { language, generatedAt: '2026-01-01T11:00:00.000Z', version: '0.1.0', timeZone: 'UTC', fileNames: 'show' }),
    out,
  );
  return Buffer.concat(parts);
}

describe('the report of a batch', () => {
  it.each(languages)('counts runs, calls and failures, in %s', (language) => {
    const model = batchReport(facts, { language, version: '0.1.0', timeZone: 'UTC', fileNames: 'show' });
    expect(model.subtitle).toMatch(/121.*120.*1/);
    expect(model.calls.rows.map(({ cells }) => cells[1]?.text)).toEqual(['80', '40']);
    expect(model.failures.rows[0]?.cells[1]?.text).toContain('[not-fcs]');
    expect(model.lights.rows.map(({ cells }) => cells[1]?.text)).toEqual(['30', '30', '30', '30']);
    const [chart] = model.charts.individuals;
    expect(chart?.chart?.points).toHaveLength(120);
    expect(chart?.title).toContain('ANK');
    expect(model.changes.tables[0]?.rows).toHaveLength(1);
    expect(model.footer.researchUse).toBeTruthy();
  });

  it.each(languages)('names first the samples whose residual cells are in another state, in %s', (language) => {
    const residual = [{ en: 'Residual cells of L: quantified', ja: '残存細胞 L:定量' }];
    const changes = facts.changes && { ...facts.changes, residual };
    const model = batchReport({ ...facts, changes }, { language, version: '0.1.0', timeZone: 'UTC', fileNames: 'show' });
    expect(model.changes.facts.facts[0]?.value).toBe(residual[0]?.[language]);
  });

  it('is the same bytes for the same facts', async () => {
    const [one, two] = [await pdfOf('ja'), await pdfOf('ja')];
    expect(one.subarray(0, 5).toString()).toBe('%PDF-');
    expect(two.equals(one)).toBe(true);
  });
});

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
if (!hasPoppler) console.log('skipped: reading reports back needs pdftotext (poppler-utils)');

it.skipIf(!hasPoppler).each(languages)('a letter that no font has is named at the end of it, in %s', async (language) => {
  const textOf = async (runs: readonly BatchRunFacts[]) => {
    const input = await pdfOf(language, { ...facts, runs });
    return spawnSync('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], { input, encoding: 'utf8' }).stdout.replaceAll('\n', ' ');
  };
  const named = language === 'en' ? /as their codes in brackets: U\+0E15, U\+1F600\./ : /括弧内の符号で示しています: U\+0E15, U\+1F600。/;
  expect(await textOf([{ ...run(1), name: '検体 ต😀.fcs' }])).toMatch(named);
  expect(await textOf([run(1)])).not.toMatch(/in brackets|括弧内の符号/);
});

describe('names of files', () => {
  it('are left out unless they are asked for: runs are known by their digests and lots', () => {
    const options = { language: 'ja', version: '0.1.0', timeZone: 'Asia/Tokyo' } as const;
    expect(JSON.stringify(batchReport(facts, { ...options, fileNames: 'hide' }))).not.toMatch(/検体-\d|broken\.fcs/);
    expect(JSON.stringify(batchReport(facts, { ...options, fileNames: 'show' }))).toMatch(/検体-1\.fcs/);
    expect(JSON.stringify(batchReport(facts, { ...options, fileNames: 'hide' }).summary)).toContain('2026-01-01 19:00 +09:00');
  });
});

describe('a template', () => {
  it('keeps what a laboratory wants, and is refused with its place', () => {
    expect(plainTemplate.batch[0]).toBe('lots');
    const own = parseReportTemplate('{"format":"lymphoscope-report-template","version":1,"batch":["failures"]}');
    expect(own.batch).toEqual(['failures']);
    expect(() => parseReportTemplate('{"format":"lymphoscope-report-template","version":1,"batch":["colours"]}')).toThrowError(
      expect.objectContaining({ code: 'template-invalid', place: { path: 'batch.0' } }),
    );
    expect(() => parseReportTemplate('{')).toThrowError(expect.objectContaining({ code: 'template-invalid' }));
  });
});
