import type { Composition, CompositionPart, PopulationResult } from '../analysis.ts';
import { countingInterval, type IntervalOptions } from '../statistics/interval.ts';

const parts = ['nk', 'nkt-like', 't', 'double-negative'] as const;

/** The four parts that share one denominator, found by their roles; undefined where the strategy has no such four. */
export function composeSample(populations: readonly PopulationResult[], interval: IntervalOptions): Composition | undefined {
  const members = parts.map((role) => populations.find((population) => population.role === role));
  const first = members[0];
  if (first === undefined || members.some((member) => member === undefined)) return undefined;
  const denominator = first.path.split('/').slice(0, -1).join('/');
  const total = populations.find(({ path }) => path === denominator)?.count ?? 0;
  const composed = members.flatMap((member, i): CompositionPart[] => {
    const counted = member && countingInterval(member.count, total, interval);
    const role = parts[i];
    return member && counted && role
      ? [
          {
            role,
            path: member.path,
            count: member.count,
            percent: (100 * member.count) / total,
            interval: counted,
            ...(member.gate?.automatic?.estimate === undefined ? {} : { estimate: member.gate.automatic.estimate }),
          },
        ]
      : [];
  });
  return composed.length === parts.length ? { denominator, denominatorCount: total, parts: composed } : undefined;
}
