import type { Command, Commands } from '../context/app-context.ts';
import { redoEdit, undoEdit } from '../context/edit.ts';
import { archiveCommands } from '../features/archive/commands.ts';
import { compensationCommands } from '../features/compensation/commands.ts';
import { figureCommands } from '../features/figures/commands.ts';
import { groupCommands } from '../features/groups/commands.ts';
import { interchangeCommands } from '../features/interchange/commands.ts';
import { plotCommands } from '../features/plots/commands.ts';
import { populationCommands } from '../features/populations/commands.ts';
import { reviewCommands } from '../features/review/commands.ts';
import { sampleCommands } from '../features/samples/commands.ts';
import { sessionCommands } from '../features/session/commands.ts';
import { statisticsCommands } from '../features/statistics/commands.ts';
import type { DialogName } from '../store/dialogs.ts';
import { hasSamples } from '../store/document.ts';
import type { CentreName } from '../store/state.ts';
import { setView } from '../store/store.ts';
import { goToPart } from './parts.ts';

const show = (centre: CentreName): Command => ({
  perform: ({ store }) => setView(store, { centre }),
  isOn: ({ view }) => view.centre === centre,
});
const openDialog = (dialog: DialogName): Command => ({ perform: ({ store }) => setView(store, { dialog }) });

const shellCommands = {
  'edit.undo': { perform: undoEdit, when: ({ session }) => session.history.past.length > 0, icon: 'undo' },
  'edit.redo': { perform: redoEdit, when: ({ session }) => session.history.future.length > 0, icon: 'redo' },
  'edit.audit': openDialog('audit'),
  'edit.preferences': openDialog('preferences'),
  'view.palette': openDialog('palette'),
  'view.next-part': { perform: () => goToPart(1) },
  'view.previous-part': { perform: () => goToPart(-1) },
  'view.plots': show('plots'),
  'view.composition': {
    ...show('composition'),
    when: hasSamples,
    // the table is another form of the same page
    isOn: ({ view }) => view.centre === 'composition' || view.centre === 'statistics',
  },
  'view.statistics': { ...show('statistics'), when: hasSamples },
  'view.culture': { ...show('culture'), when: hasSamples },
  'culture.fit-profile': {
    ...openDialog('fit'),
    when: ({ session }) => session.history.present.protocol.classifier.profiles !== undefined,
  },
  'validate.own': openDialog('validate'),
  'view.quality': { ...show('quality'), when: hasSamples },
  'view.trends': { ...show('trends'), when: hasSamples },
  'view.layout': { ...show('layout'), when: hasSamples },
  'view.residual': show('residual'),
  'help.tutorial': { perform: ({ store }) => setView(store, { tutorial: true }) },
  'help.guides': openDialog('guides'),
  'view.killing': show('killing'),
  'view.lots': show('lots'),
  'view.course': show('course'),
  'help.shortcuts': openDialog('shortcuts'),
  'help.legend': openDialog('legend'),
  'help.about': openDialog('about'),
} as const satisfies Partial<Commands>;

/** All commands; the compiler asks for each that is declared. */
export const commands: Commands = {
  ...sessionCommands,
  ...interchangeCommands,
  ...sampleCommands,
  ...groupCommands,
  ...populationCommands,
  ...plotCommands,
  ...compensationCommands,
  ...figureCommands,
  ...statisticsCommands,
  ...archiveCommands,
  ...reviewCommands,
  ...shellCommands,
};
