import { axisTitle } from '../../../core/show/plot/axis.ts';
import type { ShadedPlot } from '../../../core/show/plot/density-raster.ts';
import { useWindow } from '../../context/use-app.ts';
import { Axis } from '../../ui/charts/axis.tsx';
import { DensityCanvas } from '../../ui/charts/density-canvas.tsx';
import { frameOfTile } from '../../ui/charts/tile-frame.ts';
import { useColours } from '../../ui/charts/use-colours.ts';

const size = { width: 300, height: 290 } as const;

/** Two channels of a population, without gates: to see whether a stain leans into another detector. */
export function PairPlot({ plot }: { readonly plot: ShadedPlot | undefined }) {
  const look = useWindow(({ view }) => ({ ramp: view.ramp, theme: view.theme, scaling: view.scaling }));
  const colours = useColours('density', look);
  if (plot === undefined) return <div className="compensation-plot" />;
  const frame = frameOfTile(size, plot.x, plot.y);
  const { box } = frame;
  return (
    <div className="compensation-plot" data-testid="pair-plot">
      <DensityCanvas shaded={plot.shaded} box={box} colours={colours} />
      <svg className="tile-surface" width={size.width} height={size.height} aria-hidden="true">
        <rect className="tile-frame" x={box.x} y={box.y} width={box.width} height={box.height} />
        <Axis side="bottom" frame={frame} transform={plot.x.channel.transform} />
        <Axis side="left" frame={frame} transform={plot.y.channel.transform} />
        <text className="pair-name" x={box.x + box.width / 2} y={box.y + box.height + 34} textAnchor="middle">
          {axisTitle(plot.x.channel)}
        </text>
        <text className="pair-name" transform={`translate(12 ${box.y + box.height / 2}) rotate(-90)`} textAnchor="middle">
          {axisTitle(plot.y.channel)}
        </text>
      </svg>
    </div>
  );
}
