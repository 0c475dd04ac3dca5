import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Libsql from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isKept, keptKeywords } from '../../core/data/metadata/kept-keywords.ts';
import { mayHoldName } from '../../core/data/metadata/personal-keywords.ts';
import { sharedFolder } from '../shared-data.ts';
import { type CliRun, runCli } from './run-cli.ts';

const phi = path.join(sharedFolder, 'hostile', 'phi.fcs');
const needles = [
  'Taro',
  'YAMADAPHI',
  'MRN-0042',
  'K-99-PHI',
  '山田太郎',
  '1960-01-01PHI',
  'Mr Yamada',
  '12345PHI',
  'drPHI',
  'Yamada_tube',
  'Yamada PHI',
];
const asBytes = needles.flatMap((needle) => [Buffer.from(needle, 'utf8'), Buffer.from(needle, 'utf16le')]);

let folder = '';
const out = (name: string): string => path.join(folder, 'out', name);
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-names-'));
  for (const name of ['in', 'out']) mkdirSync(path.join(folder, name));
  if (existsSync(phi)) copyFileSync(phi, path.join(folder, 'in', 'run.fcs'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const leaks = (bytes: Buffer, where: string): readonly string[] =>
  asBytes.filter((needle) => bytes.includes(needle)).map((needle) => `${needle.toString()} in ${where}`);
const leaksIn = (written: string): readonly string[] =>
  readdirSync(written).flatMap((name) => leaks(readFileSync(path.join(written, name)), name));
const leaksOf = ({ out: said, err }: CliRun): readonly string[] => leaks(Buffer.from(said + err), 'what was said');

describe.skipIf(!existsSync(phi))('names of persons in keywords', () => {
  it('leave no trace in anything that is said or written', () => {
    const file = path.join(folder, 'in', 'run.fcs');
    const archive = ['--archive', out('lab.archive')];
    const commands = [
      ['archive', 'import', ...archive, path.dirname(file)],
      ['batch', ...archive],
      ['archive', 'list', ...archive, '--json'],
      ['archive', 'query', ...archive, 'nk>=0', '--save', 'all', '--json'],
      ['archive', 'check', ...archive, '--json'],
      ['archive', 'backup', ...archive, out('backup.db')],
      ['archive', 'table', ...archive, '--out', out('results.csv')],
      ['archive', 'table', ...archive, '--out', out('results.parquet')],
      ['archive', 'report', ...archive, '--runs', '--out', out('runs.pdf')],
      ['archive', 'report', ...archive, '--out', out('batch.pdf')],
      ['inspect', '--json', file],
      ['analyse', '--json', file],
      ['report', file, '--out', out('report.pdf')],
      ['export', file, '--out', out('events.fcs')],
      ['export', file, '--out', out('events.csv')],
    ];
    for (const args of commands) {
      const run = runCli(args);
      expect([args.join(' '), run.code, run.err, leaksOf(run)]).toEqual([args.join(' '), 0, expect.anything(), []]);
    }
    expect(leaksIn(path.join(folder, 'out'))).toEqual([]);
    for (const name of readdirSync(path.join(folder, 'out')).filter((one) => one.endsWith('.pdf'))) {
      const { stdout, status } = spawnSync('pdftotext', [out(name), '-']);
      if (status === 0) expect(leaks(stdout, name)).toEqual([]);
    }
    // asked for, they are carried
    runCli(['export', file, '--keep-names', '--out', out('named.fcs')]);
    expect(readFileSync(out('named.fcs')).includes('Mr Yamada')).toBe(true);
  });

  it('are taken out of an archive of before, to its last byte', () => {
    const place = path.join(folder, 'old');
    mkdirSync(place);
    const file = path.join(place, 'old.db');
    expect(runCli(['archive', 'import', '--archive', file, path.join(folder, 'in')]).code).toBe(0);
    const database = new Libsql(file);
    // as the program before wrote it, and no log yet
    database.exec(
      `update runs set keywords = '{"$CYT":"FACSCanto","LAST_NAME":"YAMADAPHI","名前":"山田太郎PHI"}'; update schema_version set version = 4; drop table log; drop table content_digests; drop table ledger_events; drop table ledger_lots; drop table ledger_materials; drop table observations; drop table batch_claims; drop table batch_terms; drop table residual_results; drop table batch_plates; drop table plate_lysis; drop table plate_results; drop table watch_rules; drop table watch_verdicts; drop table watch_claims; drop table course_templates; drop table course_exports; drop table if exists thumbnails`,
    );
    database.close();
    expect(leaksIn(place)).not.toEqual([]);
    expect(JSON.parse(runCli(['archive', 'mask', '--archive', file, '--json']).out)).toEqual({ runs: 1, results: 0 });
    expect(leaksIn(place)).toEqual([]);
    expect(runCli(['archive', 'check', '--archive', file]).code).toBe(0);
    expect(JSON.parse(runCli(['archive', 'mask', '--archive', file, '--json']).out)).toEqual({ runs: 0, results: 0 });
  });
});

describe('which keywords may hold a name', () => {
  it.each([
    'FIRST_NAME',
    'last-name',
    'Given.Name',
    'PATIENT ID',
    'patientid',
    'SAMPLE_ID',
    'Sample.Id',
    'MRN',
    '$SRC',
    '$OP',
    'USER_NAME',
    'TUBE NAME',
    'TUBE_NAME',
    'NAME',
    'DOB',
    'Date_of_Birth',
    'COMMENT',
    'Comments',
    'EXPERIMENT_NAME',
    'SPECIMEN-ID',
    'CASE_NO',
    'HOSPITAL_NUMBER',
    'Physician',
    'DONOR_ID',
    'SUBJECT.ID',
    '@SAMPLEID1',
    'GUID',
    'カルテ番号',
    'ｶﾙﾃ番号',
    '名前',
    '氏名',
    '患者ID',
    '患者_氏名',
    '生年月日',
    '検体番号',
    '主治医',
    '備考',
    'ドナー番号',
    '性別',
    '住所',
    '電話番号',
    'フリガナ',
    '診察券番号',
    '症例番号',
  ])('%s does', (keyword) => expect(mayHoldName(keyword)).toBe(true));

  it.each([
    '$CYT',
    '$CYTSN',
    '$DATE',
    'CREATOR',
    '$P3N',
    '$P3S',
    'P3DISPLAY',
    '$SPILLOVER',
    'SPILL',
    '$TIMESTEP',
    'LASER1NAME',
    '$TOT',
    'THRESHOLD',
  ])('%s does not, and an archive keeps it', (keyword) => expect([mayHoldName(keyword), isKept(keyword)]).toEqual([false, true]));

  it('the rest is a digest, which stays the same', () => {
    const sha256 = (text: string) => `<${text}>`;
    const kept = keptKeywords(
      new Map([
        ['$CYT', 'A'],
        ['WHATEVER', 'x'],
        ['Lab Code', '7'],
      ]),
      sha256,
      new Set(['LABCODE']),
    );
    expect(kept).toEqual({ $CYT: 'A', 'Lab Code': '7', '#left out': '1 sha256 <[null,[["WHATEVER","x"]]]>' });
    expect(keptKeywords(new Map(Object.entries(kept)), sha256, new Set(['LABCODE']))).toEqual(kept);
  });
});
