import type { KeptResidual } from '../residual/kept-residual.ts';
import type { Observation } from './observation.ts';
import { type Taken, takenBy } from './taken.ts';

/** A kept result of residual cells, and the day that its tubes were acquired on. */
export interface DatedResidual {
  readonly id: string;
  readonly kept: KeptResidual;
  readonly on: string | undefined;
}

/** Fraction of residual cells in percent, and the group of HAS-Flow. What was not detected is a limit; what cannot be told is words, never a number. */
export function takeResidual(donor: string, { id, kept: { plan, result, lot }, on }: DatedResidual): Taken {
  const source = `${plan.name} (${plan.revision}), ${result.tubes.map(({ file }) => file).join(', ')}`.slice(0, 500);
  if (on === undefined) return { observations: [], left: [{ source, why: 'no-date' }] };
  const about = {
    ...{ donor, on, method: `${plan.name}, r${plan.revision}`, source, by: takenBy },
    ...(plan.material === 'product' ? { lot: lot ?? source } : {}),
  };
  const found: Observation[] = [{ ...about, id: `residual ${id}`.slice(0, 100), kind: 'residual', ...saidOf(result) }];
  const { hasFlow } = result;
  if (hasFlow !== undefined && plan.material === 'blood') {
    const { cadm1: value, low, high, group: text } = hasFlow;
    found.push({ ...about, id: `has-flow ${id}`.slice(0, 100), kind: 'has-flow', value, low, high, text });
  }
  return { observations: found, left: [] };
}

function saidOf({ state, sum, upper }: KeptResidual['result']): Pick<Observation, 'value' | 'censored' | 'text' | 'low' | 'high'> {
  if (state === 'cannot-tell' || sum === undefined || upper === undefined) return { text: 'cannot-tell' };
  // tubes that disagree are not averaged
  if (!sum.isPooled || state === 'none-seen' || state === 'below-lod') return { value: 100 * upper, censored: 'below' };
  return { value: 100 * sum.fraction, low: 100 * sum.low, high: 100 * sum.high };
}
