import { MOST_OVERLAYS, type Overlay, type Plot } from '../../../core/study/arrangement/plot.ts';
import type { Sample } from '../../../core/study/session/document/session-document.ts';
import type { AppContext } from '../../context/app-context.ts';
import { activePlot, setPlots } from '../../store/arrangement.ts';
import { parentPath } from '../../store/population-path.ts';
import { shownAnalysis } from '../../store/selectors.ts';
import type { PlotId, State } from '../../store/state.ts';
import { setView } from '../../store/store.ts';

const isSame = (a: Overlay, b: Overlay): boolean => a.sample === b.sample && a.population === b.population;

export const withOverlay = (overlays: readonly Overlay[], overlay: Overlay): readonly Overlay[] =>
  overlays.length >= MOST_OVERLAYS || overlays.some((other) => isSame(other, overlay)) ? overlays : [...overlays, overlay];

export const withoutOverlay = (overlays: readonly Overlay[], overlay: Overlay): readonly Overlay[] =>
  overlays.filter((other) => !isSame(other, overlay));

function changePlot({ store }: AppContext, id: PlotId, change: (plot: Plot) => Plot): void {
  setPlots(store, (plots) => plots.map((plot) => (plot.id === id ? change(plot) : plot)));
}

export const setOverlays = (app: AppContext, id: PlotId, overlays: readonly Overlay[]): void =>
  changePlot(app, id, ({ overlays: _, ...plot }) => (overlays.length === 0 ? plot : { ...plot, overlays: [...overlays] }));

/** Dots in the colours of a third channel: the plot becomes one of dots. */
export const setColourBy = (app: AppContext, id: PlotId, channel: string | undefined): void =>
  changePlot(app, id, ({ colourBy: _, ...plot }) => (channel === undefined ? plot : { ...plot, kind: 'dot', colourBy: channel }));

/** The controls of the run that tell where negatives end. */
export const runControls = (samples: readonly Sample[]): readonly Sample[] =>
  samples.filter(({ metadata }) => metadata.role === 'fmo' || metadata.role === 'unstained');

/** The populations of the gates on the active plot, each in its colour; once more takes the colours away. */
export function colourPopulations(app: AppContext): void {
  const state = app.store.getState();
  const plot = activePlot(state);
  if (plot === undefined) return;
  const children = childrenOf(state, plot);
  const { overlays = [] } = plot;
  const isOn = isColoured(state);
  const changed = children.reduce<readonly Overlay[]>(
    (all, population) => (isOn ? withoutOverlay(all, { population }) : withOverlay(all, { population })),
    overlays,
  );
  setOverlays(app, plot.id, changed);
}

/** Populations of the gates that are drawn on the plot's axes. */
const childrenOf = (state: State, { population, x, y }: Plot): readonly string[] =>
  (shownAnalysis(state)?.populations ?? []).flatMap(({ path, gate }) => {
    const isOnAxes = gate?.dimensions.every((name) => [x, y].some((axis) => name === axis || name.startsWith(`${axis} · `)));
    return isOnAxes === true && gate?.dimensions.length !== 0 && parentPath(path) === population ? [path] : [];
  });

export function isColoured(state: State): boolean {
  const plot = activePlot(state);
  const children = plot === undefined ? [] : childrenOf(state, plot);
  const { overlays = [] } = plot ?? {};
  return children.length > 0 && children.every((population) => overlays.some((overlay) => isSame(overlay, { population })));
}

/** The selected population in the plots of all its ancestors; the same one again ends it. */
export function toggleBackgate({ store }: AppContext): void {
  const { population, backgate } = store.getState().view;
  setView(store, { backgate: backgate === population || population === '' ? undefined : population });
}
