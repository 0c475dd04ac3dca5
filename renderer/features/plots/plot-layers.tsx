import { memo, useMemo } from 'react';
import type { Frame } from '../../../core/show/plot/frame.ts';
import { drawLayers, drawLegend, type PlotLayer } from '../../../core/show/plot/layers.ts';
import { isOfOneChannel, type Plot } from '../../../core/study/arrangement/plot.ts';
import { useWindow } from '../../context/use-app.ts';
import { DrawnShapes } from '../../ui/charts/drawn-shapes.tsx';
import { plotThemes, type ThemeName } from '../../ui/theme.ts';

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

/** What the colours over a plot mean. */
export const PlotLegend = memo(function PlotLegend({
  layers,
  frame,
  theme,
}: Pick<PlotLayersProps, 'layers' | 'frame'> & { readonly theme: ThemeName }) {
  const drawing = useMemo(() => drawLegend(layers, frame.box, LEGEND_SIZE, plotThemes[theme]), [layers, frame, theme]);
  return drawing.length === 0 ? null : <DrawnShapes drawing={drawing} testId="legend" />;
});
