import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lot-'));
const archive = path.join(folder, 'lab.archive');
let made = 0;
const event = (kind: string, on: string, body: object) => ({ id: `L1-${++made}`, kind, lot: 'L1', on, by: 'ito', body });

const lot = (...args: readonly string[]) => runCli(['lot', ...args, '--archive', archive, '--json']);
function add(events: readonly object[], ...args: readonly string[]) {
  const file = path.join(folder, `${made}.json`);
  writeFileSync(file, JSON.stringify(events));
  return lot('add', '--event', file, '--today', '2026-07-01', ...args);
}

const bags = Array.from({ length: 12 }, (_, i) => `B${i + 1}`);
/** A course over Golden Week: halves from the fifth dose, one missed. */
const dates = ['2026-04-20', '2026-04-23', '2026-04-27', '2026-04-30', '2026-05-07', '2026-05-11'];

describe('lot', () => {
  it('follows a course from 6.5 L to doses, with a late failure of sterility', () => {
    const begin = [
      event('collect', '2026-03-20', { material: 'C', donor: 'D1', litres: 6.5, count: { total: '50億', viability: 96, cv: 0.05 } }),
      event('start', '2026-03-20', { from: 'C', material: 'K', cells: '10億' }),
      event('count', '2026-04-10', { material: 'K', count: { viable: 1.8e10, cv: 0.05 } }),
      event('freeze', '2026-04-10', { from: 'K', bags: bags.map((material) => ({ material, cells: 1.2e9, location: 'tank 1' })) }),
      event('specification', '2026-04-10', {
        ...{ document: 'SOP-12', version: '3', approved: { by: 'sato', on: '2026-03-01' } },
        tests: [{ test: 'sterility', expected: '陰性', needed: 'conditional-release' }],
      }),
      event('test-result', '2026-04-10', { test: 'sterility', verdict: 'pending' }),
      event('conditional-release', '2026-04-17', {
        materials: bags,
        pending: ['sterility'],
        followUp: { by: 'sato', until: '2026-05-20' },
      }),
    ];
    const written = add(begin);
    expect(written.code).toBe(0);
    expect(JSON.parse(written.out).added).toHaveLength(7);
    // the same again adds nothing
    expect(JSON.parse(add(begin).out).added).toEqual([]);
    const doses = dates.flatMap((on, i) => [
      event('thaw', on, { material: bags[i], donor: 'D1', count: { viable: 9e8, cv: 0.08 } }),
      event('dose', on, { from: bags[i], material: `X${i + 1}`, cells: i < 4 ? 8e8 : 4e8, planned: i < 4 ? 8e8 : 4e8, nkPercent: 90 }),
      event('infuse', on, { material: `X${i + 1}`, donor: 'D1', outcome: i === 5 ? 'missed' : 'full' }),
    ]);
    expect(add([...doses, event('deviation-open', '2026-05-11', { deviation: 'DEV-1', text: '発熱のため投与延期' })]).code).toBe(0);
    expect(add([event('test-result', '2026-05-12', { test: 'sterility', verdict: 'fail' })]).code).toBe(0);
    const shown = JSON.parse(lot('show', 'L1').out);
    expect(shown).toMatchObject({ given: 5, openDeviations: 1 });
    expect(shown.alerts[0].given).toEqual(['X1', 'X2', 'X3', 'X4', 'X5']);
    expect(shown.materials.find(({ id }: { id: string }) => id === 'B12').state).toBe('on-hold');
    expect(JSON.parse(lot('list').out).lots).toEqual([expect.objectContaining({ lot: 'L1', donor: 'D1', given: 5 })]);
  });

  it('refuses a mix-up in a sentence, and keeps nothing of the list', () => {
    const before = lot('show', 'L1').out;
    const run = add(
      [event('feed', '2026-05-13', { material: 'K' }), event('thaw', '2026-05-13', { material: 'B12', donor: 'D2', count: { viable: 1 } })],
      '--lang',
      'ja',
    );
    expect(run).toMatchObject({ code: 2, err: expect.stringContaining('[mix-up]') });
    expect(JSON.parse(run.out).error.message).toContain('ドナーはD1');
    expect(lot('show', 'L1').out).toBe(before);
  });

  it('traces, reconciles and certifies', () => {
    expect(lot('trace', 'X1').out).toContain('"id":"C"');
    expect(lot('reconcile', 'L1', '--counted', ...bags.slice(6))).toMatchObject({ code: 0 });
    const short = lot('reconcile', 'L1', '--counted', ...bags.slice(7), 'Z9');
    expect(short.code).toBe(1);
    expect(JSON.parse(short.out)).toMatchObject({ missing: ['B7'], unexpected: ['Z9'] });
    for (const args of [
      ['certificate', 'X1', '--out', path.join(folder, 'dose.pdf')],
      ['show', 'L1', '--out', path.join(folder, 'lot.pdf')],
    ]) {
      expect(lot(...args, '--lang', 'ja').code).toBe(0);
      expect(readFileSync(args.at(-1)!).subarray(0, 5).toString()).toBe('%PDF-');
    }
  });

  it('certifies a dose alone, into the folder that it is called in, and reads Shift-JIS', () => {
    expect(lot('certificate', 'B1')).toMatchObject({ code: 2, err: expect.stringContaining('[certificate-no-dose]') });
    const named = '../X/1';
    // 逸脱 in Shift-JIS
    const text = Buffer.from([0x88, 0xed, 0x92, 0x45, 0x82, 0xaa, 0x82, 0xa0, 0x82, 0xe9]);
    const json = JSON.stringify([
      event('dose', '2026-06-01', { from: 'K', material: named, cells: 1e8 }),
      event('deviation-open', '2026-06-01', { deviation: 'DEV-2', text: 'HERE' }),
    ]);
    const [before = '', after = ''] = json.split('HERE');
    const file = path.join(folder, 'sjis.json');
    writeFileSync(file, Buffer.concat([Buffer.from(before), text, Buffer.from(after)]));
    expect(lot('add', '--event', file, '--today', '2026-07-01').code).toBe(0);
    expect(lot('show', 'L1').out).toContain('逸脱がある');
    const run = lot('certificate', named);
    expect(JSON.parse(run.out).report.file).toBe('__X_1.pdf');
    rmSync('__X_1.pdf');
  });

  it('imports an existing book: all of it, or every doubt by row and column', () => {
    const book = path.join(folder, 'book.csv');
    const imported = (lines: readonly string[], ...args: readonly string[]) => {
      writeFileSync(book, lines.join('\n'));
      return lot('import', book, '--today', '2026-07-01', ...args);
    };
    const head = '種類,ロット,実施日,担当者,対象,由来,ドナー,細胞数,計数,生細胞率,バッグ';
    const good = [
      head,
      '採取,L9,令和8年3月1日,伊藤,L9-blood,,D-9,,50億,96,',
      '培養開始,L9,2026/3/1,伊藤,L9-culture,L9-blood,,１０億,,,',
      '細胞計数,L9,2026/3/20,伊藤,L9-culture,,,,150億,,',
      '凍結,L9,2026/3/20,伊藤,,L9-culture,,,,,L9-bag-1 12億 LN2-1; L9-bag-2 12億',
    ];
    const wrong = imported([...good, '融解,L9,2026/4/1,伊藤,L9-bag-1,,D-8,,9億,,', '採取,L9,1/2/26,伊藤,X,,D-9,3 L,,,'], '--lang', 'ja');
    expect(wrong.code).toBe(2);
    const { doubts, written } = JSON.parse(wrong.out);
    expect(written).toBe(0);
    expect(doubts.map(({ row, column, code }: { row: number; column: string; code: string }) => [row, column, code])).toEqual([
      [6, 'donor', 'mix-up'],
      [7, 'on', 'book-date'],
      [7, 'cells', 'book-field'],
    ]);
    expect(JSON.parse(imported(good, '--dry-run').out)).toMatchObject({ new: 4, written: 0, doubts: [] });
    expect(JSON.parse(imported(good).out)).toMatchObject({ written: 4 });
    expect(JSON.parse(imported(good).out)).toMatchObject({ new: 0, written: 0 });
    expect(lot('show', 'L9').out).toContain('"id":"L9-bag-2"');
  });

  it('is guarded by the log of the archive', () => {
    expect(runCli(['archive', 'check', '--archive', archive]).code).toBe(0);
  });

  it.each([
    [['--first', '2026-13-01'], 'a date such as'],
    [['--first', '2026-02-31'], 'a date such as'],
    [['--first', '2026-04-20', '--closed', '2026-99-99'], 'a date such as'],
    [['--first', '2026-04-20', '--doses', '5000'], '[schedule-too-long]'],
    [['--first', '2026-04-20', '--weekdays', 'mon,tue'], '[schedule-gap]'],
  ])('refuses a plan of %j in a sentence', (args, said) => {
    const run = runCli(['lot', 'schedule', ...args]);
    expect(run.code).toBe(2);
    expect(run.err).toContain(said);
    expect(run.err).not.toContain('    at ');
  });

  it('plans over Golden Week, and hands out a calendar', () => {
    const ics = path.join(folder, 'course.ics');
    const run = runCli(['lot', 'schedule', '--first', '2026-04-20', '--weekdays', 'mon,thu', '--doses', '12', '--ics', ics, '--json']);
    expect(JSON.parse(run.out).dates).toEqual([
      ...dates,
      ...['2026-05-14', '2026-05-18', '2026-05-21', '2026-05-25', '2026-05-28', '2026-06-01'],
    ]);
    expect(readFileSync(ics, 'utf8').match(/BEGIN:VEVENT/g)).toHaveLength(12);
  });
});
