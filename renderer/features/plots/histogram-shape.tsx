import { area, curveLinear } from 'd3';
import type { Frame } from '../../../core/show/plot/frame.ts';
import { type HistogramData, smoothHistogram } from '../../../core/statistics/histograms/histogram-data.ts';

/** The smoothed histogram, filled, its highest bin at 96 % of the height. */
export function HistogramShape({ histogram, frame }: { readonly histogram: HistogramData; readonly frame: Frame }) {
  const smooth = smoothHistogram(histogram.counts);
  const top = Math.max(1e-9, ...smooth) / 0.96;
  const { box } = frame;
  const path = area<number>()
    .x((_, i) => box.x + ((i + 0.5) / smooth.length) * box.width)
    .y0(box.y + box.height)
    .y1((value) => box.y + box.height * (1 - value / top))
    .curve(curveLinear)([...smooth]);
  return <path className="histogram" d={path ?? ''} />;
}
