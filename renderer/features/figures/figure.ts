import type { Drawing } from '../../../core/show/plot/drawing.ts';
import { themes } from '../../../core/show/plot/theme.ts';
import type { Plot } from '../../../core/study/arrangement/plot.ts';
import { activePlot } from '../../store/arrangement.ts';
import { shownProtocol } from '../../store/document.ts';
import { labelsOf } from '../../store/looks.ts';
import { shownLayers } from '../../store/overlays.ts';
import { isOldPicture, isStale, selectedResult, shownAnalysis, shownPicture } from '../../store/selectors.ts';
import type { State } from '../../store/state.ts';
import { plotThemes } from '../../ui/theme.ts';
import { drawPicture } from './draw-picture.ts';
import { plotName } from './plot-name.ts';

/** A picture that can leave the window: sizes in points. */
export interface Figure {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly drawing: Drawing;
  /** Of a chart, whose drawing is a picture of it. */
  readonly svg?: string;
}

export interface FigureLook {
  /** Of the whole figure, in points. */
  readonly width: number;
  /** The colours of the window, in place of those of paper. */
  readonly asShown: boolean;
}

/** Whether there is something to export where the person looks: on the other pages their charts are looked for when asked. */
export const hasFigures = (state: State): boolean => (state.view.centre === 'plots' ? hasFigure(state) : state.view.centre !== 'archive');

/** Whether a plot shows all events of what the session says now: nothing else leaves the window. */
function hasFigure(state: State): boolean {
  const plot = activePlot(state);
  const picture = plot && shownPicture(state, plot.id);
  const isWhole = picture !== undefined && picture.first === undefined && state.results.drafted === undefined;
  return (
    isWhole &&
    !isOldPicture(state, picture) &&
    !isStale(state, selectedResult(state)) &&
    (picture.density ?? picture.histogram) !== undefined
  );
}

/** A plot of the window as it stands. */
export function figureOf(state: State, plot: Plot, { width, asShown }: FigureLook): Figure | undefined {
  const picture = shownPicture(state, plot.id);
  const analysis = shownAnalysis(state);
  const { language, ramp, scaling, theme: shown } = state.view;
  const theme = asShown ? plotThemes[shown] : themes.light;
  const size = { width, height: width };
  const { minimumEvents } = shownProtocol(state).statistics;
  const layers = shownLayers(state, plot.id, plot, picture);
  const drawing =
    picture &&
    analysis &&
    drawPicture(plot, picture, analysis, {
      size,
      language,
      ramp,
      scaling,
      theme,
      minimumEvents,
      dress: { looks: state.session.arrangement.looks, labels: labelsOf(state) },
      layers,
    });
  return drawing && { title: plotName(plot, language), ...size, background: theme.background, drawing };
}
