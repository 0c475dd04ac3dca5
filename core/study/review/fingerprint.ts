import { compileTransform, sideBySide } from '../../data/transforms/transforms.ts';
import { lightOfGate } from '../../gating/strategy/population.ts';
import type { PlotAxis } from '../../statistics/histograms/plot-data.ts';
import { THUMBNAIL_BINS, type Thumbnail, unpackCounts } from '../../statistics/histograms/thumbnail.ts';
import type { SampleAnalysis } from '../sample/sample-analysis.ts';

/** Numbers that tubes of one lot share and those of others do not, by name: quantiles of scatter and markers, and what gates give. */
export type Fingerprint = ReadonlyMap<string, number>;

const QUANTILES = [0.1, 0.25, 0.5, 0.75, 0.9] as const;
/** Fewer events than these say little about quantiles. */
const FEWEST_EVENTS = 200;

/**
 * Of a gated sample: quantiles of the channels that its gates are drawn on, among the events that each gate was placed in, on the scales on which
 * samples stand side by side; and the percentages of its populations on the arcsine scale. Gates that are held back give none.
 */
export function fingerprintOf({ populations }: Pick<SampleAnalysis, 'populations'>, thumbnails: readonly Thumbnail[]): Fingerprint {
  const values = new Map<string, number>();
  for (const { population, count, x, y, counts } of thumbnails) {
    const plane = count < FEWEST_EVENTS ? undefined : unpackCounts(counts);
    if (plane === undefined) continue;
    for (const [axis, across] of [[x, true] as const, [y, false] as const])
      quantilesOf(alongAxis(plane, across), axis).forEach((position, i) => {
        values.set(`${population}: ${axis.channel.id} ${QUANTILES[i]}`, position);
      });
  }
  for (const { path, percentOfParent, gate } of populations)
    if (gate !== undefined && percentOfParent !== undefined && lightOfGate(gate) !== 'red')
      values.set(path, Math.asin(Math.sqrt(Math.min(1, percentOfParent / 100))));
  return values;
}

function alongAxis(plane: Uint32Array, across: boolean): Float64Array {
  const sums = new Float64Array(THUMBNAIL_BINS);
  plane.forEach((count, i) => {
    sums[across ? i % THUMBNAIL_BINS : Math.floor(i / THUMBNAIL_BINS)]! += count;
  });
  return sums;
}

/** Within a bin events are taken to lie evenly. */
function quantilesOf(sums: Float64Array, { min, max, channel }: PlotAxis): readonly number[] {
  const total = sums.reduce((sum, count) => sum + count, 0);
  const [own, shared] = [compileTransform(channel.transform), compileTransform(sideBySide(channel.transform))];
  return QUANTILES.map((quantile) => {
    let [below, bin] = [0, 0];
    while (bin < sums.length - 1 && below + sums[bin]! < quantile * total) below += sums[bin++]!;
    const share = sums[bin] === 0 ? 0 : (quantile * total - below) / sums[bin]!;
    const position = min + ((bin + share) / sums.length) * (max - min);
    return own === shared ? position : shared.scale(own.unscale(position));
  });
}
