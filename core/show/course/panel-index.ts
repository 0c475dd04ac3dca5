import type { CoursePanel, CoursePoint } from '../../study/course/patient-course.ts';

/** A line of temperatures breaks over a gap of this many days. */
const LONGEST_GAP = 0.5;

export type Known = CoursePoint & { readonly value: number };

/** The points of a panel by how they are drawn, in the order of time: asked for at each step of a zoom, and made once. */
export interface PanelIndex {
  /** Values that are neither a limit nor of a plate that is not valid. */
  readonly exact: readonly Known[];
  /** Of these: when, and how much. */
  readonly days: Float64Array;
  readonly values: Float64Array;
  /** Whether a line joins each of them to the one before: none across a limit, a plate that is not valid or two lots, and none of temperatures across twelve hours. */
  readonly isJoined: Uint8Array;
  readonly controlled: readonly CoursePoint[];
  readonly notValid: readonly Known[];
  readonly limits: readonly Known[];
  /** Words in place of a value. */
  readonly worded: readonly CoursePoint[];
}

const known = new WeakMap<CoursePanel, PanelIndex>();

export function panelIndex(panel: CoursePanel): PanelIndex {
  const made = known.get(panel) ?? indexOf(panel);
  known.set(panel, made);
  return made;
}

const hasValue = (point: CoursePoint): point is Known => point.value !== undefined;

function indexOf({ kind, points }: CoursePanel): PanelIndex {
  const withValue = points.filter(hasValue);
  const exact: Known[] = [];
  const joined: number[] = [];
  let last: Known | undefined;
  for (const point of points) {
    if (!hasValue(point) || point.censored !== undefined || point.invalid !== undefined) {
      last = undefined;
      continue;
    }
    const isFar = last !== undefined && kind === 'temperature' && point.day - last.day > LONGEST_GAP;
    joined.push(last !== undefined && !isFar && last.lot === point.lot ? 1 : 0);
    exact.push(point);
    last = point;
  }
  return {
    exact,
    days: Float64Array.from(exact, ({ day }) => day),
    values: Float64Array.from(exact, ({ value }) => value),
    isJoined: Uint8Array.from(joined),
    controlled: points.filter(({ control }) => control !== undefined),
    notValid: withValue.filter(({ invalid }) => invalid !== undefined),
    limits: withValue.filter(({ censored }) => censored !== undefined),
    worded: points.filter(({ value, text }) => value === undefined && text !== undefined),
  };
}

/** Of values in order: the place of the first from one on, or of the first after it. */
export function placeOf(days: Float64Array, day: number, which: 'from' | 'after' = 'from'): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (which === 'from' ? days[middle]! < day : days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Where more points than can be told apart stand in one column of the picture: its first, lowest, highest and last. Gives places from `first` up to `after`;
 * `column` says in which column a place stands, and `isBreak` where another line begins.
 */
export function thinned(
  { values }: Pick<PanelIndex, 'values'>,
  [first, after]: readonly [number, number],
  column: (place: number) => number,
  isBreak: (place: number) => boolean,
): readonly number[] {
  const kept: number[] = [];
  for (let i = first; i < after; ) {
    const mine = column(i);
    let [low, high, next] = [i, i, i + 1];
    while (next < after && !isBreak(next) && column(next) === mine) {
      if (values[next]! < values[low]!) low = next;
      if (values[next]! > values[high]!) high = next;
      next += 1;
    }
    let last = -1;
    for (const place of [i, Math.min(low, high), Math.max(low, high), next - 1]) {
      if (place !== last) kept.push(place);
      last = place;
    }
    i = next;
  }
  return kept;
}
