import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, insertPlot, movePlot, newPlotId, resizePlot } from '../../../../../core/study/arrangement/arrange.ts';
import { type Arrangement, MOST_PLOTS } from '../../../../../core/study/arrangement/arrangement.ts';
import { type Plot, plotKinds } from '../../../../../core/study/arrangement/plot.ts';
import { openHistory, sessionOf } from '../../../../../core/study/session/history.ts';
import { openSession, serialiseSession } from '../../../../../core/study/session/session-text.ts';
import { begun, commitAll, problemOf } from '../session/session-support.ts';

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
      range: fc.record({ x: range.map(([min, width]) => ({ min: min + 0, max: min + Math.abs(min) + width })) }),
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

describe('what a hand does to the plots', () => {
  const ids = (list: readonly Plot[]) => list.map(({ id }) => id);
  const several = ['a', 'b', 'c'].map((id) => plot(id));

  it('puts one in after another, moves one beside another, and loses none', () => {
    expect(ids(insertPlot(several, plot('d'), 'a'))).toEqual(['a', 'd', 'b', 'c']);
    expect(ids(insertPlot(several, plot('d'), 'gone'))).toEqual(['a', 'b', 'c', 'd']);
    expect(ids(movePlot(several, 'a', 'after', 'b'))).toEqual(['b', 'a', 'c']);
    expect(movePlot(several, 'a', 'before', 'b')).toBe(several);
    expect(movePlot(several, 'a', 'before', 'a')).toBe(several);
    fc.assert(
      fc.property(plots, fc.nat(12), fc.nat(12), fc.constantFrom('before' as const, 'after' as const), (drawn, i, j, side) => {
        const [one, other] = [drawn[i % (drawn.length || 1)], drawn[j % (drawn.length || 1)]];
        if (one === undefined || other === undefined) return;
        const moved = movePlot(drawn, one.id, side, other.id);
        expect(new Set(moved)).toEqual(new Set(drawn));
        if (one !== other) expect(moved.indexOf(one) - moved.indexOf(other)).toBe(side === 'before' ? -1 : 1);
      }),
    );
  });

  it('gives one more cells, as many as a plot may have', () => {
    const wide = resizePlot(several, 'b', { columns: 9, rows: 1 });
    expect(wide.map(cellsOf)).toEqual([
      { columns: 1, rows: 1 },
      { columns: 4, rows: 1 },
      { columns: 1, rows: 1 },
    ]);
    expect(resizePlot(wide, 'b', { columns: 4, rows: 0 })).toBe(wide);
    expect(resizePlot(wide, 'b', { columns: 1, rows: 1 })).toEqual(several);
    const full = Array.from({ length: MOST_PLOTS }, (_, i) => plot(`${i}`));
    expect(insertPlot(full, plot('one more'), '0')).toBe(full);
  });
});

describe('the plots of a protocol', () => {
  it('are set by an edit, follow the populations to their new names, and are taken away again', () => {
    const set = commitAll([{ type: 'plots/set', plots: [plot('a', { population: 'Cells/T' })] }], begun());
    const renamed = commitAll([{ type: 'gate/rename', population: 'Cells/T', name: 'T cells' }], set);
    expect(renamed.present.protocol.plots?.[0]?.population).toBe('Cells/T cells');
    expect(openSession(serialiseSession(sessionOf(renamed))).trust.findings).toEqual([]);
    expect(commitAll([{ type: 'plots/set', plots: null }], set).present.protocol).toEqual(begun().present.protocol);
  });
});
