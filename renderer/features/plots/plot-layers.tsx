import { memo, useMemo } from 'react';
import { parseColour, rampOn, ramps } from '../../../core/show/plot/colour.ts';
import type { ShadedPlot } from '../../../core/show/plot/density-raster.ts';
import type { Box } from '../../../core/show/plot/drawing.ts';
import type { Frame } from '../../../core/show/plot/frame.ts';
import { drawLayers, drawLegend, legendCorner, type PlotLayer } from '../../../core/show/plot/layers.ts';
import { drawThirdLegend, THIRD_HEIGHT, thirdCorner } from '../../../core/show/plot/third-colour.ts';
import { isOfOneChannel, type Plot } from '../../../core/study/arrangement/plot.ts';
import { useWindow } from '../../context/use-app.ts';
import { DrawnShapes } from '../../ui/charts/drawn-shapes.tsx';
import type { LikedColours } from '../../ui/charts/use-colours.ts';
import { plotThemes } from '../../ui/theme.ts';

interface PlotLayersProps {
  readonly layers: readonly PlotLayer[];
  readonly tile: Plot;
  readonly frame: Frame;
}

/** What is drawn over the events of a plot of two channels. While a gate is held it fades: it is of before. */
export const PlotLayers = memo(function PlotLayers({ layers, tile: { kind }, frame }: PlotLayersProps) {
  const isHeld = useWindow(({ results }) => results.drafted !== undefined);
  const drawing = useMemo(() => (isOfOneChannel(kind) ? [] : drawLayers(layers, kind, frame)), [layers, kind, frame]);
  return drawing.length === 0 ? null : (
    <g className={isHeld ? 'stale' : undefined}>
      <DrawnShapes drawing={drawing} testId="layers" />
    </g>
  );
});

const LEGEND_SIZE = 11;
/** A narrower one says too little, px. */
const LEAST_WIDTH = 84;

interface LegendProps {
  readonly layers: readonly PlotLayer[];
  /** The density, where its dots have the colours of a third marker. */
  readonly plot: ShadedPlot | undefined;
  readonly frame: Frame;
  /** Of the tile, px. */
  readonly width: number;
  readonly look: LikedColours;
  readonly hidden: (box: Box) => number;
}

/** What the colours of a plot mean: right of it where there is room, else in it. */
export const PlotLegend = memo(function PlotLegend({
  layers,
  plot,
  frame: { box },
  width,
  look: { ramp, theme: name },
  hidden,
}: LegendProps) {
  const theme = plotThemes[name];
  const third = plot?.third;
  const beside = useMemo(() => {
    const x = box.x + box.width + 6;
    return width - x - 4 >= LEAST_WIDTH ? { x, width: Math.min(180, width - x - 4) } : undefined;
  }, [box, width]);
  const legend = useMemo(() => {
    const place = beside ? { ...beside, y: box.y } : legendCorner(layers, box, LEGEND_SIZE, hidden);
    return drawLegend(layers, place, LEGEND_SIZE, theme);
  }, [layers, box, beside, hidden, theme]);
  const scale = useMemo(() => {
    if (third === undefined) return [];
    const place = beside
      ? { x: beside.x, width: Math.min(120, beside.width), y: box.y + box.height - LEGEND_SIZE * THIRD_HEIGHT }
      : thirdCorner(box, LEGEND_SIZE);
    return drawThirdLegend(third.axis, rampOn(ramps[ramp], parseColour(theme.background)), place, LEGEND_SIZE, theme);
  }, [third, box, beside, ramp, theme]);
  return (
    <>
      {legend.length > 0 && <DrawnShapes drawing={legend} testId="legend" />}
      {scale.length > 0 && <DrawnShapes drawing={scale} testId="third-legend" />}
    </>
  );
});
