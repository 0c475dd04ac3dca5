import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../../../core/base/problem.ts';
import { readCells } from '../../../../../core/biology/ledger/book/amount.ts';
import { type Book, balanceOf } from '../../../../../core/biology/ledger/book/book.ts';
import { stateOn } from '../../../../../core/biology/ledger/book/expiry.ts';
import { labelText } from '../../../../../core/biology/ledger/book/label.ts';
import { dueActs } from '../../../../../core/biology/ledger/due.ts';
import type { LedgerEvent, NewEvent } from '../../../../../core/biology/ledger/event.ts';
import { appended, replay } from '../../../../../core/biology/ledger/replay.ts';
import { reconcile, traceOf } from '../../../../../core/biology/ledger/trace.ts';
import { yieldsOf } from '../../../../../core/biology/ledger/yields.ts';

const facts = { at: '2026-12-01T00:00:00Z', today: '2026-12-01' };
let made = 0;
const event = (kind: NewEvent['kind'], body: object, more: Partial<NewEvent> = {}): NewEvent =>
  ({ id: `e${++made}`, lot: 'L1', on: '2026-04-01', by: 'ito', kind, body, ...more }) as NewEvent;

/** From blood to six bags and a thawed one. */
const course = (): NewEvent[] => [
  event('collect', { material: 'C', donor: 'D1', litres: 6.5, count: { total: 5e9, viability: 96, cv: 0.05 } }),
  event('start', { from: 'C', material: 'K', cells: '10億' }),
  event('count', { material: 'K', count: { viable: 2e10, cv: 0.05 } }),
  event('sample', { material: 'K', cells: 1e6, runs: ['run-1'] }),
  event('freeze', { from: 'K', bags: [1, 2, 3, 4, 5, 6].map((i) => ({ material: `B${i}`, cells: 1e9, location: `tank 1-${i}` })) }),
  event('specification', {
    ...{ document: 'SOP-12', version: '1', approved: { by: 'sato', on: '2026-03-01' } },
    tests: [{ test: 'sterility', expected: 'negative', needed: 'conditional-release' }],
  }),
  event('test-result', { test: 'sterility', verdict: 'pending' }),
];
const bookOf = (events: readonly NewEvent[]): Book => replay(appended([], events, facts));
const codeOf = (events: readonly NewEvent[]): string => {
  try {
    bookOf(events);
    return 'none';
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
};
const isConserved = (book: Book) => {
  const { in: came, out, held } = balanceOf(book);
  return came === out + held;
};

describe('a book of cells', () => {
  it('receives what was collected and what came frozen, and says what a re-culture grew to', () => {
    const again = [
      ...course(),
      event('receive', { material: 'C', donor: 'D1', sender: 'ward 3', label: labelText({ id: 'C', lot: 'L1', donor: 'D1' }) }),
      event('receive', { material: 'F', donor: 'D1', as: 'bag', count: { viable: 5e8 }, location: 'tank 9' }),
      event('thaw', { material: 'B1', donor: 'D1', count: { viable: 8e8 } }),
      event('reculture', { from: 'B1', material: 'R1', cells: 8e8 }),
    ];
    expect(bookOf(again).materials.get('F')).toMatchObject({ kind: 'bag', state: 'quarantine', isFrozen: true, cells: 5e8 });
    const line = { bag: 'B1', frozen: 1e9, thawed: 8e8, recovery: 80 };
    // nothing is said of growth before it was counted
    expect(yieldsOf(bookOf(again), 'L1')).toMatchObject([{ ...line, reculture: { material: 'R1', factor: undefined } }]);
    const grown = [...again, event('count', { material: 'R1', count: { viable: 2e9 } })];
    expect(yieldsOf(bookOf(grown), 'L1')).toMatchObject([{ ...line, reculture: { started: 8e8, grown: 2e9, factor: 2.5, netYield: 200 } }]);
    expect(isConserved(bookOf(grown))).toBe(true);
    // a late failure stops what grows of a bag, too
    const failed = bookOf([...grown, event('test-result', { test: 'sterility', verdict: 'fail', value: 'positive' })]);
    expect(failed.materials.get('R1')?.state).toBe('on-hold');
    expect(failed.materials.get('K')?.state).toBe('in-process');
    // what was divided grows on in its parts
    const divided = [...grown, event('split', { from: 'R1', into: [{ material: 'R2', cells: 1e9 }] })];
    expect(yieldsOf(bookOf(divided), 'L1')[0]?.reculture?.factor).toBeUndefined();
  });

  it('follows blood to a dose that is given, to the last cell', () => {
    const book = bookOf([
      ...course(),
      event('conditional-release', { materials: ['B1'], pending: ['sterility'], followUp: { by: 'sato', until: '2026-05-01' } }),
      event('label-check', { material: 'B1', lot: 'L1', donor: 'D1' }),
      event('thaw', { material: 'B1', donor: 'D1', count: { viable: 7e8, cv: 0.08 } }),
      event('dose', { from: 'B1', material: 'X1', cells: 6e8, nkPercent: 90 }),
      event('infuse', { material: 'X1', donor: 'D1', outcome: 'full' }),
    ]);
    expect(book.materials.get('X1')).toMatchObject({ state: 'infused', cells: 0, parents: ['B1'] });
    const dose = { material: 'X1', planned: 6e8, nk: 5.4e8, nkPercent: 90, cap: 1e9, outcome: 'full', given: 6e8, on: '2026-04-01' };
    expect(book.doses).toEqual([dose]);
    expect(book.materials.get('K')?.cells).toBe(2e10 - 1e6 - 6e9);
    expect(isConserved(book)).toBe(true);
    expect(traceOf(book, 'X1').back.next[0]?.next[0]?.next[0]?.material.id).toBe('C');
    expect(reconcile(book, 'L1', ['B2', 'B3', 'B9'])).toMatchObject({ missing: ['B4', 'B5', 'B6'], unexpected: ['B9'] });
  });

  it('keeps a dose as it was given, and donors apart in a pool', () => {
    const given = [
      event('collect', { material: 'C', donor: 'D1', count: { viable: 1e9 } }),
      event('collect', { material: 'C1', donor: 'D1', count: { viable: 1e9 } }),
      event('collect', { material: 'C2', donor: 'D2', count: { viable: 1e9 } }),
      event('dose', { from: 'C', material: 'X', cells: 5e8 }),
      event('release', { materials: ['X'] }),
      event('infuse', { material: 'X', donor: 'D1', outcome: 'full' }),
    ];
    expect(codeOf([...given, event('infuse', { material: 'X', donor: 'D1', outcome: 'missed' })])).toBe('step-refused');
    const shipped = [event('release', { materials: ['C'] }), event('ship', { material: 'C' })];
    expect(codeOf([...given.slice(0, 3), ...shipped, event('dose', { from: 'C', material: 'Y', cells: 1e8 })])).toBe('step-refused');
    const pooled = (other: string, donor: string) =>
      event('pool', { from: ['C', other].map((material) => ({ material, cells: 1e8 })), material: 'P', donor });
    expect(
      [pooled('C1', 'D2'), pooled('C2', 'D1'), pooled('C2', 'POOL-1'), pooled('C1', 'D1')].map((one) => codeOf([...given, one])),
    ).toEqual(['mix-up', 'pool-of-donors', 'none', 'none']);
  });

  it.each([['3x1000'], ['5×10000'], ['1,2億'], ['1,5e9'], ['1 2'], ['10,0000']])(
    'refuses %s, which could be two numbers of cells',
    (written) => {
      expect(() => readCells(written)).toThrow(expect.objectContaining({ code: 'cells-unreadable' }));
    },
  );

  it('reads every way of setting thousands apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e14 }), fc.constantFrom(',', ' ', '_', ''), (cells, sign) => {
        expect(readCells(String(cells).replace(/\B(?=(\d{3})+$)/g, sign))).toBe(cells);
      }),
    );
    expect(['1.2×10⁹', '1.2 x 10^9', '12 億', '1,200万'].map(readCells)).toEqual([1.2e9, 1.2e9, 1.2e9, 1.2e7]);
  });

  it('names states in the reader’s words, and takes no viability that is a fraction', () => {
    const said = (events: readonly NewEvent[]) => {
      try {
        bookOf(events);
      } catch (error) {
        return (error as Problem).in('ja');
      }
      return '';
    };
    expect(said([...course(), event('ship', { material: 'B1' })])).toContain('状態:隔離(出荷保留)。必要な状態:条件付き出荷, 出荷可');
    expect(codeOf([event('collect', { material: 'C', donor: 'D1', count: { total: 5e9, viability: 0.96 } })])).toBe('event-invalid');
  });

  it.each<[string, () => NewEvent]>([
    ['overdraft', () => event('sample', { material: 'K', cells: 1e11 })],
    [
      'overdraft',
      () =>
        event('split', {
          from: 'K',
          into: [
            { material: 'K1', cells: 9e9 },
            { material: 'K2', cells: 9e9 },
          ],
        }),
    ],
    ['material-twice', () => event('freeze', { from: 'K', bags: [{ material: 'B1', cells: 1 }] })],
    ['material-unknown', () => event('sample', { material: 'Z', cells: 1 })],
    ['thaw-not-frozen', () => event('thaw', { material: 'K', donor: 'D1', count: { viable: 1 } })],
    ['thaw-gains', () => event('thaw', { material: 'B1', donor: 'D1', count: { viable: 2e9 } })],
    ['mix-up', () => event('thaw', { material: 'B1', donor: 'D2', count: { viable: 1e8 } })],
    ['mix-up', () => event('label-check', { material: 'B1', lot: 'L2', donor: 'D1' })],
    ['mix-up', () => event('receive', { material: 'C', donor: 'D2' })],
    ['mix-up', () => event('receive', { material: 'C', donor: 'D1' }, { lot: 'L2' })],
    ['mix-up', () => event('receive', { material: 'C', donor: 'D1', label: labelText({ id: 'K', lot: 'L1', donor: 'D1' }) })],
    ['receive-kind', () => event('receive', { material: 'C', donor: 'D1', as: 'bag', count: { viable: 1e8 } })],
    ['event-invalid', () => event('receive', { material: 'E', donor: 'D1', as: 'bag' })],
    ['reculture-not-thawed', () => event('reculture', { from: 'B1', material: 'R', cells: 1e8 })],
    ['reculture-not-thawed', () => event('reculture', { from: 'K', material: 'R', cells: 1e8 })],
    ['dose-frozen', () => event('dose', { from: 'B1', material: 'X', cells: 1e8 })],
    ['dose-above-cap', () => event('dose', { from: 'K', material: 'X', cells: 2e9 })],
    ['release-with-tests', () => event('release', { materials: ['B1'] })],
    ['step-refused', () => event('ship', { material: 'B1' })],
    ['material-frozen', () => event('start', { from: 'B1', material: 'K2', cells: 1e8 })],
    ['material-frozen', () => event('split', { from: 'B1', into: [{ material: 'B1a', cells: 1e8 }] })],
    [
      'material-frozen',
      () =>
        event('pool', {
          from: [
            { material: 'B1', cells: 1e8 },
            { material: 'B2', cells: 1e8 },
          ],
          material: 'P',
        }),
    ],
    ['release-with-tests', () => event('release', { materials: ['B1'] }, { lot: 'L2' })],
    [
      'release-with-tests',
      () =>
        event(
          'conditional-release',
          { materials: ['B1'], pending: ['endotoxin'], followUp: { by: 'sato', until: '2026-05-01' } },
          { lot: 'L2' },
        ),
    ],
    ['step-refused', () => event('lift', { material: 'B1', reason: 'none' })],
    ['material-later', () => event('count', { material: 'K', count: { viable: 1 } }, { on: '2026-03-01' })],
    ['event-future', () => event('feed', { material: 'K' }, { on: '2027-01-01' })],
    ['event-invalid', () => event('sample', { material: 'K', cells: '3 litres' })],
    ['event-invalid', () => event('sample', { material: 'K', cells: Number.NaN })],
    ['event-invalid', () => event('sample', { material: 'K', cells: 1e300 })],
  ])('refuses with %s, and nothing of the list is kept', (code, wrong) => {
    const known = appended([], course(), facts);
    expect(() => appended(known, [event('feed', { material: 'K' }), wrong()], facts)).toThrow(expect.objectContaining({ code }));
  });

  it('names the event and the field', () => {
    const wrong = event('sample', { material: 'K', cells: 1e11 });
    expect(() => bookOf([...course(), wrong])).toThrow(expect.objectContaining({ place: { path: `${wrong.id}: cells` } }));
  });

  it('puts what was not given on hold where a late test fails, and lists what was', () => {
    const book = bookOf([
      ...course(),
      event('conditional-release', { materials: ['B1', 'B2'], pending: ['sterility'], followUp: { by: 'sato', until: '2026-05-01' } }),
      event('thaw', { material: 'B1', donor: 'D1', count: { viable: 7e8 } }),
      event('dose', { from: 'B1', material: 'X1', cells: 7e8 }),
      event('infuse', { material: 'X1', donor: 'D1', outcome: 'full' }),
      event('test-result', { test: 'sterility', verdict: 'fail' }),
    ]);
    expect(book.alerts).toMatchObject([{ test: 'sterility', held: ['B2', 'B3', 'B4', 'B5', 'B6'], given: ['X1'] }]);
    expect(book.materials.get('B2')).toMatchObject({ state: 'on-hold', before: 'conditionally-released' });
  });

  it('lifts nothing back to released while its test fails', () => {
    const failed = [
      ...course(),
      event('conditional-release', { materials: ['B1'], pending: ['sterility'], followUp: { by: 'sato', until: '2026-05-01' } }),
      event('test-result', { test: 'sterility', verdict: 'fail' }),
    ];
    const lift = (material: string) => event('lift', { material, reason: 'told to' });
    expect(codeOf([...failed, lift('B1')])).toBe('release-with-tests');
    // what was in quarantine goes back there
    expect(codeOf([...failed, lift('B2')])).toBe('none');
    expect(codeOf([...failed, event('test-result', { test: 'sterility', verdict: 'pass' }), lift('B1')])).toBe('none');
  });

  it('opens a discrepancy and averages nothing in', () => {
    const book = bookOf([...course(), event('count', { material: 'B1', count: { viable: 4e8, cv: 0.05 } })]);
    expect(book.discrepancies).toMatchObject([{ material: 'B1', counted: 4e8, book: 1e9 }]);
    expect(book.materials.get('B1')?.cells).toBe(1e9);
  });

  it('holds what was pooled into another lot when a test of the first one fails, and releases none of it', () => {
    const ofSecond = { lot: 'L2' } as const;
    const pooled = [
      ...course(),
      event('collect', { material: 'C2', donor: 'D1', count: { viable: 1e9 } }, ofSecond),
      event('start', { from: 'C2', material: 'K2', cells: 1e9 }, ofSecond),
      event(
        'pool',
        {
          from: [
            { material: 'K', cells: 1e9 },
            { material: 'K2', cells: 1e9 },
          ],
          material: 'P',
        },
        ofSecond,
      ),
      event('freeze', { from: 'P', bags: [{ material: 'PB', cells: 1e9 }] }, ofSecond),
      event('test-result', { test: 'sterility', verdict: 'pass' }, ofSecond),
    ];
    expect(codeOf([...pooled, event('release', { materials: ['PB'] }, ofSecond)])).toBe('release-with-tests');
    const failed = [...pooled, event('test-result', { test: 'sterility', verdict: 'fail' })];
    const book = bookOf(failed);
    expect(book.materials.get('PB')).toMatchObject({ lot: 'L2', state: 'on-hold' });
    expect(book.alerts.at(-1)?.held).toContain('PB');
    expect(bookOf([...failed, event('lift', { material: 'PB', reason: 'repeated' }, ofSecond)]).materials.get('PB')?.state).toBe(
      'quarantine',
    );
    const passed = [
      ...pooled,
      event('test-result', { test: 'sterility', verdict: 'pass' }),
      event('release', { materials: ['PB'] }, ofSecond),
    ];
    const later = [...passed, event('test-result', { test: 'endotoxin', verdict: 'fail' })];
    expect(codeOf([...later, event('lift', { material: 'PB', reason: 'repeated' }, ofSecond)])).toBe('release-with-tests');
    // what was frozen of the second lot before it met the first stays as it is
    const before = [
      ...pooled.slice(0, -3),
      event('freeze', { from: 'K2', bags: [{ material: 'SB', cells: 5e8 }] }, ofSecond),
      event('test-result', { test: 'sterility', verdict: 'fail' }),
    ];
    expect(bookOf(before).materials.get('SB')?.state).toBe('quarantine');
  });

  it('pools donors only as a donor that is declared', () => {
    const two = (donor?: string) => [
      event('collect', { material: 'P1', donor: 'D1', count: { viable: 100 } }),
      event('collect', { material: 'P2', donor: 'D2', count: { viable: 100 } }),
      event('pool', {
        from: [
          { material: 'P1', cells: 50 },
          { material: 'P2', cells: 70 },
        ],
        material: 'P',
        ...(donor === undefined ? {} : { donor }),
      }),
    ];
    expect(codeOf(two())).toBe('pool-of-donors');
    expect(bookOf(two('D1+D2')).materials.get('P')).toMatchObject({ cells: 120, donor: 'D1+D2', parents: ['P1', 'P2'] });
  });

  const limits = [
    { test: 'viability', method: 'trypan blue', unit: '%', atLeast: 70, needed: 'release' },
    { test: 'endotoxin', unit: 'EU/mL', atMost: 0.5, needed: 'release' },
    { test: 'sterility', expected: '陰性', needed: 'conditional-release' },
    { test: 'residual', atMost: 1000, needed: 'follow-up' },
  ];
  const specified = () => [
    ...course().slice(0, -2),
    event('specification', { document: 'SOP-12', version: '2', approved: { by: 'sato', on: '2026-03-01' }, tests: limits }),
  ];
  const result = (test: string, value: string | number, more: object = {}) => event('test-result', { test, value, ...more });
  const conditional = (pending: readonly string[]) =>
    event('conditional-release', { materials: ['B1'], pending, followUp: { by: 'sato', until: '2026-05-01' } });

  it('judges values by the specification, and releases by it', () => {
    const passed = [...specified(), result('viability', '７２', { low: 68, high: 76 }), result('endotoxin', '<0.25')];
    expect(bookOf(passed).tests).toMatchObject([
      { test: 'viability', verdict: 'pass', near: true },
      { test: 'endotoxin', verdict: 'pass', near: false },
    ]);
    expect(codeOf([...passed, event('release', { materials: ['B1'] })])).toBe('release-with-tests');
    expect(codeOf([...passed, conditional(['sterility'])])).toBe('none');
    // only tests that are so marked may be late, and only where they are named
    expect(codeOf([...passed, conditional(['sterility', 'residual'])])).toBe('pending-unmarked');
    expect(codeOf([...specified(), conditional(['sterility', 'viability', 'endotoxin'])])).toBe('release-with-tests');
    const sterile = [...passed, result('sterility', '陰性'), event('release', { materials: ['B1'] })];
    expect(codeOf(sterile)).toBe('none');
    expect(bookOf(sterile).releases[0]?.tests.map(({ test, verdict }) => [test, verdict])).toEqual([
      ...[
        ['viability', 'pass'],
        ['endotoxin', 'pass'],
        ['sterility', 'pass'],
        ['residual', 'not-done'],
      ],
    ]);
    const late = bookOf([...sterile, result('residual', 2000)]);
    expect(late.alerts[0]?.held).toContain('B1');
  });

  it.each<[string, () => NewEvent]>([
    ['test-value', () => result('endotoxin', '<5')],
    ['test-value', () => result('viability', 'good')],
    ['test-contradicts', () => result('viability', 50, { verdict: 'pass' })],
    ['test-unit', () => result('endotoxin', 0.1, { unit: 'EU' })],
    ['test-method', () => result('viability', 80, { method: 'AO/PI' })],
    ['test-verdict', () => event('test-result', { test: 'appearance', value: 'clear' })],
    ['specification-twice', () => specified().at(-1)!],
    [
      'event-invalid',
      () => event('specification', { document: 'S', version: '1', approved: { by: 's', on: '2026-03-01' }, tests: [...limits, limits[0]] }),
    ],
  ])('refuses with %s what the specification does not take', (code, wrong) => {
    expect(codeOf([...specified(), wrong()])).toBe(code);
  });

  it('gives nothing after its last hour, and asks for the hour where it decides', () => {
    const body = {
      document: 'SOP-12',
      version: '9',
      approved: { by: 'sato', on: '2026-03-01' },
      tests: limits.slice(0, 1),
      hoursAfterThaw: 6,
    };
    const ready = [
      ...course().slice(0, -2),
      event('specification', body),
      result('viability', 90),
      event('release', { materials: ['B1'] }),
    ];
    const thaw = (time?: string) => event('thaw', { material: 'B1', donor: 'D1', count: { viable: 7e8 }, time });
    const made = event('dose', { from: 'B1', material: 'X1', cells: 6e8, time: '21:30' });
    const given = (time?: string, on = '2026-04-01') => event('infuse', { material: 'X1', donor: 'D1', outcome: 'full', time }, { on });
    expect(codeOf([...ready, thaw()])).toBe('thaw-time');
    expect(bookOf([...ready, thaw('20:30')]).materials.get('B1')?.expires).toBe('2026-04-02T02:30');
    expect(codeOf([...ready, thaw('20:30'), made, given(undefined, '2026-04-02')])).toBe('expiry-time');
    expect(codeOf([...ready, thaw('20:30'), made, given('02:31', '2026-04-02')])).toBe('material-expired');
    expect(codeOf([...ready, thaw('20:30'), made, given('02:30', '2026-04-02')])).toBe('none');
    const old = event('freeze', { from: 'K', bags: [{ material: 'E1', cells: 1e8 }], expires: '2026-03-31' });
    const book = bookOf([...ready, old]);
    expect(stateOn(book.materials.get('E1')!, '2026-04-01')).toBe('expired');
    expect(codeOf([...ready, old, event('thaw', { material: 'E1', donor: 'D1', count: { viable: 1 }, time: '10:00' })])).toBe(
      'material-expired',
    );
    expect(codeOf([...ready, old, event('discard', { material: 'E1', reason: 'expired' })])).toBe('none');
  });

  it('tells what of the plan is due, until it is given or missed', () => {
    const plan = event('schedule-planned', {
      days: [{ on: '2026-04-01', thaw: '2026-04-01' }, { on: '2026-04-06' }, { on: '2026-05-11' }],
    });
    const acts = (more: readonly NewEvent[], today: string) =>
      dueActs(bookOf([...course(), plan, ...more]), 'L1', today).map(({ number, what, when }) => `${number} ${what} ${when}`);
    expect(acts([], '2026-04-02')).toEqual(['1 thaw late', '1 dose late', '2 dose this-week', '3 dose later']);
    const dose = event('dose', { from: 'K', material: 'X1', cells: 1e8 });
    const missed = event('infuse', { material: 'X1', donor: 'D1', outcome: 'missed' });
    const moved = event('schedule-changed', { number: 2, on: '2026-04-02', reason: '発熱' });
    expect(acts([dose, missed, moved], '2026-04-02')).toEqual(['2 dose today', '3 dose later']);
    expect(codeOf([...course(), plan, event('schedule-changed', { number: 9, on: '2026-04-02', reason: 'x' })])).toBe('plan-unknown');
  });

  it('takes a failure of one bag for that of the lot, and the pass of one bag for no other', () => {
    const ofBags = [...specified(), result('viability', 90, { material: 'B2' }), result('endotoxin', 0.1), result('sterility', '陰性')];
    expect(codeOf([...ofBags, event('release', { materials: ['B1'] })])).toBe('release-with-tests');
    expect(codeOf([...ofBags, event('release', { materials: ['B2'] })])).toBe('none');
  });

  it('stays readable where a kept event breaks a rule of today, and says so; nothing new may', () => {
    const known = appended([], course(), facts).filter(({ kind }) => kind !== 'specification');
    const kept: LedgerEvent = { ...conditional(['sterility']), seq: 99, at: facts.at } as LedgerEvent;
    const odd = { ...kept, ...event('thaw', { material: 'B9' }), seq: 100, at: facts.at } as LedgerEvent;
    const book = replay([...known, kept, odd]);
    expect(book.findings.map(({ seq, code }) => [seq, code])).toEqual([
      [99, 'pending-unmarked'],
      [100, 'event-invalid'],
    ]);
    expect(book.materials.get('B1')?.state).toBe('conditionally-released');
    expect(appended([...known, kept, odd], [event('feed', { material: 'K' })], facts)).toHaveLength(1);
    // voiding what a kept event needs would break another one
    const needed = known.find(({ kind }) => kind === 'freeze')!;
    expect(() => appended([...known, kept], [event('correct', { event: needed.id, reason: 'x' })], facts)).toThrow();
  });

  it.each<[string, string, () => object]>([
    ['mix-up', 'thaw', () => ({ label: labelText({ id: 'B2', lot: 'L1', donor: 'D1' }) })],
    ['mix-up', 'thaw', () => ({ label: labelText({ id: 'B1', lot: 'L2', donor: 'D1' }) })],
    ['mix-up', 'thaw', () => ({ label: labelText({ id: 'B1', lot: 'L1', donor: 'D2' }) })],
    ['label-damaged', 'thaw', () => ({ label: labelText({ id: 'B1', lot: 'L1', donor: 'D1' }).replace('B1', 'B7') })],
    ['label-unreadable', 'thaw', () => ({ label: '4901234567894' })],
    ['label-missing', 'thaw', () => ({})],
    ['witness-missing', 'thaw', () => ({ label: labelText({ id: 'B1', lot: 'L1', donor: 'D1' }), witness: undefined })],
    ['witness-same', 'thaw', () => ({ label: labelText({ id: 'B1', lot: 'L1', donor: 'D1' }), witness: 'ito' })],
    ['none', 'thaw', () => ({ label: labelText({ id: 'B1', lot: 'L1', donor: 'D1' }) })],
  ])('answers %s to a label or a second person at a %s', (code, kind, body) => {
    const rules = { pseudonym: 'D\\d+|POOL-\\d+', labels: 'required', witness: 'required' } as const;
    const known = appended([], course(), { ...facts, rules });
    const thawing = event(kind as NewEvent['kind'], { material: 'B1', donor: 'D1', count: { viable: 7e8 }, witness: 'sato', ...body() });
    const said = () => {
      try {
        appended(known, [thawing], { ...facts, rules });
        return 'none';
      } catch (error) {
        return (error as Problem).code;
      }
    };
    expect(said()).toBe(code);
  });

  it('takes no pseudonym but by the pattern of the laboratory', () => {
    const rules = { pseudonym: 'D\\d+' };
    const named = event('collect', { material: 'C', donor: '山田太郎' });
    expect(() => appended([], [named], { ...facts, rules })).toThrow(expect.objectContaining({ code: 'pseudonym-pattern' }));
  });

  it('takes the same event once, and refuses another of its name', () => {
    const events = course();
    const known = appended([], events, facts);
    expect(appended(known, events, facts)).toEqual([]);
    expect(() => appended(known, [{ ...events[0]!, on: '2026-04-02' }], facts)).toThrow(expect.objectContaining({ code: 'event-twice' }));
  });

  it('voids an event that nothing stands on, and restores what was before', () => {
    const known = appended([], course(), facts);
    const before = replay(known);
    const moved = event('sample', { material: 'K', cells: 5 });
    const with1 = [...known, ...appended(known, [moved], facts)];
    const without = [...with1, ...appended(with1, [event('correct', { event: moved.id, reason: 'wrong tube' })], facts)];
    expect(replay(without).materials).toEqual(before.materials);
    const started = known[1]!.id;
    expect(() => appended(known, [event('correct', { event: started, reason: 'x' })], facts)).toThrow(
      expect.objectContaining({
        code: 'event-stood-on',
        values: expect.objectContaining({ laterJa: expect.stringContaining('3番(細胞計数、ロットL1)') }),
      }),
    );
  });
});

it.each([
  ['1.2e9', 1.2e9],
  ['１２億', 1.2e9],
  ['500万', 5e6],
  ['3.6 x 10^9', 3.6e9],
  ['1,200,000 cells', 1.2e6],
  [42, 42],
])('reads %s as a number of cells', (written, cells) => expect(readCells(written)).toBe(cells));
it.each(['', '-1', '1e300', '3 L', 'NaN', '12 kg'])('refuses %s', (written) =>
  expect(() => readCells(written)).toThrow(expect.objectContaining({ code: 'cells-unreadable' })),
);
