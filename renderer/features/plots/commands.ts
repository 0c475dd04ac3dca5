import type { PlotKind } from '../../../core/study/arrangement/plot.ts';
import type { Command, Commands } from '../../context/app-context.ts';
import { activePlot, setArrangement } from '../../store/arrangement.ts';
import { hasSamples } from '../../store/document.ts';
import type { State } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import type { ToolName } from '../../store/tools.ts';
import type { IconName } from '../../ui/icons.ts';
import { canExport } from '../interchange/export.ts';
import { setActivePlotKind } from './actions.ts';
import { fixAxes, hasRanges, resetAxes } from './axis-actions.ts';
import { freezeAllScales } from './freeze-scales.ts';

const takeUp = (tool: ToolName): Command => ({
  perform: ({ store }) => setView(store, { tool }),
  isOn: ({ view }) => view.tool === tool,
  icon: tool,
});

const drawAs = (kind: PlotKind & IconName): Command => ({
  perform: (app) => setActivePlotKind(app, kind),
  when: hasSamples,
  isOn: (state) => activeKind(state) === kind,
  icon: kind,
});

const activeKind = (state: State): PlotKind => activePlot(state)?.kind ?? 'density';

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
  'plot.reset-axes': { perform: resetAxes, when: hasRanges },
  'plot.fix-axes': { perform: fixAxes, when: hasSamples },
  'plot.arrange': {
    perform: ({ store }) => setArrangement(store, { plots: undefined }),
    when: ({ session }) => session.arrangement.plots !== undefined,
  },
} as const satisfies Partial<Commands>;
