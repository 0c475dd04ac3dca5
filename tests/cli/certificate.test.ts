import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../core/base/message.ts';
import { parseReportTemplate } from '../../core/show/report/report-template.ts';
import { specificationSchema } from '../../core/study/specification/specification.ts';
import { productProtocolText } from '../fixtures/product-protocol.ts';
import { root, runCli, sampleFile } from './run-cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-certificate-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const guide = (language: string): string => readFileSync(path.join(root, 'docs', language, 'certificate.md'), 'utf8');
const nk = sampleFile('simulated-expanded-nk.fcs');

describe('the guide to a signed certificate', () => {
  it.each(languages)('has commands that run: %s', (language) => {
    const commands = [...guide(language).matchAll(/^npm run -s lymphoscope -- (report .*)$/gm)].map(([, line = '']) => line);
    expect(commands.length).toBe(2);
    for (const command of commands) {
      const args = command.replaceAll('out/', `${folder}/${language}/`).split(' ');
      const run = runCli(args, { cwd: root });
      expect(run.err).not.toContain('[');
      expect(run.code).toBe(0);
    }
    expect(readdirSync(path.join(folder, language)).sort()).toEqual(['certificate.pdf', 'lots.pdf', 'record.pdf']);
  });

  it.each(languages)('has examples that are read: %s', (language) => {
    const [specification = '', template = ''] = [...guide(language).matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) => json);
    expect(specificationSchema.safeParse(JSON.parse(`{${specification}}`).specification).error).toBeUndefined();
    expect(parseReportTemplate(template).facility?.ja).toContain('細胞加工センター');
  });
});

describe('the command report', () => {
  it('refuses another ending, and a method that nobody knows, with what it knows', () => {
    const ending = runCli(['report', nk, '--out', path.join(folder, 'a.txt')]);
    expect(ending).toMatchObject({ code: 2, err: expect.stringContaining('[report-ending]') });
    expect(existsSync(path.join(folder, 'a.txt'))).toBe(false);
    const unknown = runCli(['report', nk, '--declared', 'foo', '--out', path.join(folder, 'a.pdf')]);
    expect(unknown).toMatchObject({ code: 2, err: expect.stringMatching(/"foo".*nih-lak.*\[declared-unknown\]/) });
  });

  it('lists what is left to fill in, and writes one file a sample where asked', () => {
    const protocol = path.join(folder, 'product.json');
    writeFileSync(protocol, productProtocolText());
    const each = path.join(folder, 'each');
    const run = runCli(['report', nk, sampleFile('simulated-cik.fcs'), '--protocol', protocol, '--each', '--lang', 'ja', '--out', each]);
    expect(run.code).toBe(0);
    expect(run.err).toContain('手書き用に空欄: ');
    expect(readdirSync(each).sort()).toEqual(['000.pdf', '001-SIM-N-092.pdf', '002-SIM-C-007.pdf']);
  });

  it('writes each certificate in the languages of the template', () => {
    const template = path.join(folder, 'lab.json');
    writeFileSync(template, '{"format":"lymphoscope-report-template","version":1,"languages":["ja","en"]}');
    const out = path.join(folder, 'both.pdf');
    expect(runCli(['report', nk, '--template', template, '--out', out]).code).toBe(0);
    expect(
      readFileSync(out)
        .toString('latin1')
        .match(/\/Type \/Page\b/g)?.length,
    ).toBeGreaterThan(6);
  });

  it('names a file without a result by its lot or its place, and never by its name where names are hidden', () => {
    const bad = path.join(folder, 'Hanako Yamada.fcs');
    writeFileSync(bad, 'FCS3.1 nothing');
    const table = path.join(folder, 'lots.csv');
    const rowsIn = (lot: string, policy: string): string => {
      writeFileSync(table, `file,lot\nHanako Yamada.fcs,${lot}\n`);
      const out = path.join(folder, 'rows.pdf');
      const options = ['--metadata', table, '--lang', 'ja', '--file-names', policy, '--out', out];
      expect(runCli(['report', nk, bad, ...options]).code).toBe(1);
      return spawnSync('pdftotext', ['-l', '1', '-enc', 'UTF-8', out, '-'], { encoding: 'utf8' }).stdout ?? '';
    };
    if (spawnSync('pdftotext', ['-v']).error !== undefined) return;
    expect(rowsIn('LOT-9', 'hide')).toContain('LOT-9');
    expect(rowsIn('', 'hide')).toContain('No. 2');
    expect(rowsIn('LOT-9', 'hide')).not.toMatch(/Hanako|Yamada/);
    expect(rowsIn('LOT-9', 'show')).toContain('Yamada');
  });

  it('says of a protocol with another matrix in it that nobody approved it', () => {
    if (spawnSync('pdftotext', ['-v']).error !== undefined) return;
    const protocol = path.join(folder, 'approved.json');
    writeFileSync(protocol, productProtocolText());
    const matrix = path.join(folder, 'matrix.csv');
    writeFileSync(matrix, ',FITC-A,PE-A\nFITC-A,1,0.1\nPE-A,0,1\n');
    const textOf = (...more: readonly string[]): string => {
      const out = path.join(folder, 'approval.pdf');
      expect(runCli(['report', nk, '--protocol', protocol, '--out', out, ...more]).code).toBe(0);
      return spawnSync('pdftotext', ['-l', '1', '-raw', out, '-'], { encoding: 'utf8' }).stdout.replace(/\s+/g, ' ');
    };
    expect(textOf()).toContain('(approved 2026-09-01 Sato)');
    expect(textOf('--compensation', matrix)).toContain('(not approved)');
  });
});
