import type { Language } from '../../../core/base/message.ts';
import type { RampName } from '../../../core/show/plot/colour.ts';
import { drawPlot } from '../../../core/show/plot/draw-plot.ts';
import type { Drawing } from '../../../core/show/plot/drawing.ts';
import type { Theme } from '../../../core/show/plot/theme.ts';
import type { Plot } from '../../../core/study/arrangement/plot.ts';
import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';
import type { PlotPicture } from '../../engine/engine-calls.ts';
import type { LivePopulation } from '../../store/live-populations.ts';
import { gatesOfTile } from '../plots/tile-gates.ts';
import { plotName } from './plot-name.ts';

export interface PictureLook {
  /** Of the whole figure, in points. */
  readonly size: { readonly width: number; readonly height: number };
  readonly language: Language;
  readonly ramp: RampName;
  readonly theme: Theme;
  readonly minimumEvents: number;
}

/** A plot with its gates by the drawing code of the report; undefined for what that cannot draw. */
export function drawPicture(
  plot: Plot,
  picture: PlotPicture,
  analysis: SampleAnalysis,
  { size, language, ramp, theme, minimumEvents }: PictureLook,
): Drawing | undefined {
  if (picture.density === undefined) return undefined;
  const live = new Map(analysis.populations.map((population): [string, LivePopulation] => [population.path, population]));
  const gates = gatesOfTile(analysis, { ...picture, tile: plot }, undefined, { live, minimumEvents }).map(({ plotGate }) => plotGate);
  const title = plotName(plot, language);
  return drawPlot({ ...picture.density, gates }, { size, title, language, ramp, theme, labelSize: labelSizeFor(size) });
}

/** Legible in print, and no larger than the figure bears. */
const labelSizeFor = ({ width, height }: PictureLook['size']): number => Math.max(5, Math.min(11, Math.min(width, height) / 34));
