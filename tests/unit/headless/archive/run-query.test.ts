import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../../core/base/problem.ts';
import { parseRunQuery } from '../../../../headless/archive/run-query.ts';

describe('a query for runs', () => {
  it.each(['', '  ', 'all', 'ALL', '*'])('"%s" means every run', (text) => expect(parseRunQuery(text)).toEqual([]));

  it('is read term by term', () => {
    expect(parseRunQuery('lot=A12|"A 13" day>=10 Cytometer~canto 検体')).toEqual([
      { field: 'lot', comparison: '=', values: ['A12', 'A 13'] },
      { field: 'day', comparison: '>=', values: [10] },
      { field: 'cytometer', comparison: '~', values: ['canto'] },
      { field: 'name', comparison: '~', values: ['検体'] },
    ]);
  });

  it('says where it is not understood, in both languages', () => {
    const problem = (() => {
      try {
        parseRunQuery('lot=A1 colour=red');
      } catch (error) {
        return error;
      }
      return undefined;
    })();
    if (!(problem instanceof Problem)) throw new Error('no problem');
    expect(problem.place.offset).toBe(6);
    expect(problem.in('en')).toContain('"colour=red"');
    expect(problem.in('ja')).toContain('「colour=red」');
  });

  it('is read or refused, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        try {
          for (const { values } of parseRunQuery(text)) expect(values.length).toBeGreaterThan(0);
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
        }
      }),
    );
  });
});
