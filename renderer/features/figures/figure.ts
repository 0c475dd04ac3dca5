import { drawPlot } from '../../../core/show/plot/draw-plot.ts';
import type { Drawing } from '../../../core/show/plot/drawing.ts';
import { themes } from '../../../core/show/plot/theme.ts';
import type { Plot } from '../../../core/study/arrangement/plot.ts';
import { translator } from '../../messages/language.ts';
import { livePopulations } from '../../store/live-populations.ts';
import { isOldPicture, isStale, selectedResult, shownAnalysis, shownPicture, tilesOf } from '../../store/selectors.ts';
import type { State } from '../../store/state.ts';
import { plotThemes } from '../../ui/theme.ts';
import { gatesOfTile } from '../plots/tile-gates.ts';
import { messages } from './messages.ts';

/** A picture that can leave the window: sizes in points. */
export interface Figure {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly drawing: Drawing;
}

export interface FigureLook {
  /** Of the whole figure, in points. */
  readonly width: number;
  /** The colours of the window, in place of those of paper. */
  readonly asShown: boolean;
}

/** The plot that was touched last, else the first. */
export function activePlot(state: State): Plot | undefined {
  const plots = tilesOf(state);
  return plots.find(({ id }) => id === state.view.activeTile) ?? plots[0];
}

/** Whether a plot shows all events of what the session says now: nothing else leaves the window. */
export function hasFigure(state: State): boolean {
  const plot = activePlot(state);
  const picture = plot && shownPicture(state, plot.id);
  const isWhole = picture !== undefined && picture.first === undefined && state.results.drafted === undefined;
  return isWhole && !isOldPicture(state, picture) && !isStale(state, selectedResult(state)) && picture.density !== undefined;
}

/** A plot of the window by the drawing code of the report. */
export function figureOf(state: State, plot: Plot, { width, asShown }: FigureLook): Figure | undefined {
  const picture = shownPicture(state, plot.id);
  const analysis = shownAnalysis(state);
  if (picture?.density === undefined || analysis === undefined) return undefined;
  const { language, ramp, theme: shown } = state.view;
  const { minimumEvents } = state.session.history.present.protocol.statistics;
  const live = new Map(livePopulations(state).map((population) => [population.path, population]));
  const gates = gatesOfTile(analysis, picture, undefined, { live, minimumEvents }).map(({ plotGate }) => plotGate);
  const t = translator(messages, language);
  const title = plot.population === '' ? t('allEvents') : (plot.population.split('/').at(-1) ?? '');
  const theme = asShown ? plotThemes[shown] : themes.light;
  const size = { width, height: width };
  const drawing = drawPlot({ ...picture.density, gates }, { size, title, language, ramp, theme, labelSize: labelSizeFor(width) });
  return { title, ...size, background: theme.background, drawing };
}

/** Legible in print, and no larger than the figure bears. */
const labelSizeFor = (width: number): number => Math.max(5, Math.min(11, width / 34));
