import type { JobContext } from '../../core/base/workers/job-table.ts';
import { identityScale } from '../../core/data/transforms/kind/transform.ts';
import { compileTransform } from '../../core/data/transforms/transforms.ts';
import type { ScaledChannel } from '../../core/gating/strategy/used-channels.ts';
import { contoursOf } from '../../core/show/plot/contours.ts';
import type { PlotLayer } from '../../core/show/plot/layers.ts';
import { histogramPopulation } from '../../core/statistics/histograms/histogram-data.ts';
import { type PlotAxis, plotPopulation } from '../../core/statistics/histograms/plot-data.ts';
import { populationAt, type SampleArgs, withPrepared } from './kept-samples.ts';

/** Counts of one sample on the axes of another one's plot. */
export const layerJobs = {
  /** Undefined where the sample lacks the population or a channel. */
  async layer(
    { population, axes, hasLines, ...args }: SampleArgs & LayerArgs,
    { signal }: JobContext,
  ): Promise<Pick<PlotLayer, 'counts' | 'count' | 'contours'> | undefined> {
    return withPrepared(args, (prepared) => {
      const shown = populationAt(args, prepared, population, signal);
      const [x, y] = axes.map((axis) => onAxis(prepared.channel(axis.channel.id), axis));
      const [xAxis, yAxis] = axes;
      if (shown === undefined || x === undefined || xAxis === undefined) return undefined;
      const { count } = shown;
      if (yAxis === undefined) return { count, counts: histogramPopulation(shown, x, prepared.columns, xAxis).counts };
      if (y === undefined) return undefined;
      const plot = plotPopulation(shown, [], x, y, prepared.columns, [xAxis, yAxis]);
      // here, so that the window's own thread need not
      return { count, counts: plot.density, ...(hasLines && { contours: contoursOf(plot) }) };
    });
  },
};

export interface LayerArgs {
  readonly population: string;
  /** Of the plot that it is drawn on: one or two. */
  readonly axes: readonly PlotAxis[];
  /** It is drawn in lines of equal density. */
  readonly hasLines: boolean;
}

/** A channel on the scale of an axis, whichever scale its own sample has. */
function onAxis(channel: ScaledChannel | undefined, { channel: { transform } }: PlotAxis): ScaledChannel | undefined {
  if (channel === undefined) return undefined;
  const scale = channel.scale === identityScale ? identityScale : compileTransform(transform);
  return { ...channel, used: { ...channel.used, transform }, scale };
}
