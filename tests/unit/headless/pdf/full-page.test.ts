import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CertificateModel } from '../../../../core/show/certificate/model.ts';
import { certifiedSamples, modelsOf, pdfOf, sampleAt } from '../../../fixtures/certificates.ts';

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
let folder = '';
let model: CertificateModel;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-full-page-'));
  [model] = (await modelsOf(await certifiedSamples([sampleAt('simulated-expanded-nk.fcs')]), 'ja')) as [CertificateModel];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(pdf: Buffer, ...options: readonly string[]): string {
  const file = path.join(folder, 'read.pdf');
  writeFileSync(file, pdf);
  return spawnSync('pdftotext', ['-enc', 'UTF-8', ...options, file, '-'], { encoding: 'utf8' }).stdout;
}

const long = (name: string, n = 60) => `${'融解後に静置し洗浄を二回実施した。'.repeat(n)}${name}の最後の一文。`;

/** More of everything than page one holds. */
const crowded = (): CertificateModel => ({
  ...model,
  header: long('表題', 6),
  head: { ...model.head, facility: long('施設', 12), lines: [long('番号', 6)] },
  identity: model.identity.map(([left, right], i) => [left, { ...right, value: long(`欄${i}`, 15) }]),
  results: {
    ...model.results,
    rows: Array.from({ length: 30 }, (_, i) => {
      const row = model.results.rows[0]!;
      const verdict = i === 29 ? { text: '不適合二九', tone: 'bad' as const } : row.cells.at(-1)!;
      return { ...row, cells: [{ text: `試験項目番号${i}番` }, ...row.cells.slice(1, -1), verdict] };
    }),
  },
  acts: {
    ...model.acts,
    rows: Array.from({ length: 8 }, (_, i) => ({
      when: '2026-11-28',
      who: '試験者',
      what: long(`内容${i}`, 12),
      why: long(`理由${i}`, 12),
    })),
    remarks: { ...model.acts.remarks, value: long('備考') },
  },
  signatures: { ...model.signatures, boxes: model.signatures.boxes.map((box, i) => ({ ...box, title: long(`署名${i}`, 4) })) },
});

describe.skipIf(!hasPoppler)('a certificate with more to say than page one holds', () => {
  it('says so beside the signatures, and loses no last sentence and no item', async () => {
    const pages = read(await pdfOf([crowded()]), '-raw').split('\f');
    const flat = pages.join('').replace(/\s/g, '');
    const ends = ['表題', '施設', '番号', '備考', '欄0', '欄5', '内容0', '内容7', '理由0', '理由7', '署名0', '署名2'];
    for (const end of ends) expect(flat).toContain(`${end}の最後の一文。`);
    for (let i = 0; i < 30; i++) expect(flat).toContain(`試験項目番号${i}番`);
    const first = pages[0]!.replace(/\s/g, '');
    expect(first).toContain(model.continued.below);
    expect(first).toContain('不適合二九'); // what does not pass stands on page one
    expect(read(await pdfOf([model]), '-raw').split('\f')[0]).not.toContain(model.continued.below);
  });

  it('writes nothing over the signatures', async () => {
    const boxes = read(await pdfOf([crowded()]), '-bbox', '-l', '1');
    const words = [...boxes.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</g)];
    const below = words.filter(([, top, bottom]) => Number(bottom) > 712 && Number(top) < 780).map(([, , , text]) => text!);
    expect(words.length).toBeGreaterThan(50);
    for (const text of below) expect(text).toMatch(/確認・承認|次ページ|融解後|氏名|□/);
  });
});
