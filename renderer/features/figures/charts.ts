import type { PlotlyElement } from 'plotly.js/dist/plotly-strict.min.js';
import type { RasterShape } from '../../../core/show/plot/drawing.ts';
import { pictureOfSvg } from '../../ui/charts/paint-canvas.ts';
import { svgText } from '../../ui/charts/svg-text.ts';
import type { Figure } from './figure.ts';

/** A chart of the page that is in sight. */
export interface Chart {
  readonly title: string;
  readonly element: SVGSVGElement | HTMLElement;
}

/** Charts in the order of the page: drawings with a name, and those of plotly. */
export function chartsIn(page: ParentNode): readonly Chart[] {
  const elements = [...page.querySelectorAll<SVGSVGElement | HTMLElement>('svg[role="img"][aria-label], .js-plotly-plot')];
  return elements
    .filter((element) => element.getBoundingClientRect().width > 0)
    .map((element) => ({
      title: element.closest('figure')?.getAttribute('aria-label') ?? element.getAttribute('aria-label') ?? '–',
      element,
    }));
}

/** The page in the middle of the window. */
export const pageInSight = (): ParentNode => document.querySelector('.centre') ?? document;

/** Pixels along a side of the picture of a chart: enough for print, as many as a page may hold. */
const SIDE = 3000;

/** A chart as vectors, and as a fine picture of them for where vectors cannot go. `width` in points. */
export async function figureOfChart({ title, element }: Chart, width: number): Promise<Figure> {
  const isPlotly = !(element instanceof SVGSVGElement);
  const box = element.getBoundingClientRect();
  const shown = { width: box.width, height: box.height + (isPlotly ? LEGEND : 0) };
  const height = (width * shown.height) / shown.width;
  const svg = isPlotly ? await plotlySvg(element, shown) : svgText(element);
  const scale = SIDE / Math.max(shown.width, shown.height);
  const picture = await pictureOfSvg(svg, Math.round(shown.width * scale), Math.round(shown.height * scale));
  const raster: RasterShape = { kind: 'raster', x: 0, y: 0, width, height, ...picture };
  return { title, width, height, background: getComputedStyle(document.body).backgroundColor, drawing: [raster], svg };
}

/** Room for a legend, px. */
const LEGEND = 32;

async function plotlySvg(element: HTMLElement, size: { readonly width: number; readonly height: number }): Promise<string> {
  const { default: plotly } = await import('plotly.js/dist/plotly-strict.min.js');
  const { data, layout } = element as PlotlyElement;
  // what the legend of the page says stands in the figure
  const legend = { orientation: 'h', x: 0, y: 1, yanchor: 'bottom' };
  const { margin } = layout;
  const figure = { data, layout: { ...layout, showlegend: true, legend, margin: { ...margin, t: (margin?.t ?? 0) + LEGEND } } };
  const address = await plotly.toImage(figure, { format: 'svg', ...size });
  return decodeURIComponent(address.slice(address.indexOf(',') + 1));
}
