/** Grade of a fever by CTCAE v5.0: `hoursAbove40` is how long it stood above 40.0 degrees Celsius. */
export function feverGrade(celsius: number, hoursAbove40: number): 0 | 1 | 2 | 3 | 4 {
  if (celsius < 38) return 0;
  if (celsius <= 39) return 1;
  if (celsius <= 40) return 2;
  return hoursAbove40 <= 24 ? 3 : 4;
}

export interface Temperature {
  /** Milliseconds. */
  readonly at: number;
  readonly celsius: number;
}

export interface FeverPeak {
  readonly peak: number;
  readonly grade: ReturnType<typeof feverGrade>;
  /** From the dose to the peak. */
  readonly hours: number;
}

const HOUR = 3_600_000;

/** The highest temperature after each dose, within a window and before the next dose; undefined where none was taken. */
export function feverPeaks(
  temperatures: readonly Temperature[],
  doses: readonly number[],
  windowHours: number,
): readonly (FeverPeak | undefined)[] {
  return doses.map((dose, i) => {
    const end = Math.min(dose + windowHours * HOUR, doses[i + 1] ?? Number.POSITIVE_INFINITY);
    const taken = temperatures.filter(({ at }) => at >= dose && at < end).toSorted((a, b) => a.at - b.at);
    if (taken.length === 0) return undefined;
    const highest = taken.reduce((best, one) => (one.celsius > best.celsius ? one : best));
    return {
      peak: highest.celsius,
      grade: feverGrade(highest.celsius, longestAbove40(taken)),
      hours: (highest.at - dose) / HOUR,
    };
  });
}

/** Readings farther apart than this say nothing of the time between them. */
const LONGEST_GAP = 12 * HOUR;

/** Hours of the longest run of readings above 40.0. */
function longestAbove40(taken: readonly Temperature[]): number {
  let longest = 0;
  let since: number | undefined;
  let last = Number.NEGATIVE_INFINITY;
  for (const { at, celsius } of taken) {
    if (at - last > LONGEST_GAP) since = undefined;
    last = at;
    since = celsius > 40 ? (since ?? at) : undefined;
    if (since !== undefined) longest = Math.max(longest, (at - since) / HOUR);
  }
  return longest;
}
