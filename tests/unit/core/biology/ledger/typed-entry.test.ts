import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import {
  type AskedEvent,
  askedEvents,
  bodyOf,
  type EventField,
  eventFields,
} from '../../../../../core/biology/ledger/entry/typed-entry.ts';
import { eventKinds } from '../../../../../core/biology/ledger/events/kinds.ts';

const written = ({ name, type }: EventField): string => {
  if (name === 'time') return '09:30';
  if (name === 'number') return '３';
  if (typeof type === 'object') return type.oneOf[0] ?? '';
  return {
    name: 'L1-a',
    text: 'a word',
    cells: '12億',
    number: '3.5',
    count: '5億',
    parts: 'a 1億\nb 2億',
    bags: 'a 1億 tank 2\nb 2億',
    names: 'a\nb',
    day: '令和8年5月1日',
    days: '令和8年4月20日 2026/4/19\n2026-04-23',
    tests: 'viability | trypan blue | % | ≧７０ | 出荷前\nsterility | | | 陰性 | 条件付き\nendotoxin | LAL | EU/mL | 0.1..0.5 | follow-up',
  }[type];
};

describe('the form of an entry', () => {
  it.each(askedEvents)('%s: what it asks for, and no less, is what its kind takes', (kind: AskedEvent) => {
    const schema = eventKinds[kind].schema as z.ZodType;
    const full = Object.fromEntries(eventFields[kind].filter(({ isNeeded }) => isNeeded).map((field) => [field.name, written(field)]));
    expect(schema.safeParse(bodyOf(kind, full)).error).toBeUndefined();
    for (const { name } of eventFields[kind].filter(({ isNeeded }) => isNeeded))
      expect(schema.safeParse(bodyOf(kind, { ...full, [name]: ' ' })).success, name).toBe(false);
    for (const field of eventFields[kind].filter(({ isNeeded }) => !isNeeded)) {
      const more = {
        ...full,
        [field.name]: written(field),
        ...(kind === 'infuse' && field.name === 'cells' ? { outcome: 'partial' } : {}),
      };
      if (field.name.startsWith('override.')) Object.assign(more, { 'override.by': 'sato', 'override.reason': 'why' });
      expect(schema.safeParse(bodyOf(kind, more)).error, field.name).toBeUndefined();
    }
  });

  it('reads a specification line by line', () => {
    expect(
      bodyOf('specification', {
        tests: 'viability | trypan blue | % | ≧７０ | 出荷前\nsterility |  |  | 陰性 | 条件付き\nNK | FCM | % | 70〜90 | 事後',
      }),
    ).toEqual({
      tests: [
        { test: 'viability', method: 'trypan blue', unit: '%', atLeast: 70, needed: 'release' },
        { test: 'sterility', expected: '陰性', needed: 'conditional-release' },
        { test: 'NK', method: 'FCM', unit: '%', atLeast: 70, atMost: 90, needed: 'follow-up' },
      ],
    });
  });

  it('keeps what cannot be read as it was written, so that the book says so', () => {
    expect(bodyOf('sample', { material: 'a', cells: 'many' })).toEqual({ material: 'a', cells: 'many' });
    expect(bodyOf('collect', { material: 'a', donor: 'D', count: '1e9', 'count.viability': '９5' })).toEqual({
      ...{ material: 'a', donor: 'D' },
      count: { total: '1e9', viability: 95 },
    });
    expect(bodyOf('freeze', { from: 'c', bags: 'b1、10億 液体窒素 2-3\n\nb2 5億' })).toEqual({
      from: 'c',
      bags: [
        { material: 'b1', cells: '10億', location: '液体窒素 2-3' },
        { material: 'b2', cells: '5億' },
      ],
    });
  });

  it.each([
    ['b1 1,000,000,000 液体窒素 2-3', '1,000,000,000', '液体窒素 2-3'],
    ['b1,1,000,000', '1,000,000', undefined],
    ['b1, 10億, 2-3', '10億', '2-3'],
    ['b1 10 億 液体窒素', '10 億', '液体窒素'],
    ['b1 1.2 x 10^9 LN2', '1.2 x 10^9', 'LN2'],
    ['b1\t1 000 000', '1 000 000', undefined],
    ['b1 1,5億', '1,5億', undefined],
    ['b1 many 2', 'many', '2'],
    ['b1', '', undefined],
  ])('a number of cells is never cut in two: %s', (bags, cells, location) => {
    expect(bodyOf('freeze', { from: 'c', bags })).toEqual({
      ...{ from: 'c', bags: [{ material: 'b1', cells, ...(location === undefined ? {} : { location }) }] },
    });
  });
});
