import { compileTransform, type Transform } from '../../../core/data/transforms/transforms.ts';
import type { Bound } from '../../../core/gating/gates/kind/editing.ts';
import { formatNumber } from '../../../core/show/plot/number-format.ts';
import { percentileOf, positionOfPercentile } from '../../../core/statistics/histograms/percentile-table.ts';
import { parseNumber } from '../../ui/parse-number.ts';

/** What bounds are read and typed as: linear values, places on the shown axis, or the share of the parent's events below. */
export const boundModes = ['value', 'channel', 'percentile'] as const;
export type BoundMode = (typeof boundModes)[number];

/** A bound as text and back; a text that says none gives undefined. */
export interface BoundUnit {
  readonly textOf: (position: number) => string;
  readonly positionOf: (text: string) => number | undefined;
}

/** Places of the shown axis, as instruments with ten bits counted them. */
const CHANNELS = 1023;
const finite = (value: number | undefined): number | undefined => (Number.isFinite(value) ? value : undefined);
const unitOf = (textOf: BoundUnit['textOf'], map: (value: number) => number | undefined): BoundUnit => ({
  textOf,
  positionOf(text) {
    const value = parseNumber(text);
    return value === undefined ? undefined : finite(map(value));
  },
});

/** `percentiles` are those of the bound's channel. Undefined where a bound cannot be said so. */
export function boundUnit(
  { unit }: Pick<Bound, 'unit'>,
  mode: BoundMode,
  transform: Transform,
  percentiles: Float64Array | undefined,
): BoundUnit | undefined {
  // longer than an axis or turned more than once is a slip of the hand
  if (unit === 'part')
    return unitOf(
      (at) => formatNumber(100 * at, 4),
      (value) => (value > 0 && value <= 1000 ? value / 100 : undefined),
    );
  if (unit === 'degrees')
    return unitOf(
      (at) => formatNumber(at, 4),
      (value) => (Math.abs(value) <= 360 ? value : undefined),
    );
  if (mode === 'channel')
    return unitOf(
      (at) => formatNumber(at * CHANNELS, 5),
      (value) => value / CHANNELS,
    );
  if (mode === 'value') {
    const { scale, unscale } = compileTransform(transform);
    return unitOf((at) => formatNumber(unscale(at), 4), scale);
  }
  if (percentiles === undefined || percentiles.length === 0) return undefined;
  return unitOf(
    (at) => formatNumber(percentileOf(percentiles, at) ?? 0, 4),
    (value) => positionOfPercentile(percentiles, value),
  );
}
