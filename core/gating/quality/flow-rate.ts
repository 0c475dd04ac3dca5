import { medianOf, runningMedian } from '../../base/math/running-median.ts';
import type { FlaggedRun, QualityFinding, QualityPicture } from './quality.ts';
import { durationOf } from './repair-time.ts';

export interface FlowRate {
  readonly runs: readonly FlaggedRun[];
  readonly findings: readonly QualityFinding[];
  readonly picture: QualityPicture | undefined;
}

/** Events that a bin of time holds where the rate is steady. */
const EVENTS_PER_BIN = 100;
const MOST_BINS = 2000;
/** Standard deviations of a count at which a bin is flagged, and down to which its neighbours are. */
const FLAG = 4.5;
const KEEP_ON = 2.5;
const WINDOW = 61;

/**
 * Counts per bin of time, on the square-root scale where a Poisson count has variance 1, against their running median: a clog,
 * a surge, a gap. `order` is the first event of each run; times out of order are counted where they belong.
 */
export function checkFlowRate(seconds: Float64Array): FlowRate {
  const count = seconds.length;
  const duration = durationOf(seconds);
  const bins = Math.min(MOST_BINS, Math.floor(count / EVENTS_PER_BIN));
  if (bins < 10 || !(duration > 0)) return { runs: [], findings: [], picture: undefined };
  const width = duration / bins;
  const counts = countByTime(seconds, bins, width);
  const steady = counts.map((n) => 2 * Math.sqrt(n + 3 / 8));
  const baseline = runningMedian(steady, WINDOW);
  const steps = steady.slice(1).map((value, i) => Math.abs(value - steady[i]!));
  const scale = Math.max(1, (1.4826 * medianOf(steps)) / Math.SQRT2);
  const off = steady.map((value, i) => (value - baseline[i]!) / scale);
  const flagged = hysteresis(off, FLAG, KEEP_ON);
  const mean = count / duration;
  const spread = Math.sqrt(counts.reduce((sum, n) => sum + (n - count / bins) ** 2, 0) / bins) / (count / bins);
  const findings: QualityFinding[] = [
    { code: 'flow-rate', severity: 'note', values: { rate: Math.round(mean), cv: Math.round(100 * spread) } },
  ];
  const gaps = longest(counts, (n) => n === 0);
  if (gaps > 0 && Math.exp(-gaps * (count / bins)) < 1e-6)
    findings.push({ code: 'flow-gap', severity: 'note', values: { seconds: rounded(gaps * width) } });
  const [clogs, surges] = [
    flagged.filter((flag, i) => flag && off[i]! < 0).length,
    flagged.filter((flag, i) => flag && off[i]! > 0).length,
  ];
  if (clogs > 0) findings.push({ code: 'flow-clog', severity: 'note', values: { percent: rounded((100 * clogs) / bins) } });
  if (surges > 0) findings.push({ code: 'flow-surge', severity: 'note', values: { percent: rounded((100 * surges) / bins) } });
  const picture = { id: 'flow-rate', unit: 'events-per-second' as const, values: Array.from(counts, (n) => rounded(n / width)), flagged };
  return { runs: runsOf(count, (event) => flagged[Math.min(bins - 1, Math.floor(seconds[event]! / width))]!), findings, picture };
}

function countByTime(seconds: Float64Array, bins: number, width: number): Float64Array {
  const counts = new Float64Array(bins);
  for (let event = 0; event < seconds.length; event++) counts[Math.min(bins - 1, Math.floor(seconds[event]! / width))]! += 1;
  return counts;
}

/** Flags what is beyond `high`, and its neighbours as long as they are beyond `low` to the same side. */
function hysteresis(off: ArrayLike<number>, high: number, low: number): boolean[] {
  const flagged = Array.from({ length: off.length }, (_, i) => Math.abs(off[i]!) > high);
  const spread = (i: number, from: number) => {
    if (!flagged[i] && flagged[from] && Math.abs(off[i]!) > low && Math.sign(off[i]!) === Math.sign(off[from]!)) flagged[i] = true;
  };
  for (let i = 1; i < off.length; i++) spread(i, i - 1);
  for (let i = off.length - 2; i >= 0; i--) spread(i, i + 1);
  return flagged;
}

function runsOf(count: number, isFlagged: (event: number) => boolean): FlaggedRun[] {
  const runs: FlaggedRun[] = [];
  let from = -1;
  for (let event = 0; event <= count; event++) {
    const flag = event < count && isFlagged(event);
    if (flag && from < 0) from = event;
    if (!flag && from >= 0) {
      runs.push({ reason: 'flow-rate', from, to: event });
      from = -1;
    }
  }
  return runs;
}

function longest(values: Float64Array, holds: (value: number) => boolean): number {
  let [best, run] = [0, 0];
  for (const value of values) {
    run = holds(value) ? run + 1 : 0;
    best = Math.max(best, run);
  }
  return best;
}

const rounded = (value: number): number => Math.round(100 * value) / 100;
