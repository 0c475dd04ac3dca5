import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawCourse, wholeSpan } from '../../../../../core/show/course/draw-course.ts';
import { shownParts } from '../../../../../core/show/course/parts.ts';
import { timeTicks } from '../../../../../core/show/course/time-axis.ts';
import { panned, zoomed } from '../../../../../core/show/course/zoom.ts';
import type { Observation } from '../../../../../core/study/course/observation.ts';
import { courseOf } from '../../../../../core/study/course/patient-course.ts';
import { simulateCourse } from '../../../../../test-data/simulate-course.ts';

const { observations } = simulateCourse({ donor: 'SIM-D1', seed: 1, temperatures: 10_000 });
const course = courseOf('SIM-D1', observations, []);
const whole = wholeSpan(course);

/** Coordinates of all paths of a picture. */
const places = (span: typeof whole) =>
  drawCourse(course, { width: 600, language: 'en', span }).flatMap((shape) =>
    shape.kind === 'path' ? shape.commands.flatMap((command) => (command[0] === 'close' ? [] : [[command[1], command[2]] as const])) : [],
  );

describe('the picture of a course', () => {
  it('keeps every line and mark inside its frame at every zoom', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.0001, max: 1, noNaN: true }), (at, factor) => {
        const span = zoomed(whole, whole.from + at * (whole.to - whole.from), factor, whole);
        for (const [x, y] of places(span)) {
          expect(x).toBeGreaterThan(46 - 5);
          expect(x).toBeLessThan(600 - 8 + 5);
          expect(Number.isFinite(y)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('of 10,000 temperatures draws no more than can be told apart, and keeps the highest and the lowest', () => {
    expect(places(whole).length).toBeLessThan(60_000);
    const { points } = course.panels.find(({ kind }) => kind === 'temperature')!;
    const peak = Math.max(...points.map(({ value = 0 }) => value));
    const parts = shownParts(course, 'en', { hidden: course.panels.flatMap(({ key, kind }) => (kind === 'temperature' ? [] : [key])) });
    const marks = drawCourse(course, { width: 600, language: 'en', span: whole, parts }).filter(
      (shape) => shape.kind === 'path' && shape.fill !== undefined,
    );
    const ys = marks.flatMap((shape) => (shape.kind === 'path' ? shape.commands.flatMap(([, , y]) => y ?? []) : []));
    // the axis is drawn from the lowest to the highest: one mark stands where the highest is
    expect(peak).toBeGreaterThan(38);
    expect(Math.min(...ys)).toBeLessThan(22);
  });

  it('a change of E:T is another panel, and no line joins the two', () => {
    const changed = simulateCourse({ donor: 'SIM-D2', seed: 1, changesRatio: true, courses: 2 }).observations;
    const { panels } = courseOf('SIM-D2', changed, []);
    const nk = panels.filter(({ kind }) => kind === 'nk-activity');
    expect(nk.map(({ et, points }) => [et, points.length])).toEqual([
      [20, 6],
      [10, 6],
    ]);
  });

  it('ticks stand inside the span, apart from one another', () => {
    fc.assert(
      fc.property(fc.double({ min: -500, max: 500, noNaN: true }), fc.double({ min: 0.03, max: 9000, noNaN: true }), (from, length) => {
        const span = { from, to: from + length };
        const ticks = timeTicks(span, 8, '2024-06-03', 'era');
        expect(ticks.length).toBeLessThanOrEqual(9);
        expect(ticks.every(({ day }) => day >= span.from - 1e-5 && day <= span.to + 1e-5)).toBe(true);
      }),
    );
  });

  it('zoom and pan never leave what there is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.1, max: 5, noNaN: true })), { maxLength: 30 }),
        (acts) => {
          let span = whole;
          for (const [at, factor] of acts)
            span = panned(zoomed(span, span.from + at * (span.to - span.from), factor, whole), at - 0.5, whole);
          expect(span.from).toBeGreaterThanOrEqual(whole.from - 1e-6);
          expect(span.to).toBeLessThanOrEqual(whole.to + 1e-6);
          expect(span.to).toBeGreaterThan(span.from);
        },
      ),
    );
  });

  it('what is hidden is not drawn, and the order is the person’s', () => {
    const keys = course.panels.map(({ key }) => key);
    const parts = shownParts(course, 'ja', { order: keys.toReversed(), hidden: [keys[0]!] });
    expect(parts.slice(0, keys.length - 1).map(({ id }) => id)).toEqual(keys.slice(1).toReversed());
  });

  it('limits, words and lots: no line crosses them', () => {
    const one = (id: string, on: string, more: Partial<Observation>): Observation => ({
      ...{ id, donor: 'D', kind: 'residual', on, source: 's', by: 'b', lot: 'L1', ...more },
    });
    const product = courseOf('D', [one('a', '2026-01-01', { value: 1 }), one('b', '2026-01-02', { value: 2, lot: 'L2' })], []);
    const lines = drawCourse(product, { width: 600, language: 'en' }).filter(
      (shape) => shape.kind === 'path' && shape.width === 0.8 && shape.stroke === '#0f5e73',
    );
    expect(lines).toHaveLength(0);
  });
});
