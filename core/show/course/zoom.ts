import type { Span } from './time-axis.ts';

/** No less than so many days are shown: half an hour. */
const LEAST = 1 / 48;

const inside = ({ from, to }: Span, whole: Span): Span => {
  const length = Math.min(Math.max(to - from, LEAST), whole.to - whole.from);
  const start = Math.min(Math.max(from, whole.from), whole.to - length);
  return { from: start, to: start + length };
};

/** More or less of the time, around a day that stays where it is. */
export const zoomed = ({ from, to }: Span, at: number, factor: number, whole: Span): Span => {
  const length = Math.max(LEAST, (to - from) * factor);
  return inside({ from: at - ((at - from) / (to - from)) * length, to: at - ((at - from) / (to - from)) * length + length }, whole);
};

/** The same length elsewhere: a share of it to the right. */
export const panned = ({ from, to }: Span, share: number, whole: Span): Span =>
  inside({ from: from + share * (to - from), to: to + share * (to - from) }, whole);

/** So many days around one. */
export const around = (day: number, days: number, whole: Span): Span => inside({ from: day - days / 2, to: day + days / 2 }, whole);

/** As it is, or moved so far that a day is in sight. */
export const withDay = (span: Span, day: number, whole: Span): Span =>
  day >= span.from && day <= span.to ? span : around(day, span.to - span.from, whole);
