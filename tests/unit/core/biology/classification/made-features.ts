import { readFileSync } from 'node:fs';
import type { Feature, Features } from '../../../../../core/biology/features/feature.ts';
import { type FeatureId, unitOf } from '../../../../../core/biology/features/feature-kinds.ts';
import { countingInterval } from '../../../../../core/statistics/interval.ts';
import { parseProtocol } from '../../../../../core/study/protocol/protocol.ts';

export const { classifier } = parseProtocol(readFileSync(new URL('../../../../../core/study/protocol/nk-t.json', import.meta.url), 'utf8'));

export type Values = { readonly [F in FeatureId]?: number };

/** Features of a sample by its values, with the intervals of counting among `events` and a gate that moves percentages by `gate` points. */
export function featuresOf(values: Values, events = 20_000, gate = 0): Features {
  const entries = Object.entries(values).map(([key, value]) => [key, featureOf(key as FeatureId, value, events, gate)] as const);
  const whole: Feature = { value: events, low: events, high: events, unit: 'events', definition: definition(events, events) };
  return new Map([...entries, ['denominator-events', whole]]) as Features;
}

function featureOf(id: FeatureId, value: number, events: number, gate: number): Feature {
  const unit = unitOf(id);
  if (unit === 'ratio') return { value, low: value / 1.04, high: value * 1.04, unit, definition: definition(events, events) };
  const count = Math.round((value / 100) * events);
  const { low, high } = countingInterval(count, events, { method: 'wilson', confidence: 0.95 })!;
  const at = (100 * count) / events;
  const reach = 1.96 * gate;
  return {
    value: at,
    low: Math.max(0, at - Math.hypot(at - low, reach)),
    high: Math.min(100, at + Math.hypot(high - at, reach)),
    unit,
    gate,
    definition: definition(count, events),
  };
}

const definition = (count: number, total: number) => ({ of: [], within: [], count, total, gates: [] });

export const four = (nk: number, nkt: number, t: number): Values => ({
  nk,
  'nkt-like': nkt,
  t,
  'double-negative': 100 - nk - nkt - t,
  cd3: t + nkt,
});
