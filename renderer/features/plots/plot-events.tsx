import { memo, useMemo } from 'react';
import { contoursOf } from '../../../core/show/plot/contours.ts';
import type { ShadedPlot } from '../../../core/show/plot/density-raster.ts';
import type { Frame } from '../../../core/show/plot/frame.ts';
import { drawContours, hasContours, type PlaneKind, thirdColours } from '../../../core/show/plot/plot-kind.ts';
import { isOfOneChannel, type Plot } from '../../../core/study/arrangement/plot.ts';
import { DensityCanvas } from '../../ui/charts/density-canvas.tsx';
import { DrawnShapes } from '../../ui/charts/drawn-shapes.tsx';
import { type LikedColours, useColours } from '../../ui/charts/use-colours.ts';
import { plotThemes } from '../../ui/theme.ts';

interface PlotEventsProps {
  readonly plot: ShadedPlot;
  /** The plot that the picture was made for. */
  readonly tile: Plot;
  readonly frame: Frame;
  readonly look: LikedColours;
}

interface EventPixelsProps extends PlotEventsProps {
  /** Outside of all lines; shown where undefined. */
  readonly outliers: boolean | undefined;
}

const planeKind = ({ kind }: Plot): PlaneKind => (isOfOneChannel(kind) ? 'density' : kind);

/** The events of a plot as pixels. */
export const EventPixels = memo(function EventPixels({ plot, tile, frame, look, outliers }: EventPixelsProps) {
  const kind = planeKind(tile);
  const usual = useColours(kind, look);
  const third = useMemo(() => thirdColours({ ...look, theme: plotThemes[look.theme] }), [look]);
  if (plot.third !== undefined) return <DensityCanvas shaded={plot.third.shaded} box={frame.box} colours={third} isOfDots />;
  if (hasContours(kind) && outliers === false) return null;
  return <DensityCanvas shaded={plot.shaded} box={frame.box} colours={usual} isOfDots={kind !== 'density'} />;
});

/** The lines of equal density of a plot that has them. */
export const EventLines = memo(function EventLines({ plot, tile, frame, look: { theme } }: PlotEventsProps) {
  const kind = planeKind(tile);
  // a gate that is held moves the events: lines that were made before are not theirs
  const { contours } = plot;
  const drawing = useMemo(
    () => (hasContours(kind) ? drawContours(contours ?? contoursOf(plot), kind, frame, plotThemes[theme]) : []),
    [contours, plot, kind, frame, theme],
  );
  return drawing.length === 0 ? null : <DrawnShapes drawing={drawing} testId="contours" />;
});
