import type { Keywords } from '../../base/keywords.ts';
import { unpad } from './numbers.ts';

/** $TIMESTEP in seconds (FCS 3.1 section 3.2.20), with a decimal point or comma; undefined where it is none. */
export function secondsPerTick(keywords: Keywords): number | undefined {
  const step = Number.parseFloat(unpad(keywords.get('$TIMESTEP') ?? '').replace(/^(\d*),(\d+)/, '$1.$2'));
  return Number.isFinite(step) && step > 0 ? step : undefined;
}
