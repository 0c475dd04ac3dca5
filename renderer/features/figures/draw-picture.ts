import type { Language } from '../../../core/base/message.ts';
import type { RampName } from '../../../core/show/plot/colour.ts';
import type { DensityScaling } from '../../../core/show/plot/density.ts';
import { drawHistogram } from '../../../core/show/plot/draw-histogram.ts';
import { drawPlot } from '../../../core/show/plot/draw-plot.ts';
import type { Drawing } from '../../../core/show/plot/drawing.ts';
import type { PlotLayer } from '../../../core/show/plot/layers.ts';
import type { PlotLook } from '../../../core/show/plot/plot-frame.ts';
import type { Theme } from '../../../core/show/plot/theme.ts';
import { isOfOneChannel, type Plot } from '../../../core/study/arrangement/plot.ts';
import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';
import type { PlotPicture } from '../../engine/engine-calls.ts';
import { translator } from '../../messages/language.ts';
import type { LivePopulation } from '../../store/live-populations.ts';
import { dressedGate, type GateDress } from '../plots/dressed-gate.ts';
import { messages } from '../plots/messages.ts';
import { gatesOfTile } from '../plots/tile-gates.ts';
import { plotName } from './plot-name.ts';

export interface PictureLook {
  /** Of the whole figure, in points. */
  readonly size: { readonly width: number; readonly height: number };
  readonly language: Language;
  readonly ramp: RampName;
  readonly scaling?: DensityScaling;
  readonly theme: Theme;
  readonly minimumEvents: number;
  readonly dress: GateDress;
  /** Over its events. */
  readonly layers?: readonly PlotLayer[];
}

/** A plot with its gates by the drawing code of the report; undefined for what that cannot draw. */
export function drawPicture(
  plot: Plot,
  picture: PlotPicture,
  analysis: SampleAnalysis,
  { minimumEvents, dress, ...look }: PictureLook,
): Drawing | undefined {
  const live = new Map(analysis.populations.map((population): [string, LivePopulation] => [population.path, population]));
  const t = translator(messages, look.language);
  const gates = gatesOfTile(analysis, { ...picture, tile: plot }, undefined, { live, minimumEvents }).map((gate) =>
    dressedGate(gate, dress, t),
  );
  const title = plotName(plot, look.language);
  const { density, histogram } = picture;
  const { kind, outliers = true } = plot;
  const whole: PlotLook = { ...look, title, labelSize: labelSizeFor(look.size) };
  if (histogram !== undefined)
    return drawHistogram({ ...histogram, gates }, { ...whole, histogram: plot.histogram, isCumulative: kind === 'cdf' });
  return density && drawPlot({ ...density, gates }, { ...whole, outliers, ...(isOfOneChannel(kind) ? {} : { kind }) });
}

/** Legible in print, and no larger than the figure bears. */
const labelSizeFor = ({ width, height }: PictureLook['size']): number => Math.max(5, Math.min(11, Math.min(width, height) / 34));
