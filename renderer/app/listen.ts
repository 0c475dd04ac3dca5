import { runCommand } from '../commands/run-command.ts';
import type { AppContext } from '../context/app-context.ts';
import { dropFiles, openFiles } from '../features/samples/open-files.ts';
import { loadSamples } from '../features/session/actions.ts';
import { setArchive, setView } from '../store/store.ts';
import { isText, listenToKeys } from './keys.ts';

/** Everything that reaches the window from outside of its own controls: keys, the menu, dropped files, the program behind it. */
export function listenToWindow(app: AppContext): void {
  const { bridge, store } = app;
  listenToKeys(app);
  bridge.onOpenRequested((files) => void openFiles(app, files));
  // what arrives after the end says nothing any more
  bridge.onArchiveProgress((progress) => store.getState().archive.busy && setArchive(store, { progress }));
  bridge.onCloseRequested(() => setView(store, { dialog: 'leaving', leaving: { to: 'close' } }));
  bridge.onMenuCommand((id) => {
    // the menu's own key for undo, pressed while a text is being typed
    const isTyping = isText(document.activeElement);
    if (isTyping && (id === 'edit.undo' || id === 'edit.redo')) document.execCommand(id === 'edit.undo' ? 'undo' : 'redo');
    // a dialog is answered first, as with keys
    else if (store.getState().view.dialog === undefined) runCommand(app, id);
  });
  listenToDrops(app);
  readWhatIsLookedAt(app);
}

function listenToDrops(app: AppContext): void {
  let depth = 0;
  const show = (dropping: boolean) => {
    if (app.store.getState().view.dropping !== dropping) setView(app.store, { dropping });
  };
  const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;
  addEventListener('dragenter', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth++;
    show(true);
  });
  addEventListener('dragover', (event) => hasFiles(event) && event.preventDefault());
  addEventListener('dragleave', (event) => {
    if (!hasFiles(event)) return;
    depth = Math.max(0, depth - 1);
    show(depth > 0);
  });
  addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth = 0;
    show(false);
    void dropFiles(app, [...(event.dataTransfer?.files ?? [])]);
  });
}

/** A sample whose columns were let go of is read again when somebody looks at it. */
function readWhatIsLookedAt(app: AppContext): void {
  app.store.subscribe(({ view, results }, before) => {
    if (view.selected === before.view.selected || view.work !== undefined || view.selected === undefined) return;
    if (results.samples.get(view.selected)?.phase === 'unloaded') void loadSamples(app, [view.selected]);
  });
}
