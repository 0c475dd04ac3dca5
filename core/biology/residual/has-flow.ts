import { countingInterval } from '../../statistics/interval.ts';

/** Events of CADM1 against CD7 among CD3+CD4+ cells of blood: P CADM1-CD7+, D CADM1+CD7dim, N CADM1+CD7-. */
export interface HasFlowCounts {
  readonly p: number;
  readonly d: number;
  readonly n: number;
}

export interface HasFlow {
  /** CADM1+ (D and N) of all three in percent, with its exact interval. */
  readonly cadm1: number;
  readonly low: number;
  readonly high: number;
  /** A single group only where the whole interval lies inside it: else "G1/G2" or wider. */
  readonly group: string;
  /** D and N in percent. */
  readonly d: number;
  readonly n: number;
}

/** Upper borders of G1 to G3 in percent, of blood (Cancer Sci 2019, cas.14219): of no product. */
const borders = [10, 25, 50];
const groups = ['G1', 'G2', 'G3', 'G4'];

/** Undefined where there is nothing to count. */
export function hasFlow({ p, d, n }: HasFlowCounts, confidence = 0.95): HasFlow | undefined {
  const total = p + d + n;
  const interval = countingInterval(d + n, total, { method: 'clopper-pearson', confidence });
  if (interval === undefined) return undefined;
  const percent = (count: number) => (100 * count) / total;
  const groupAt = (value: number) => borders.filter((border) => value > border).length;
  return {
    cadm1: percent(d + n),
    low: interval.low,
    high: interval.high,
    group: groups.slice(groupAt(interval.low), groupAt(interval.high) + 1).join('/'),
    d: percent(d),
    n: percent(n),
  };
}
