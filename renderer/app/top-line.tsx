import { TitleBar } from '../panels/title-bar.tsx';
import { ToolBar } from '../panels/tool-bar.tsx';
import { ViewControls } from '../panels/view-controls.tsx';
import { tilesOf } from '../store/selectors.ts';
import { setView } from '../store/store.ts';
import { isUnsaved } from '../work/autosave.ts';
import { canExport } from '../work/export.ts';
import { setLanguage, setRamp, setTheme } from '../work/settings.ts';
import { setActivePlotKind } from '../work/tiles.ts';
import { runCommand } from './commands.ts';
import { useDesk, useWindow } from './desk-context.ts';

export function TopLine() {
  const desk = useDesk();
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
  const run = (id: string) => () => void runCommand(desk, id);
  return (
    <TitleBar
      session={file}
      unsaved={facts.unsaved}
      onPalette={run('view.palette')}
      onSave={run('file.save-session')}
      onExportPdf={run('file.export-report')}
      canSave={facts.some}
      canExport={facts.exportable}
      mac={desk.mac}
      tools={
        <ToolBar
          tool={tool}
          onTool={(chosen) => setView(desk.store, { tool: chosen })}
          plotKind={facts.kind}
          onPlotKind={(kind) => setActivePlotKind(desk, kind)}
          canUndo={facts.undoable}
          canRedo={facts.redoable}
          onUndo={run('edit.undo')}
          onRedo={run('edit.redo')}
          mac={desk.mac}
        />
      }
      view={
        <ViewControls
          ramp={ramp}
          onRamp={(chosen) => setRamp(desk, chosen)}
          theme={theme}
          onTheme={(chosen) => setTheme(desk, chosen)}
          onLanguage={(chosen) => setLanguage(desk, chosen)}
        />
      }
    />
  );
}
