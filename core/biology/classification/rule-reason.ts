import type { Features } from '../features/feature.ts';
import { unitOf } from '../features/feature-kinds.ts';
import { type Condition, judgeCondition } from '../profiles/condition.ts';
import type { Reason } from './classification.ts';

/** A rule in words: what was measured, with its interval, and what the rule asks for. `of` is the method or stage that asks. */
export function ruleReason(condition: Condition, features: Features, of: string): Reason {
  const { feature, atLeast, atMost } = condition;
  const measured = features.get(feature);
  const outcome = judgeCondition(condition, features);
  const passed = outcome === 'holds';
  if (measured === undefined) return { code: 'not-measured', values: { group: of, feature }, passed };
  const limits = { ...(atLeast === undefined ? {} : { atLeast }), ...(atMost === undefined ? {} : { atMost }) };
  const both = atLeast !== undefined && atMost !== undefined;
  const bound = both ? 'between' : atLeast !== undefined ? 'at-least' : 'at-most';
  const codes = { percent: bound, ratio: `ratio-${bound}`, events: 'events-at-least' };
  const numbers = { value: round(measured.value), low: round(measured.low), high: round(measured.high) };
  return { code: codes[unitOf(feature)], values: { group: of, feature, outcome, ...numbers, ...limits }, passed };
}

const round = (value: number): number => Number(value.toPrecision(4));
