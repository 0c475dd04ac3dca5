import { memo, useMemo } from 'react';
import { linearScale } from '../../../core/data/transforms/linear/linear.ts';
import type { PathCommand } from '../../../core/show/plot/drawing.ts';
import type { Frame, Point } from '../../../core/show/plot/frame.ts';
import { curvePoints, histogramCurve, topOf, usualHistogram } from '../../../core/show/plot/histogram-curve.ts';
import type { PlotLayer } from '../../../core/show/plot/layers.ts';
import type { HistogramData } from '../../../core/statistics/histograms/histogram-data.ts';
import type { Plot } from '../../../core/study/arrangement/plot.ts';
import { Axis } from '../../ui/charts/axis.tsx';
import { pathOf } from '../../ui/charts/drawn-shapes.tsx';

interface HistogramShapeProps {
  readonly histogram: HistogramData;
  /** The plot that the counts were made for. */
  readonly tile: Plot;
  readonly frame: Frame;
  /** Of other populations or samples, in the same units. */
  readonly layers: readonly PlotLayer[];
}

/** A histogram or its sum as a filled curve, and the axis of what stands upwards. */
export const HistogramShape = memo(function HistogramShape({ histogram: { counts }, tile, frame, layers }: HistogramShapeProps) {
  const { histogram: look = usualHistogram, kind } = tile;
  const isCumulative = kind === 'cdf';
  const { box } = frame;
  const curve = useMemo(() => histogramCurve(counts, look, isCumulative), [counts, look, isCumulative]);
  const over = useMemo(
    () => layers.map((layer) => ({ ...layer, curve: histogramCurve(layer.counts, look, isCumulative) })),
    [layers, look, isCumulative],
  );
  const top = topOf([curve, ...over.map((layer) => layer.curve)], isCumulative);
  const transform = useMemo(() => linearScale(top), [top]);
  const points = useMemo(() => curvePoints(curve, top, box), [curve, top, box]);
  const bottom = box.y + box.height;
  const area: readonly Point[] = [[box.x, bottom], ...points, [box.x + box.width, bottom]];
  return (
    <>
      <path className="histogram-area" d={`${pathOf(linesThrough(area))}Z`} />
      <path className="histogram" d={pathOf(linesThrough(points))} />
      {over.map((layer) => (
        <path
          key={`${layer.name} ${layer.colour}`}
          className="histogram-layer"
          stroke={layer.colour}
          d={pathOf(linesThrough(curvePoints(layer.curve, top, box)))}
        />
      ))}
      <Axis side="left" frame={frame} transform={transform} />
    </>
  );
});

const linesThrough = (points: readonly Point[]): readonly PathCommand[] =>
  points.map(([x, y], i): PathCommand => [i === 0 ? 'move' : 'line', x, y]);
