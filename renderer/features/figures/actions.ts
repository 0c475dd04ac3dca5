import { drawingToSvg } from '../../../core/show/plot/svg.ts';
import { type AppContext, ask, attempt } from '../../context/app-context.ts';
import { translator } from '../../messages/language.ts';
import { activePlot } from '../../store/arrangement.ts';
import { selectedResult } from '../../store/selectors.ts';
import { setView } from '../../store/store.ts';
import { addressOf, drawingToPng, pictureOfSvg } from '../../ui/charts/paint-canvas.ts';
import { chartsIn, figureOfChart, pageInSight } from './charts.ts';
import { type Figure, type FigureLook, figureOf } from './figure.ts';
import { messages } from './messages.ts';

export const figureFormats = ['png', 'svg', 'pdf'] as const;
export type FigureFormat = (typeof figureFormats)[number];
/** What journals ask for. */
export const resolutions = [150, 300, 600] as const;

const usual: FigureLook = { width: 255, asShown: false };

/** The active plot, or the first chart of another page, as large as a figure of one column. */
export async function copyActiveFigure(app: AppContext): Promise<void> {
  const state = app.store.getState();
  const plot = state.view.centre === 'plots' ? activePlot(state) : undefined;
  const [chart] = plot === undefined ? chartsIn(pageInSight()) : [];
  const figure = plot ? figureOf(state, plot, usual) : chart && (await figureOfChart(chart, usual.width));
  if (figure !== undefined) await copyFigure(app, figure, 300);
}

export async function copyFigure(app: AppContext, figure: Figure, dotsPerInch: number): Promise<void> {
  const copied = await attempt(app, async () => {
    const png = await pngOf(figure, dotsPerInch);
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return true;
  });
  if (copied) say(app, 'figureCopied');
}

/** Writes a figure where a dialog points; false where that was given up. */
export async function saveFigure(app: AppContext, figure: Figure, format: FigureFormat, dotsPerInch: number): Promise<boolean> {
  const { bridge, store } = app;
  const { view } = store.getState();
  const name = `${fileNameOf(app, figure.title)}.${format}`;
  const written = await attempt(app, async () => {
    if (format === 'svg') return ask(bridge.saveText(name, figure.svg ?? drawingToSvg(figure.drawing, { ...figure, address: addressOf })));
    if (format === 'pdf') return ask(bridge.exportPages([pageOf(figure)], view.language, name));
    const png = await pngOf(figure, dotsPerInch);
    return ask(bridge.savePicture(name, new Uint8Array(await png.arrayBuffer())));
  });
  if (!written) return false;
  setView(store, { message: translator(messages, view.language)('written', { file: written.name }) });
  return true;
}

/** Vectors are drawn at the resolution itself: a picture of them would only be made coarser. */
async function pngOf({ svg, drawing, width, height, background }: Figure, dotsPerInch: number): Promise<Blob> {
  if (svg === undefined) return drawingToPng(drawing, { width, height }, background, dotsPerInch);
  const scale = dotsPerInch / 72;
  const picture = await pictureOfSvg(svg, Math.round(width * scale), Math.round(height * scale));
  return drawingToPng([{ kind: 'raster', x: 0, y: 0, width, height, ...picture }], { width, height }, background, dotsPerInch);
}

const pageOf = ({ title, width, height, drawing }: Figure) => ({ title, width, height, drawing });

/** What is shown of which sample. */
function fileNameOf({ store }: AppContext, title: string): string {
  const sample = selectedResult(store.getState())?.name.replace(/\.(fcs|lmd)$/i, '');
  return [sample, title]
    .filter((part) => part !== undefined)
    .join(' ')
    .slice(0, 150);
}

const say = ({ store }: AppContext, word: 'figureCopied'): void =>
  setView(store, { message: translator(messages, store.getState().view.language)(word) });
