import { describe, expect, it } from 'vitest';
import { balanceOf } from '../../../../../core/biology/ledger/book/book.ts';
import { dueActs } from '../../../../../core/biology/ledger/due.ts';
import { appended, replay } from '../../../../../core/biology/ledger/replay.ts';
import { yieldsOf } from '../../../../../core/biology/ledger/yields.ts';
import { doseCalendar } from '../../../../../core/show/ledger/dose-calendar.ts';
import { lotDocument } from '../../../../../core/show/ledger/lot-document.ts';
import { translator } from '../../../../../core/show/ledger/words.ts';
import { wholeCourse } from './whole-course.ts';

const facts = {
  at: '2026-12-01T00:00:00Z',
  today: '2026-12-01',
  rules: { labels: 'required', witness: 'required', pseudonym: 'D-\\d{3}' },
} as const;
const events = appended([], wholeCourse(), facts);
const book = replay(events);
const closed = [
  { on: '2026-04-29', en: 'Showa Day', ja: '昭和の日' },
  { on: '2026-05-04', en: 'Greenery Day', ja: 'みどりの日' },
];

describe('one course from 6.5 L to twelve doses', () => {
  it('keeps every cell, and stops what was not given when a late test fails', () => {
    const { in: came, held, out } = balanceOf(book);
    expect(came).toBe(held + out);
    expect(book.findings).toEqual([]);
    expect(book.doses.map(({ planned }) => planned)).toEqual([1e9, 1e9, 1e9, 1e9, ...Array.from({ length: 8 }, () => 5e8)]);
    expect(book.doses.filter(({ outcome }) => outcome === 'missed').map(({ material }) => material)).toEqual(['X07']);
    const [alert] = book.alerts;
    expect(alert?.given).toHaveLength(11);
    expect(alert?.held).toEqual(expect.arrayContaining(['B09', 'B10', 'B11', 'B12', 'R01']));
    expect(alert?.held).not.toContain('X07');
    expect(dueActs(book, 'L26-01', '2026-12-01')).toEqual([]);
    for (const { reculture } of yieldsOf(book, 'L26-01')) expect(reculture?.factor).toBe(1.3);
  });

  it('stands in a calendar of weeks, with what was given, halved or missed', () => {
    const table = doseCalendar(book, 'L26-01', { today: '2026-12-01', closed, language: 'ja', t: translator('ja') });
    const cells = (table?.rows ?? []).flatMap((row) => row.cells);
    const on = (date: string) => cells.find(({ text }) => text.startsWith(date));
    expect(table?.columns).toHaveLength(7);
    expect(on('4/29')).toEqual({ text: '4/29 · 昭和の日', quiet: true });
    expect(on('4/20')).toMatchObject({ text: expect.stringContaining('4/20 · X01: 全量'), light: 'green' });
    expect(cells.find(({ text }) => text.includes('X07'))).toMatchObject({ text: expect.stringContaining('未投与 (半量)'), light: 'red' });
    expect(on('5/4')?.text).toContain('5/4 · みどりの日 · B05: 融解済み');
  });

  it('says of a dose that the error of its count leaves the cap open', () => {
    const near = wholeCourse().map((event) =>
      event.kind === 'dose' && event.body['material'] === 'X01' ? { ...event, body: { ...event.body, nkPercent: 97 } } : event,
    );
    const added = appended([], near, facts);
    const notes = (known: typeof added) =>
      lotDocument('L26-01', { book: replay(known), events: known }, {
        language: 'ja',
        timeZone: 'Asia/Tokyo',
        version: '1',
      } as never).blocks.flatMap((block) => (block.kind === 'table' && block.table.heading === '投与' ? [block.table.note] : []));
    // ln(0.97) / 0.07 is 0.435 standard errors below the cap
    expect(notes(added)[0]).toMatch(/X01:.*変動係数7%.*1,000,000,000個を超える確率は33%/);
    // 500 million are far below it: nothing is said of them
    expect(notes(events)[0] ?? '').not.toContain('X05');
  });

  it('fills the record of the lot', () => {
    const { blocks } = lotDocument('L26-01', { book, events }, {
      language: 'ja',
      timeZone: 'Asia/Tokyo',
      version: '1',
      today: '2026-12-01',
      closed,
    } as never);
    const headings = blocks.flatMap((block) => (block.kind === 'table' ? [block.table.heading] : []));
    expect(headings).toEqual(expect.arrayContaining(['採取から投与までの系譜', '融解と再培養', '投与カレンダー', '逸脱']));
    // litres and errors of counts stand as they were written, not rounded to whole ones
    expect(JSON.stringify(blocks)).toContain('処理血液量 (L): 6.5');
    expect(JSON.stringify(blocks)).toContain('変動係数: 0.05');
    expect(JSON.stringify(blocks)).not.toMatch(/undefined|NaN/);
  });
});
