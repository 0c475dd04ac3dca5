/** Rules of Westgard et al. (1981) on control material that is measured again and again. `warning` stops nothing. */
const westgardRules = ['1-2s', '1-3s', '2-2s', 'R-4s', '4-1s', '10-x'] as const;
export type WestgardRule = (typeof westgardRules)[number];

export interface RuleBreak {
  readonly rule: WestgardRule;
  /** The last point that the rule needed, from 0. */
  readonly at: number;
  readonly severity: 'warning' | 'breach';
}

/** Which rules each point breaks, given its distances from the target in standard deviations, in order of time. */
export function applyWestgard(z: readonly number[]): readonly RuleBreak[] {
  return z.flatMap((_, at) => {
    const last = (n: number) => (at + 1 < n ? undefined : z.slice(at + 1 - n, at + 1));
    const sameSide = (of: readonly number[] | undefined, beyond: number) =>
      of !== undefined && (of.every((value) => value > beyond) || of.every((value) => value < -beyond));
    const found: RuleBreak[] = [];
    const say = (rule: WestgardRule, severity: RuleBreak['severity'], broken: boolean) => {
      if (broken) found.push({ rule, at, severity });
    };
    const pair = last(2);
    say('1-2s', 'warning', Math.abs(z[at]!) > 2);
    say('1-3s', 'breach', Math.abs(z[at]!) > 3);
    say('2-2s', 'breach', sameSide(pair, 2));
    say('R-4s', 'breach', pair !== undefined && Math.max(...pair) > 2 && Math.min(...pair) < -2);
    say('4-1s', 'breach', sameSide(last(4), 1));
    say('10-x', 'breach', sameSide(last(10), 0));
    return found;
  });
}
