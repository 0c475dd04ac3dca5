import { languages } from '../../core/base/message.ts';
import type { MenuCommandId } from '../../core/contract/bridge.ts';
import type { AppContext } from '../context/app-context.ts';
import { redoEdit, undoEdit } from '../context/edit.ts';
import { openArchive } from '../features/archive/actions.ts';
import { exportGates, exportProtocol, importGates } from '../features/interchange/actions.ts';
import { canExport, exportReport, exportTable } from '../features/interchange/export.ts';
import { freezeAllScales } from '../features/plots/freeze-scales.ts';
import { toolKey } from '../features/plots/tool-bar.tsx';
import { learnFromControls } from '../features/populations/learn-controls.ts';
import { chooseFiles, openSimulated } from '../features/samples/open-files.ts';
import { stepSample } from '../features/samples/step-sample.ts';
import { openSessionFile, saveSession } from '../features/session/actions.ts';
import { setLanguage, setTheme } from '../features/session/settings.ts';
import type { State } from '../store/state.ts';
import { setView } from '../store/store.ts';
import { toolNames } from '../store/tools.ts';
import { themeNames } from '../ui/theme.ts';
import type { MessageKey } from './messages.ts';

/** What a person can do, wherever: by key, by menu, in the palette, at a button. */
export interface Command {
  readonly id: string;
  readonly word: MessageKey;
  /** `mod` is Ctrl, on a Mac Command. The first is shown. */
  readonly keys?: readonly string[];
  readonly run: (app: AppContext) => unknown;
  readonly isEnabled?: (state: State) => boolean;
}

const canUndo = ({ session }: State): boolean => session.history.past.length > 0;
const canRedo = ({ session }: State): boolean => session.history.future.length > 0;
const hasSamples = ({ session }: State): boolean => session.history.present.samples.length > 0;

const toolWords = {
  select: 'toolSelect',
  rectangle: 'toolRectangle',
  ellipse: 'toolEllipse',
  polygon: 'toolPolygon',
  curly: 'toolCurly',
  quadrant: 'toolQuadrant',
  range: 'toolRange',
} as const satisfies { readonly [T in (typeof toolNames)[number]]: MessageKey };

/** The only list of commands; what the menu sends is found here by its id. */
export const commands: readonly Command[] = [
  { id: 'file.open-samples', word: 'openFiles', keys: ['mod+o'], run: chooseFiles },
  { id: 'file.open-simulated', word: 'openSamples', run: openSimulated },
  { id: 'file.open-session', word: 'openSession', keys: ['mod+shift+o'], run: (app) => openSessionFile(app) },
  { id: 'file.save-session', word: 'save', keys: ['mod+s'], run: (app) => saveSession(app), isEnabled: hasSamples },
  {
    id: 'file.save-session-as',
    word: 'saveAs',
    keys: ['mod+shift+s'],
    run: (app) => saveSession(app, 'elsewhere'),
    isEnabled: hasSamples,
  },
  { id: 'file.export-report', word: 'exportPdf', keys: ['mod+p'], run: (app) => exportReport(app), isEnabled: canExport },
  { id: 'file.export-table', word: 'exportTable', keys: ['mod+e'], run: exportTable, isEnabled: canExport },
  { id: 'file.import-gates', word: 'importGates', keys: ['mod+shift+i'], run: importGates, isEnabled: hasSamples },
  { id: 'file.export-gating-ml', word: 'exportGatingMl', run: (app) => exportGates(app, 'gating-ml'), isEnabled: hasSamples },
  { id: 'file.export-flowjo', word: 'exportFlowjo', run: (app) => exportGates(app, 'flowjo'), isEnabled: hasSamples },
  { id: 'file.export-protocol', word: 'exportProtocol', run: exportProtocol, isEnabled: hasSamples },
  { id: 'edit.undo', word: 'undo', keys: ['mod+z'], run: undoEdit, isEnabled: canUndo },
  { id: 'edit.redo', word: 'redo', keys: ['mod+shift+z', 'mod+y'], run: redoEdit, isEnabled: canRedo },
  { id: 'edit.audit', word: 'audit', run: ({ store }) => setView(store, { dialog: 'audit' }) },
  {
    id: 'edit.compensation',
    word: 'openCompensation',
    keys: ['mod+shift+m'],
    run: ({ store }) => setView(store, { dialog: 'compensation' }),
    isEnabled: hasSamples,
  },
  { id: 'edit.freeze-scales', word: 'freezeScales', run: freezeAllScales, isEnabled: canExport },
  { id: 'edit.learn-controls', word: 'learnControls', run: learnFromControls, isEnabled: canExport },
  { id: 'view.palette', word: 'commands', keys: ['mod+k'], run: ({ store }) => setView(store, { dialog: 'palette' }) },
  {
    id: 'view.culture',
    word: 'openCulture',
    keys: ['mod+shift+u'],
    run: ({ store }) => setView(store, { centre: 'culture' }),
    isEnabled: hasSamples,
  },
  { id: 'view.archive', word: 'openArchive', keys: ['mod+shift+a'], run: openArchive },
  { id: 'view.previous-sample', word: 'previousSample', keys: ['PageUp'], run: (app) => stepSample(app, -1), isEnabled: hasSamples },
  { id: 'view.next-sample', word: 'nextSample', keys: ['PageDown'], run: (app) => stepSample(app, 1), isEnabled: hasSamples },
  {
    id: 'view.arrange',
    word: 'arrangeAgain',
    run: ({ store }) => setView(store, { tiles: undefined }),
    isEnabled: ({ view }) => view.tiles !== undefined,
  },
  ...toolNames.map(
    (tool): Command => ({
      id: `tool.${tool}`,
      word: toolWords[tool],
      keys: [toolKey(tool).toLowerCase()],
      run: ({ store }) => setView(store, { tool }),
    }),
  ),
  {
    id: 'view.language',
    word: 'language',
    run: (app) => setLanguage(app, next(languages, app.store.getState().view.language)),
  },
  { id: 'view.theme', word: 'theme', run: (app) => setTheme(app, next(themeNames, app.store.getState().view.theme)) },
  { id: 'help.shortcuts', word: 'shortcuts', keys: ['?'], run: ({ store }) => setView(store, { dialog: 'shortcuts' }) },
  { id: 'help.about', word: 'about', run: ({ store }) => setView(store, { dialog: 'about' }) },
] satisfies readonly (Command | { readonly id: MenuCommandId })[];

const next = <T>(all: readonly T[], current: T): T => all[(all.indexOf(current) + 1) % all.length] as T;

export const commandOf = (id: string): Command | undefined => commands.find((command) => command.id === id);

/** Does a command where it makes sense now; false where it does not. */
export function runCommand(app: AppContext, id: string): boolean {
  const command = commandOf(id);
  if (command === undefined || command.isEnabled?.(app.store.getState()) === false) return false;
  void command.run(app);
  return true;
}
