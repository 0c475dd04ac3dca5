import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'course-'));
const at = (name: string) => path.join(folder, name);
const archive = at('lab.archive');
const course = (...args: readonly string[]) => runCli(['course', ...args, '--archive', archive]);

const template = {
  format: 'lymphoscope-course-template',
  version: 1,
  name: 'hospital',
  donor: 'SIM-D1',
  dateColumn: '採取日',
  timeColumn: '時刻',
  laboratory: 'SIM lab',
  columns: [
    { column: 'sIL-2R', kind: 'sil2r', unit: 'U/mL', reference: { low: 122, high: 496 } },
    { column: '体温', kind: 'temperature', unit: '℃' },
    {
      column: 'NK活性',
      kind: 'nk-activity',
      unit: '%',
      method: '51Cr',
      target: 'K562',
      et: 20,
      hours: 4,
      reference: { low: 17.1, high: 48.7 },
    },
    { column: 'NK活性10', kind: 'nk-activity', unit: '%', method: '51Cr', target: 'K562', et: 10, hours: 4 },
  ],
};

/** A book with two infusions, so that day 0 is that of the first. */
const book = (() => {
  let made = 0;
  const event = (kind: string, on: string, body: object) => ({ id: `E${++made}`, kind, lot: 'L1', on, by: 'ito', body });
  return [
    event('collect', '2026-05-01', { material: 'C', donor: 'SIM-D1', count: { viable: 1e10 } }),
    event('test-result', '2026-05-20', { test: 'sterility', verdict: 'pass' }),
    ...['2026-06-01', '2026-06-04'].flatMap((on, i) => [
      event('dose', on, { from: 'C', material: `X${i + 1}`, cells: 8e8 }),
      event('release', on, { materials: [`X${i + 1}`] }),
      event('infuse', on, { material: `X${i + 1}`, donor: 'SIM-D1', outcome: 'full' }),
    ]),
  ];
})();

beforeAll(() => {
  writeFileSync(at('book.json'), JSON.stringify(book));
  writeFileSync(at('template.json'), JSON.stringify(template));
  expect(runCli(['lot', 'add', '--archive', archive, '--event', at('book.json'), '--today', '2026-07-01']).code).toBe(0);
});

describe('course', () => {
  it('takes a hospital table, in eras and full width, and keeps limits and words as they are', () => {
    const rows = [
      '採取日\t時刻\tsIL-2R\t体温\tNK活性\tNK活性10',
      '令和8年5月25日\t\t2,400\t\t18.2\t',
      'R8.6.1\t9:00\t\t３６．６\t\t',
      '2026/6/1\t16:30\t\t39.2\t\t',
      '2026年6月2日\t8:00\t>10000\t36.9\t\t12.0',
      '20260603\t\t\t\t31.5\t',
      '2026/6/5\t10:00\t測定不能\t38.6\t\t',
    ];
    writeFileSync(at('hospital.tsv'), rows.join('\n'));
    const run = course('import', at('hospital.tsv'), '--template', at('template.json'), '--json');
    expect(run.code).toBe(0);
    expect(JSON.parse(run.out)).toMatchObject({ read: 10, added: 10, doubts: [] });
    // the same again adds nothing
    expect(JSON.parse(course('import', at('hospital.tsv'), '--template', at('template.json'), '--json').out).added).toBe(0);
    const shown = JSON.parse(course('show', 'SIM-D1', '--json').out);
    expect(shown.start).toBe('2026-06-01');
    const panel = (kind: string, et?: number) =>
      shown.panels.find((one: { kind: string; et?: number }) => one.kind === kind && one.et === et);
    expect(
      panel('sil2r').points.map(({ value, censored, text }: { value?: number; censored?: string; text?: string }) => [
        value,
        censored,
        text,
      ]),
    ).toEqual([
      [2400, undefined, undefined],
      [10_000, 'above', undefined],
      [undefined, undefined, '測定不能'],
    ]);
    // another E:T is another panel
    expect(panel('nk-activity', 20).points).toHaveLength(2);
    expect(panel('nk-activity', 10).points).toHaveLength(1);
    expect(panel('nk-activity', 20).points[0].day).toBe(-7);
    expect(shown.fever.map(({ peak, grade }: { peak: number; grade: number }) => [peak, grade])).toEqual([
      [39.2, 2],
      [38.6, 1],
    ]);
    expect(shown.nk.map(({ change }: { change?: number }) => change)).toEqual([expect.closeTo(13.3, 6), undefined]);
  });

  it.each([
    ['2026/13/1\t\t\t36.6\t\t', 'date-impossible'],
    ['令和元年4月30日\t\t\t36.6\t\t', 'date-outside-era'],
    ['1/2/26\t\t\t36.6\t\t', 'date-ambiguous'],
    ['2026/6/9\t\t\t366\t\t', 'course-range'],
    ['2026/6/9\t\t\t98.6\t\t', 'course-fahrenheit'],
    ['2026/6/9\t\t1..2\t\t\t', 'course-value'],
  ])('doubts %s, with row and column, and takes nothing', (row, code) => {
    writeFileSync(at('doubt.tsv'), ['採取日\t時刻\tsIL-2R\t体温\tNK活性\tNK活性10', row, '2026/6/10\t8:00\t\t36.5\t\t'].join('\n'));
    const run = course('import', at('doubt.tsv'), '--template', at('template.json'), '--json', '--lang', 'ja');
    expect(run.code).toBe(2);
    expect(JSON.parse(run.out)).toMatchObject({ added: 0, doubts: [{ line: 2, error: { code } }] });
  });

  it('offers a donor that is not known, and never makes one silently', () => {
    writeFileSync(at('other.json'), JSON.stringify({ ...template, donor: 'SIM-D9' }));
    const run = course('import', at('hospital.tsv'), '--template', at('other.json'));
    expect(run).toMatchObject({ code: 2, err: expect.stringContaining('[course-donor-new]') });
  });

  it('refuses a name in place of a pseudonym, and keeps a template under its name', () => {
    const named = (donor: string) => ({ id: `n ${donor}`, donor, kind: 'crp', on: '2026-06-01', value: 1, source: 's', by: 'ito' });
    for (const donor of ['山田太郎', 'Yamada Taro', 'D19570401', 'D-1957-04-01']) {
      writeFileSync(at('named.json'), JSON.stringify(named(donor)));
      const run = course('add', at('named.json'), '--new-donors');
      expect(run).toMatchObject({ code: 2, err: expect.stringContaining('[course-pseudonym]') });
    }
    writeFileSync(at('named.json'), JSON.stringify(named('SIM-D7')));
    expect(course('pattern', 'NK-[').err).toContain('[course-pattern]');
    expect(course('pattern', String.raw`NK-\d{4}`).code).toBe(0);
    expect(course('add', at('named.json'), '--new-donors').err).toContain('[course-pseudonym]');
    expect(course('pattern', String.raw`SIM-D\d`).code).toBe(0);
    expect(course('add', at('named.json'), '--new-donors').code).toBe(0);
    expect(course('template', at('template.json')).out.trim()).toBe('hospital');
    expect(JSON.parse(course('import', at('hospital.tsv'), '--template', 'hospital', '--json').out)).toMatchObject({ read: 10, added: 0 });
  });

  it('moves all dates of a donor by the same whole weeks, leaves free text out, and logs what was written', () => {
    const note = { id: 'note', donor: 'SIM-D1', kind: 'note', on: '2026-06-02', text: 'secret words', source: 's', by: 'ito' };
    writeFileSync(at('note.json'), JSON.stringify(note));
    expect(course('add', at('note.json')).code).toBe(0);
    const svg = (...flags: readonly string[]) => {
      expect(course('show', 'SIM-D1', '--out', at('moved.svg'), ...flags).code).toBe(0);
      return readFileSync(at('moved.svg'), 'utf8');
    };
    expect(svg()).not.toContain('secret words');
    expect(svg('--with-text')).toContain('secret words');
    const table = (name: string, ...flags: readonly string[]) => {
      expect(course('show', 'SIM-D1', '--out', at(name), ...flags).code).toBe(0);
      const dates = readFileSync(at(name), 'utf8').matchAll(/,(\d{4}-\d{2}-\d{2}),/g);
      return [...dates].map(([, day]) => Date.parse(day!) / 86_400_000).toSorted((a, b) => a - b);
    };
    const [as, moved, again] = [table('as.csv'), table('moved.csv', '--shift-dates'), table('again.csv', '--shift-dates')];
    expect(moved).toEqual(again);
    expect(moved).toHaveLength(10);
    const shifts = new Set(moved.map((day, i) => day - as[i]!));
    expect(shifts.size).toBe(1);
    expect(Math.abs([...shifts][0]! % 7)).toBe(0);
    expect([...shifts][0]).not.toBe(0);
    expect(readFileSync(at('moved.csv'), 'utf8')).not.toContain('hospital.tsv');
    const { exports } = JSON.parse(course('exports', '--json').out);
    expect(exports.map(({ what, texts }: { what: string; texts: number }) => [what, texts])).toEqual([
      ['moved.svg', 0],
      ['moved.svg', 1],
      ['as.csv', 0],
      ['moved.csv', 0],
      ['again.csv', 0],
    ]);
  });

  it('gives the same points as picture, PDF and table, and voids with a reason', () => {
    for (const name of ['course.svg', 'course.pdf', 'course.csv'])
      expect(course('show', 'SIM-D1', '--out', at(name), '--lang', 'ja').code).toBe(0);
    expect(readFileSync(at('course.svg'), 'utf8')).toContain('NK活性');
    const csv = readFileSync(at('course.csv'), 'utf8');
    const { panels } = JSON.parse(course('show', 'SIM-D1', '--json').out);
    const ids = panels.flatMap(({ points }: { points: { id: string }[] }) => points.map(({ id }) => id));
    expect(ids).toHaveLength(10);
    for (const id of ids) expect(csv).toContain(id);
    expect(course('void', ids[0], '--reason', ' ')).toMatchObject({ code: 2, err: expect.stringContaining('[course-reason]') });
    expect(course('void', ids[0], '--reason', 'wrong patient').code).toBe(0);
    expect(JSON.parse(course('show', 'SIM-D1', '--json').out).panels.flatMap(({ points }: { points: object[] }) => points)).toHaveLength(9);
    expect(course('cohort').out).toContain('SIM-D1');
    expect(runCli(['archive', 'check', '--archive', archive]).code).toBe(0);
  });
});
