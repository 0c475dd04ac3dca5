import type { QualityFinding } from './quality.ts';

/** Seconds of every event since the first, repaired; undefined where the clock says nothing. */
export interface RepairedTime {
  readonly seconds: Float64Array | undefined;
  /** Numbers of the events in the order of their times, where the file does not hold them in order. */
  readonly order?: Uint32Array;
  readonly findings: readonly QualityFinding[];
}

/** A drop by more than this share of the clock's span so far is a clock that began anew. */
const WRAP_SHARE = 0.5;
/** Acquisitions outside this are a wrong $TIMESTEP, not a fast hand: seconds. */
const SHORTEST = 0.5;
const LONGEST = 6 * 3600;

const MOST_WRAPS = 50;
const MOST_BACKWARDS = 0.01;

function countBackwards(parts: readonly ArrayLike<number>[]): { readonly backwards: number; readonly drops: number } {
  let [before, largest, backwards, drops] = [Number.NEGATIVE_INFINITY, 0, 0, 0];
  for (const part of parts)
    for (let i = 0; i < part.length; i++) {
      const ticks = part[i]!;
      if (ticks < before) {
        backwards++;
        if (before - ticks > WRAP_SHARE * largest) drops++;
      }
      before = ticks;
      if (ticks > largest) largest = ticks;
    }
  return { backwards, drops };
}

/** The last time, of seconds since the first event. */
export function durationOf(seconds: Float64Array): number {
  let most = 0;
  for (let event = 0; event < seconds.length; event++) most = Math.max(most, seconds[event]!);
  return most;
}

/** Of a clock that tells nothing, and why. */
const withoutTime = (duration: number): RepairedTime => ({
  seconds: undefined,
  findings: [{ code: Number.isNaN(duration) ? 'clock-not-numbers' : 'clock-constant', severity: 'review' }],
});

/** Events that were stored without order (a subsample, a merged file) are put in order; nothing of the file is changed. */
function sortedTime(parts: readonly ArrayLike<number>[], step: number, eventCount: number): RepairedTime {
  const ticks = new Float64Array(eventCount);
  let event = 0;
  for (const part of parts) for (let i = 0; i < part.length && event < eventCount; i++) ticks[event++] = part[i]!;
  const order = Uint32Array.from(ticks, (_, i) => i).sort((a, b) => ticks[a]! - ticks[b]! || a - b);
  const first = ticks[order[0]!]!;
  const duration = (ticks[order[eventCount - 1]!]! - first) * step;
  if (!(duration > 0)) return withoutTime(duration);
  return { seconds: ticks.map((value) => (value - first) * step), order, findings: [{ code: 'time-unordered', severity: 'note' }] };
}

/** Unwraps a clock of few bits, notes events out of order, and checks that the duration is one of a real acquisition. */
export function repairTime(
  parts: readonly ArrayLike<number>[] | undefined,
  secondsPerTick: number | undefined,
  eventCount: number,
): RepairedTime {
  if (parts === undefined) return { seconds: undefined, findings: [{ code: 'no-time', severity: 'review' }] };
  const { backwards: all, drops } = countBackwards(parts);
  // a clock begins anew a few times; drops all over the file are events out of order
  if (all > MOST_BACKWARDS * eventCount && drops > MOST_WRAPS) return sortedTime(parts, secondsPerTick ?? 1, eventCount);
  const seconds = new Float64Array(eventCount);
  const step = secondsPerTick ?? 1;
  const findings: QualityFinding[] = [];
  let [event, offset, before, largest, wraps, backwards] = [0, 0, Number.NEGATIVE_INFINITY, 0, 0, 0];
  for (const part of parts) {
    for (let i = 0; i < part.length && event < eventCount; i++) {
      const ticks = part[i]!;
      if (ticks < before) {
        if (before - ticks > WRAP_SHARE * Math.max(1, largest)) {
          offset += before;
          wraps++;
        } else backwards++;
      }
      before = ticks;
      if (ticks > largest) largest = ticks;
      seconds[event++] = (ticks + offset) * step;
    }
  }
  const first = seconds[0] ?? 0;
  for (let i = 0; i < eventCount; i++) seconds[i]! -= first;
  const duration = durationOf(seconds);
  if (!(duration > 0)) return withoutTime(duration);
  if (wraps > 0) findings.push({ code: 'time-wrapped', severity: 'note', values: { wraps } });
  if (backwards > 0)
    findings.push({ code: 'time-backwards', severity: backwards > 0.001 * eventCount ? 'review' : 'note', values: { events: backwards } });
  if (secondsPerTick === undefined) findings.push({ code: 'no-timestep', severity: 'note' });
  else if (duration < SHORTEST || duration > LONGEST)
    findings.push({ code: 'time-implausible', severity: 'review', values: { seconds: Math.round(duration) } });
  return { seconds, findings };
}
