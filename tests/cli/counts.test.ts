import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, runCli, sampleFile } from './run-cli.ts';

const cik = sampleFile('simulated-cik.fcs');
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-counts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const firstOf = (out: string) => (JSON.parse(out) as { files: readonly Record<string, unknown>[] }).files[0] ?? {};

describe('counts beyond percentages', () => {
  it('are asked for by flags or by the protocol, with the same numbers', () => {
    const shipped = JSON.parse(readFileSync(path.join(root, 'core/study/protocol/nk-t.json'), 'utf8'));
    const protocol = path.join(folder, 'protocol.json');
    const statistics = {
      ...shipped.statistics,
      absolute: { by: 'volume', volume: 100, volumeUncertainty: 0.05, dilution: 2 },
      proliferation: [{ generations: ['NK', 'NKT-like'] }],
    };
    writeFileSync(protocol, JSON.stringify({ ...shipped, statistics }));
    const flags = [
      '--counted-volume',
      '100',
      '--volume-uncertainty',
      '0.05',
      '--dilution',
      '2',
      '--generation',
      'NK',
      '--generation',
      'NKT-like',
    ];
    const [byFlags, byProtocol] = [flags, ['--protocol', protocol]].map((more) => firstOf(runCli(['analyse', '--json', cik, ...more]).out));
    expect(byFlags?.['absolute']).toEqual(byProtocol?.['absolute']);
    expect(byFlags?.['proliferation']).toEqual(byProtocol?.['proliferation']);
    expect(byFlags?.['absolute']).toMatchObject({ method: { by: 'volume', volume: 100 }, populations: { length: 20 } });
    expect(runCli(['analyse', cik, ...flags]).out).toContain('Cells per microlitre');
    expect(runCli(['analyse', '--lang', 'ja', cik, ...flags]).out).toContain('色素希釈');
  });

  it.each([
    [['--beads', 'NK']],
    [['--beads-added', '10']],
    [['--dilution', '2']],
    [['--counted-volume', '10', '--sample-volume', '10']],
    [['--generation', 'NK']],
  ])('%j say too little or too much', (flags) => {
    const run = runCli(['analyse', '--json', cik, ...flags]);
    expect([run.code, JSON.parse(run.out).error.code]).toEqual([2, 'count-flags-unfit']);
  });

  it.skipIf(!hasPoppler)('stand in the report, under the title of the protocol', () => {
    const shipped = JSON.parse(readFileSync(path.join(root, 'core/study/protocol/nk-t.json'), 'utf8'));
    const protocol = path.join(folder, 'titled.json');
    const title = { en: 'Cell room three & sons', ja: '第3細胞調製室' };
    writeFileSync(protocol, JSON.stringify({ ...shipped, report: { ...shipped.report, title } }));
    for (const lang of ['en', 'ja'] as const) {
      const out = path.join(folder, `${lang}.pdf`);
      const more = ['--counted-volume', '100', '--generation', 'NK', '--generation', 'T'];
      expect(runCli(['report', cik, '--protocol', protocol, '--lang', lang, '--out', out, ...more]).code).toBe(0);
      const text = spawnSync('pdftotext', ['-layout', out, '-'], { encoding: 'utf8' }).stdout;
      const pages = text.split('\f').filter((page) => page.trim() !== '');
      expect(pages.every((page) => page.includes(title[lang]))).toBe(true);
      expect(text).toContain(lang === 'en' ? 'Cells per microlitre' : '1 µLあたりの細胞数');
      expect(text).toContain(lang === 'en' ? 'Dye dilution' : '色素希釈');
    }
  });
});
