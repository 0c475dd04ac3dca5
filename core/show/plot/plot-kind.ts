import type { PlotKind } from '../../study/arrangement/plot.ts';
import { parseColour, type RampName, ramps } from './colour.ts';
import type { Contour } from './contour.ts';
import { type ContouredPlot, contourPath, contoursOf } from './contours.ts';
import { type DensityScaling, type ShadeColours, shadePixels } from './density.ts';
import { densityRaster, type ShadeKind } from './density-raster.ts';
import type { Drawing, Shape } from './drawing.ts';
import type { Frame } from './frame.ts';
import type { Theme } from './theme.ts';

/** The kinds of plots that show two channels. */
export type PlaneKind = Exclude<PlotKind, 'histogram' | 'cdf'>;

export interface EventsLook {
  readonly kind: PlaneKind;
  readonly ramp: RampName;
  readonly scaling: DensityScaling;
  /** Around contours: the events outside of all of them, as dots. */
  readonly outliers: boolean;
  readonly theme: Theme;
}

/** A density in colours; every other kind has its events as dots, at least those outside of its lines. */
export const shadeKindOf = (kind: PlotKind): ShadeKind => (kind === 'density' ? 'smooth' : 'dots');

export const hasContours = (kind: PlotKind): kind is 'contour' | 'zebra' => kind === 'contour' || kind === 'zebra';

/** The colours of a kind: a ramp for a density, the ink for dots. */
export function coloursOf({ kind, ramp, scaling, theme }: Omit<EventsLook, 'outliers'>): ShadeColours {
  const background = parseColour(theme.background);
  if (kind === 'density') return { ramp: ramps[ramp], background, scaling };
  const ink = parseColour(kind === 'dot' ? theme.ink : theme.muted);
  return { ramp: () => ink, background };
}

/** The colours of a third marker: all of the ramp that is told from the ground. */
export const thirdColours = (look: Omit<EventsLook, 'outliers' | 'kind'>): ShadeColours =>
  coloursOf({ ...look, kind: 'density', scaling: 'log' });

/** Events in any of the kinds, without what stands around and on them. */
export function drawEvents(plot: ContouredPlot, look: EventsLook, frame: Frame): Drawing {
  const { kind, outliers } = look;
  const isBare = hasContours(kind) && !outliers;
  if (kind === 'dot' && plot.third !== undefined) {
    const { shaded } = plot.third;
    return [{ kind: 'raster', ...frame.box, columns: shaded.side, rows: shaded.side, pixels: shadePixels(shaded, thirdColours(look)) }];
  }
  const raster: Shape = { kind: 'raster', ...frame.box, ...densityRaster(plot, coloursOf(look), shadeKindOf(kind)) };
  return [
    ...(isBare ? [] : [raster]),
    ...(hasContours(kind) ? drawContours(plot.contours ?? contoursOf(plot), kind, frame, look.theme) : []),
  ];
}

/** Lines of equal density, each over what lies below it: the ground within the outermost, or bands that are filled by turns. */
export function drawContours(contours: readonly Contour[], kind: 'contour' | 'zebra', frame: Frame, theme: Theme): Drawing {
  return contours.map((contour, i): Shape => {
    const fill = kind === 'zebra' && i % 2 === 0 ? theme.hairline : theme.background;
    const isFilled = kind === 'zebra' || i === 0;
    return { kind: 'path', commands: contourPath(contour, frame), stroke: theme.muted, width: 0.8, ...(isFilled && { fill }) };
  });
}
