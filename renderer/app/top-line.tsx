import { useApp, useWindow } from '../context/use-app.ts';
import { canExport } from '../features/interchange/export.ts';
import { setActivePlotKind } from '../features/plots/actions.ts';
import { ToolBar } from '../features/plots/tool-bar.tsx';
import { isUnsaved } from '../features/session/autosave.ts';
import { setLanguage, setRamp, setTheme } from '../features/session/settings.ts';
import { tilesOf } from '../store/selectors.ts';
import { setView } from '../store/store.ts';
import { runCommand } from './commands.ts';
import { TitleBar } from './title-bar.tsx';
import { ViewControls } from './view-controls.tsx';

export function TopLine() {
  const app = useApp();
  const file = useWindow(({ session }) => session.file?.name.replace(/\.lymphoscope$/, ''));
  const { tool, ramp, theme } = useWindow(({ view }) => ({ tool: view.tool, ramp: view.ramp, theme: view.theme }));
  const facts = useWindow((state) => ({
    unsaved: isUnsaved(state),
    exportable: canExport(state),
    undoable: state.session.history.past.length > 0,
    redoable: state.session.history.future.length > 0,
    some: state.session.history.present.samples.length > 0,
    kind: tilesOf(state).find(({ id }) => id === state.view.activeTile)?.kind ?? 'density',
  }));
  const run = (id: string) => () => void runCommand(app, id);
  return (
    <TitleBar
      session={file}
      unsaved={facts.unsaved}
      onPalette={run('view.palette')}
      onSave={run('file.save-session')}
      onExportPdf={run('file.export-report')}
      canSave={facts.some}
      canExport={facts.exportable}
      mac={app.mac}
      tools={
        <ToolBar
          tool={tool}
          onTool={(chosen) => setView(app.store, { tool: chosen })}
          plotKind={facts.kind}
          onPlotKind={(kind) => setActivePlotKind(app, kind)}
          canUndo={facts.undoable}
          canRedo={facts.redoable}
          onUndo={run('edit.undo')}
          onRedo={run('edit.redo')}
          mac={app.mac}
        />
      }
      view={
        <ViewControls
          ramp={ramp}
          onRamp={(chosen) => setRamp(app, chosen)}
          theme={theme}
          onTheme={(chosen) => setTheme(app, chosen)}
          onLanguage={(chosen) => setLanguage(app, chosen)}
        />
      }
    />
  );
}
