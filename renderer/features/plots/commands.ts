import type { DensityScaling } from '../../../core/show/plot/density.ts';
import { hasContours } from '../../../core/show/plot/plot-kind.ts';
import type { PlotKind } from '../../../core/study/arrangement/plot.ts';
import type { AppContext, Command, Commands } from '../../context/app-context.ts';
import { activePlot, maximisedPlot, setArrangement } from '../../store/arrangement.ts';
import { hasSamples } from '../../store/document.ts';
import { onePlotAGate } from '../../store/selectors.ts';
import type { State } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import type { ToolName } from '../../store/tools.ts';
import type { IconName } from '../../ui/icons.ts';
import { canExport } from '../interchange/export.ts';
import { setPreference } from '../session/settings.ts';
import {
  addPlot,
  changeTile,
  closeTile,
  duplicatePlot,
  goToPlot,
  growPlot,
  keepForProtocol,
  setActivePlotKind,
  shiftPlot,
  toggleMaximised,
} from './actions.ts';
import { fixAxes, hasRanges, resetAxes } from './axis-actions.ts';
import { freezeAllScales } from './freeze-scales.ts';
import { colourPopulations, isColoured, toggleBackgate } from './overlay-actions.ts';

const takeUp = (tool: ToolName, icon: IconName): Command => ({
  perform: ({ store }) => setView(store, { tool }),
  isOn: ({ view }) => view.tool === tool,
  icon,
});

const drawAs = (kind: PlotKind & IconName): Command => ({
  perform: (app) => setActivePlotKind(app, kind),
  when: hasSamples,
  isOn: (state) => activeKind(state) === kind,
  icon: kind,
});

const hasPlot = (state: State): boolean => hasSamples(state) && activePlot(state) !== undefined;

function closeActive(app: AppContext): void {
  const plot = activePlot(app.store.getState());
  if (plot !== undefined) closeTile(app, plot.id);
}

const colourBy = (scaling: DensityScaling): Command => ({
  perform: (app) => setPreference(app, 'scaling', scaling),
  isOn: ({ view }) => view.scaling === scaling,
});

const activeKind = (state: State): PlotKind => activePlot(state)?.kind ?? 'density';

export const plotCommands = {
  'edit.freeze-scales': { perform: freezeAllScales, when: canExport },
  'tool.select': takeUp('select', 'select'),
  'tool.rectangle': takeUp('rectangle', 'rectangle'),
  'tool.ellipse': takeUp('ellipse', 'ellipse'),
  'tool.polygon': takeUp('polygon', 'polygon'),
  'tool.pencil': takeUp('pencil', 'lasso'),
  'tool.quadrant': takeUp('quadrant', 'quadrant'),
  'tool.curly': takeUp('curly', 'curly'),
  'tool.spider': takeUp('spider', 'spider'),
  'tool.range': takeUp('range', 'range'),
  'tool.bisector': takeUp('bisector', 'bisector'),
  'plot.density': drawAs('density'),
  'plot.dot': drawAs('dot'),
  'plot.contour': drawAs('contour'),
  'plot.zebra': drawAs('zebra'),
  'plot.histogram': drawAs('histogram'),
  'plot.cdf': drawAs('cdf'),
  'plot.outliers': {
    perform: (app) => {
      const plot = activePlot(app.store.getState());
      if (plot !== undefined) changeTile(app, plot.id, { outliers: plot.outliers === false });
    },
    when: (state) => hasContours(activeKind(state)),
    isOn: (state) => activePlot(state)?.outliers !== false,
  },
  'plot.overlays': { perform: ({ store }) => setView(store, { dialog: 'overlays' }), when: hasPlot },
  'plot.colour-populations': { perform: colourPopulations, when: hasPlot, isOn: isColoured },
  'plot.backgate': {
    perform: toggleBackgate,
    when: ({ view }) => view.population !== '' || view.backgate !== undefined,
    isOn: ({ view }) => view.backgate !== undefined,
  },
  'density.log': colourBy('log'),
  'density.equalised': colourBy('equalised'),
  'density.linear': colourBy('linear'),
  'plot.reset-axes': { perform: resetAxes, when: hasRanges },
  'plot.fix-axes': { perform: fixAxes, when: hasSamples },
  'plot.new': { perform: addPlot, when: hasPlot, icon: 'plus' },
  'plot.duplicate': { perform: duplicatePlot, when: hasPlot, icon: 'duplicate' },
  'plot.maximise': {
    perform: toggleMaximised,
    when: hasPlot,
    isOn: (state) => maximisedPlot(state) !== undefined,
    icon: 'maximise',
  },
  'plot.close': { perform: closeActive, when: hasPlot, icon: 'close' },
  'plot.next': { perform: (app) => goToPlot(app, 1), when: hasPlot },
  'plot.previous': { perform: (app) => goToPlot(app, -1), when: hasPlot },
  'plot.earlier': { perform: (app) => shiftPlot(app, -1), when: hasPlot },
  'plot.later': { perform: (app) => shiftPlot(app, 1), when: hasPlot },
  'plot.wider': { perform: (app) => growPlot(app, { columns: 1, rows: 0 }), when: hasPlot },
  'plot.narrower': { perform: (app) => growPlot(app, { columns: -1, rows: 0 }), when: hasPlot },
  'plot.taller': { perform: (app) => growPlot(app, { columns: 0, rows: 1 }), when: hasPlot },
  'plot.flatter': { perform: (app) => growPlot(app, { columns: 0, rows: -1 }), when: hasPlot },
  'plot.keep': { perform: keepForProtocol, when: (state) => hasPlot(state) && state.session.arrangement.plots !== undefined },
  'plot.restore': {
    perform: ({ store }) => setArrangement(store, { plots: undefined }),
    when: ({ session }) => session.arrangement.plots !== undefined && session.history.present.protocol.plots !== undefined,
  },
  'plot.arrange': {
    perform: ({ store }) => {
      const { protocol } = store.getState().session.history.present;
      setArrangement(store, { plots: protocol.plots === undefined ? undefined : onePlotAGate(store.getState()) });
    },
    when: ({ session }) => session.arrangement.plots !== undefined || session.history.present.protocol.plots !== undefined,
  },
} as const satisfies Partial<Commands>;
