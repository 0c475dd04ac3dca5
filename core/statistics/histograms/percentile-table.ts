import { has } from '../../data/events/bitmask.ts';
import type { SampleColumns } from '../../data/events/sample-columns.ts';
import type { Population } from '../../gating/strategy/population.ts';
import { membersIn, type PlotChannel } from './plot-data.ts';

/** Entries of a table: tenths of a percent. */
const STEPS = 1000;

/**
 * Positions on a channel's scale below which 0, 0.1 ... 100 % of a population's events lie; events without a number are none of them. Empty where
 * there is no event.
 */
export function percentileTable(population: Population, { source, index, scale }: PlotChannel, columns: SampleColumns): Float64Array {
  const values = new Float64Array(population.count);
  let count = 0;
  const parts = columns.scaled(source ?? index, scale);
  columns.shards.forEach((shard, i) => {
    const members = membersIn(population, shard);
    const part = parts[i]!;
    for (let event = 0; event < shard.eventCount; event++) {
      if (!has(members, event) || Number.isNaN(part[event]!)) continue;
      values[count++] = part[event]!;
    }
  });
  if (count === 0) return new Float64Array(0);
  const sorted = values.subarray(0, count).sort();
  // at the end just above all of them
  const at = (rank: number): number =>
    rank < count ? sorted[rank]! : sorted[count - 1]! + Math.max(1e-9, Math.abs(sorted[count - 1]!) * 1e-12);
  return Float64Array.from({ length: STEPS + 1 }, (_, i) => at(Math.round((i * count) / STEPS)));
}

/** Below which position so many percent of the events lie; undefined where there is none. */
export function positionOfPercentile(table: Float64Array, percent: number): number | undefined {
  if (table.length === 0 || !(percent >= 0 && percent <= 100)) return undefined;
  const at = (percent / 100) * STEPS;
  const nearest = Math.round(at);
  if (Math.abs(at - nearest) < 1e-9) return table[nearest];
  const [low, high] = [table[Math.floor(at)]!, table[Math.ceil(at)]!];
  return low + (at - Math.floor(at)) * (high - low);
}

/** How many percent of the events lie below a position, to a tenth of a percent or better; undefined where there is none. */
export function percentileOf(table: Float64Array, position: number): number | undefined {
  if (table.length === 0) return undefined;
  let [low, high] = [0, table.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (table[middle]! < position) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return 0;
  if (low === table.length) return 100;
  const [before, after] = [table[low - 1]!, table[low]!];
  const share = after > before && Number.isFinite(before) && Number.isFinite(after) ? (position - before) / (after - before) : 1;
  return ((low - 1 + share) / STEPS) * 100;
}
