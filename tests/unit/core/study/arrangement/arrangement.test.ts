import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arrangement, MOST_PLOTS, newPlotId } from '../../../../../core/study/arrangement/arrangement.ts';
import { type Plot, plotKinds } from '../../../../../core/study/arrangement/plot.ts';
import { openHistory, sessionOf } from '../../../../../core/study/session/history.ts';
import { openSession, serialiseSession } from '../../../../../core/study/session/session-text.ts';
import { begun, problemOf } from '../session/session-support.ts';

const plot = (id: string, more: Partial<Plot> = {}): Plot => ({ id, population: 'Cells', x: 'CD3', y: 'CD56', kind: 'density', ...more });
const saved = (arrangement: Arrangement) => serialiseSession(sessionOf(begun(), arrangement));
const hostile = (arrangement: unknown) => problemOf(() => openSession(JSON.stringify({ ...JSON.parse(saved({})), arrangement })));

const channel = fc.string({ minLength: 1, maxLength: 20 });
const cells = fc.integer({ min: 1, max: 4 });
const range = fc.tuple(fc.float({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 1, max: 1e6 }));
const plots = fc.uniqueArray(
  fc.record(
    {
      id: channel,
      population: fc.string({ maxLength: 40 }),
      x: channel,
      y: channel,
      kind: fc.constantFrom(...plotKinds),
      size: fc.record({ columns: cells, rows: cells }),
      range: fc.record({ x: range.map(([min, width]) => ({ min, max: min + Math.abs(min) + width })) }),
    },
    { requiredKeys: ['id', 'population', 'x', 'y', 'kind'] },
  ),
  { selector: ({ id }) => id, maxLength: 12 },
);

describe('the arrangement of a session', () => {
  it('is saved and read back as it was, and changes nothing of what is audited', () => {
    fc.assert(
      fc.property(plots, (drawn) => {
        const { session, trust } = openSession(saved({ plots: drawn }));
        expect(session.arrangement?.plots).toEqual(drawn);
        expect(trust.findings).toEqual([]);
        expect(sessionOf(openHistory(session))).toEqual(sessionOf(begun()));
      }),
      { numRuns: 60 },
    );
  });

  it('is absent in a session of before, and where nobody arranged anything', () => {
    expect(JSON.parse(saved({}))).not.toHaveProperty('arrangement');
    expect(openSession(saved({})).session.arrangement).toBeUndefined();
  });

  it('may hold one population and axes several times, under ids of their own', () => {
    const twice = [plot('a'), plot('b')];
    expect(openSession(saved({ plots: twice })).session.arrangement?.plots).toEqual(twice);
    expect(newPlotId([plot('plot 1'), plot('plot 3')])).toBe('plot 4');
    expect(newPlotId([plot('plot 3'), plot('x')])).toBe('plot 4');
  });

  it('that is hostile or broken is refused with its place', () => {
    const refusals: readonly (readonly [unknown, string])[] = [
      [{ plots: [plot('a'), plot('a')] }, 'arrangement.plots'],
      [{ plots: [plot('')] }, 'arrangement.plots.0.id'],
      [{ plots: [{ ...plot('a'), kind: 'pie' }] }, 'arrangement.plots.0.kind'],
      [{ plots: [{ ...plot('a'), x: '' }] }, 'arrangement.plots.0.x'],
      [{ plots: [{ ...plot('a'), range: { x: { min: 2, max: 1 } } }] }, 'arrangement.plots.0.range.x'],
      [{ plots: [{ ...plot('a'), size: { columns: 5, rows: 1 } }] }, 'arrangement.plots.0.size.columns'],
      [{ plots: [{ ...plot('a'), script: 'x' }] }, 'arrangement.plots.0'],
      [{ plots: Array.from({ length: MOST_PLOTS + 1 }, (_, i) => plot(`${i}`)) }, 'arrangement.plots'],
      [{ plots: {} }, 'arrangement.plots'],
      [7, 'arrangement'],
    ];
    for (const [arrangement, path] of refusals) {
      const problem = hostile(arrangement);
      expect([problem.code, problem.place.path]).toEqual(['session-invalid', path]);
      expect(problem.message).toMatch(/^The session cannot be used at .*: .+\.$/);
    }
  });
});
