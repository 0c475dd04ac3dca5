import type { Command, Commands } from '../../context/app-context.ts';
import { hasSamples } from '../../store/document.ts';
import { tilesOf } from '../../store/selectors.ts';
import type { State } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import type { PlotKind, ToolName } from '../../store/tools.ts';
import { canExport } from '../interchange/export.ts';
import { setActivePlotKind } from './actions.ts';
import { freezeAllScales } from './freeze-scales.ts';

const takeUp = (tool: ToolName): Command => ({
  perform: ({ store }) => setView(store, { tool }),
  isOn: ({ view }) => view.tool === tool,
  icon: tool,
});

const drawAs = (kind: PlotKind): Command => ({
  perform: (app) => setActivePlotKind(app, kind),
  when: hasSamples,
  isOn: (state) => activeKind(state) === kind,
  icon: kind,
});

const activeKind = (state: State): PlotKind => tilesOf(state).find(({ id }) => id === state.view.activeTile)?.kind ?? 'density';

export const plotCommands = {
  'edit.freeze-scales': { perform: freezeAllScales, when: canExport },
  'tool.select': takeUp('select'),
  'tool.rectangle': takeUp('rectangle'),
  'tool.ellipse': takeUp('ellipse'),
  'tool.polygon': takeUp('polygon'),
  'tool.quadrant': takeUp('quadrant'),
  'tool.curly': takeUp('curly'),
  'tool.range': takeUp('range'),
  'plot.density': drawAs('density'),
  'plot.histogram': drawAs('histogram'),
  'plot.arrange': { perform: ({ store }) => setView(store, { tiles: undefined }), when: ({ view }) => view.tiles !== undefined },
} as const satisfies Partial<Commands>;
