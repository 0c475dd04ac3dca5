import { addDays } from '../../../../../core/base/calendar-day.ts';
import { checkedSchedule } from '../../../../../core/biology/course/checked-schedule.ts';
import { labelText } from '../../../../../core/biology/ledger/book/label.ts';
import type { NewEvent } from '../../../../../core/biology/ledger/event.ts';

const [lot, donor] = ['L26-01', 'D-014'];
/** Golden Week of 2026. */
const closed = ['2026-04-29', '2026-05-03', '2026-05-04', '2026-05-05', '2026-05-06'];

/** One course: 6.5 L, a culture of three weeks, twelve bags, twelve doses with halves from the fifth, one missed, one deviation, and a late failure. */
export function wholeCourse(): readonly NewEvent[] {
  const events: NewEvent[] = [];
  const add = (on: string, kind: NewEvent['kind'], body: object) => {
    events.push({ id: `course ${events.length + 1}`, lot, on, by: '伊藤', kind, body } as NewEvent);
  };
  const label = (id: string) => labelText({ id, lot, donor });
  const checked = (id: string) => ({ label: label(id), witness: '鈴木' });
  add('2026-03-02', 'collect', { material: 'C', donor, litres: 6.5, volumeMl: 180, count: { total: '52億', viability: 96, cv: 0.05 } });
  add('2026-03-02', 'receive', { material: 'C', donor, sender: '採血室', ...checked('C') });
  add('2026-03-02', 'start', { from: 'C', material: 'K', cells: '10億', method: 'NK' });
  for (const [on, viable] of [
    ['2026-03-09', '40億'],
    ['2026-03-16', '120億'],
    ['2026-03-23', '240億'],
  ] as const)
    add(on, 'count', { material: 'K', count: { viable, cv: 0.06 } });
  add('2026-03-23', 'sample', { material: 'K', cells: '1000万' });
  const bags = Array.from({ length: 12 }, (_, i) => `B${String(i + 1).padStart(2, '0')}`);
  add('2026-03-23', 'freeze', {
    from: 'K',
    expires: '2027-03-22',
    bags: bags.map((material, i) => ({ material, cells: '12億', location: `LN2 1-${i + 1}` })),
  });
  add('2026-03-23', 'discard', { material: 'K', reason: '余剰' });
  add('2026-03-24', 'specification', {
    ...{ document: 'SOP-NK-12', version: '3', approved: { by: '佐藤', on: '2026-01-15' } },
    tests: [
      { test: '生細胞率', method: 'トリパンブルー', unit: '%', atLeast: 70, needed: 'release' },
      { test: 'NK細胞率', method: 'FCM', unit: '%', atLeast: 80, needed: 'release' },
      { test: 'エンドトキシン', method: 'LAL', unit: 'EU/mL', atMost: 0.5, needed: 'release' },
      { test: '無菌試験', expected: '陰性', needed: 'conditional-release' },
    ],
  });
  add('2026-03-25', 'test-result', { test: '生細胞率', value: 93, low: 90, high: 95 });
  add('2026-03-25', 'test-result', { test: 'NK細胞率', value: 88.4, low: 87.6, high: 89.1 });
  add('2026-03-25', 'test-result', { test: 'エンドトキシン', value: '<0.25' });
  add('2026-03-25', 'test-result', { test: '無菌試験', verdict: 'pending' });
  const conditional = (on: string, materials: readonly string[]) =>
    add(on, 'conditional-release', { materials, pending: ['無菌試験'], followUp: { by: '佐藤', until: '2026-06-30' } });
  conditional('2026-03-26', bags);
  const { dates } = checkedSchedule({ first: '2026-04-20', weekdays: [0, 3], doses: 12, closed, minGapDays: 2 });
  const days = dates.map((on) => ({ on, thaw: addDays(on, -3), reculture: addDays(on, -3) }));
  add('2026-03-26', 'schedule-planned', { days });
  const acts: { readonly on: string; readonly act: () => void }[] = [];
  for (const [i, on] of dates.entries()) {
    const isHalf = i >= 4;
    // two halves are of one bag
    const bag = bags[isHalf ? 4 + ((i - 4) >> 1) : i]!;
    const culture = bag.replace('B', 'R');
    const dose = `X${String(i + 1).padStart(2, '0')}`;
    if (!isHalf || i % 2 === 0)
      acts.push({
        on: addDays(on, -3),
        act: () => {
          add(addDays(on, -3), 'thaw', {
            material: bag,
            donor,
            count: { total: '11億', viability: 91, cv: 0.07 },
            time: '09:30',
            ...checked(bag),
          });
          add(addDays(on, -3), 'reculture', { from: bag, material: culture, cells: '10億', ...checked(bag) });
        },
      });
    acts.push({
      on,
      act: () => {
        if (!isHalf || i % 2 === 0) add(on, 'count', { material: culture, count: { viable: '13億', cv: 0.07 } });
        add(on, 'dose', { from: culture, material: dose, cells: isHalf ? '5億' : '10億', nkPercent: 88.4, nkSource: 'FCM 2026-03-25' });
        conditional(on, [dose]);
        if (i === 2) add(on, 'deviation-open', { deviation: 'DEV-1', text: '融解が予定より20分遅れた' });
        if (i === 3) add(on, 'deviation-close', { deviation: 'DEV-1', text: '細胞数と生細胞率に影響なし' });
        const isMissed = i === 6;
        add(on, 'infuse', { material: dose, donor, outcome: isMissed ? 'missed' : 'full', time: '14:00', ...checked(dose) });
        if (isMissed) add(on, 'discard', { material: dose, reason: '発熱のため未投与' });
      },
    });
  }
  for (const { act } of acts.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) act();
  add(addDays(dates.at(-1)!, 4), 'test-result', { test: '無菌試験', value: '陽性' });
  return events;
}
