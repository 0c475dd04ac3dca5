import { describe, expect, it } from 'vitest';
import { labelText } from '../../../../../core/biology/ledger/book/label.ts';
import { entryTrial } from '../../../../../core/biology/ledger/entry-balance.ts';
import type { NewEvent } from '../../../../../core/biology/ledger/event.ts';
import { flowsOf } from '../../../../../core/biology/ledger/flow.ts';
import { appended, replay } from '../../../../../core/biology/ledger/replay.ts';
import { countedBags } from '../../../../../core/biology/ledger/trace.ts';

const facts = { at: '2026-12-01T00:00:00Z', today: '2026-12-01' };
let made = 0;
const event = (kind: NewEvent['kind'], body: object, lot = 'L1'): NewEvent =>
  ({ id: `b${++made}`, lot, on: '2026-04-01', by: 'ito', kind, body }) as NewEvent;
const known = appended(
  [],
  [
    event('collect', { material: 'C', donor: 'D1', count: { viable: 5e9 } }),
    event('start', { from: 'C', material: 'K', cells: 1e9 }),
    event('count', { material: 'K', count: { viable: 4e9 } }),
    event('freeze', { from: 'K', bags: [{ material: 'B1', cells: 1e9 }] }),
    event('thaw', { material: 'B1', donor: 'D1', count: { viable: 8e8 } }),
    event('split', {
      from: 'B1',
      into: [
        { material: 'S1', cells: 3e8 },
        { material: 'S2', cells: 3e8 },
      ],
      lost: 1e8,
    }),
    event('collect', { material: 'Z', donor: 'D9', count: { viable: 1e9 } }, 'L9'),
  ],
  facts,
);
const trial = entryTrial(known);

describe('an entry before it is written', () => {
  it('says what is there, what is taken and what is left', () => {
    const { lines, problem } = trial(event('freeze', { from: 'K', bags: [{ material: 'B2', cells: '12億' }] }), facts);
    expect(problem).toBeUndefined();
    expect(lines.map(({ id, before, after }) => [id, before?.cells, after?.cells])).toEqual([
      ['K', 3e9, 1.8e9],
      ['B2', undefined, 1.2e9],
    ]);
    expect(known).toHaveLength(7);
  });

  it('says what is held, and why it would be refused, whatever is typed', () => {
    const over = trial(event('sample', { material: 'K', cells: '900億' }), facts);
    expect(over.problem?.code).toBe('overdraft');
    expect(over.lines.map(({ id, before }) => [id, before?.cells])).toEqual([['K', 3e9]]);
    const codeOf = (entry: unknown, rules = {}) => trial(entry, { ...facts, rules }).problem?.code;
    expect(codeOf({ ...event('sample', {}), on: '2026-13-40' })).toBe('events-invalid');
    expect(codeOf(event('sample', { material: 'K', cells: 'many' }))).toBe('event-invalid');
    // a name of another lot is taken there, too
    expect(codeOf(event('collect', { material: 'Z', donor: 'D1' }))).toBe('material-twice');
    expect(codeOf(event('infuse', { material: 'S1', donor: 'D1', outcome: 'full' }), { witness: 'required' })).toBe('witness-missing');
    expect(codeOf({ ...event('sample', {}), kind: 'correct', body: { event: 'b3', reason: 'wrong' } })).toBe('event-stood-on');
  });
});

it('the flow through a material is what it began with and grew to, and where all of it went', () => {
  const flows = flowsOf(replay(known));
  expect(flows.get('K')).toEqual({ began: 1e9, grown: 3e9, lost: 0, gone: 0, held: 3e9 });
  expect(flows.get('B1')).toEqual({ began: 1e9, grown: 0, lost: 3e8, gone: 0, held: 1e8 });
  expect(flows.get('C')).toEqual({ began: 5e9, grown: 0, lost: 0, gone: 0, held: 4e9 });
  const pooled = appended(
    known,
    [
      event('pool', {
        from: [
          { material: 'S1', cells: 3e8 },
          { material: 'S2', cells: 1e8 },
        ],
        material: 'P',
      }),
    ],
    facts,
  );
  const after = flowsOf(replay([...known, ...pooled]));
  // of a part of a pool the book does not say which cells it began with
  expect([after.get('P')?.began, after.get('S1')?.began, after.get('B1')?.began]).toEqual([4e8, undefined, undefined]);
});

it('bags are counted by name, one a line, or by what a reader gives', () => {
  expect(countedBags(`B1\n B2、B3\n\n${labelText({ id: 'B 4', lot: 'L1', donor: 'D1' })}\nB1`)).toEqual(['B1', 'B2', 'B3', 'B 4']);
  expect(() => countedBags('LS1|L1|B1|D1|00')).toThrow();
});
