import type { Commands } from '../../context/app-context.ts';
import { foldSide } from '../../store/arrangement.ts';
import { shownAnalysis } from '../../store/selectors.ts';
import type { State } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import { canExport } from '../interchange/export.ts';
import { openPopulation, removeGateAt } from './actions.ts';
import { learnFromControls } from './learn-controls.ts';

const hasGate = (state: State): boolean => state.view.population !== '' && shownAnalysis(state) !== undefined;

/** What is done with the selected population, and with all gates. */
export const populationCommands = {
  'edit.learn-controls': { perform: learnFromControls, when: canExport },
  'population.open': {
    perform: (app) => openPopulation(app, app.store.getState().view.population),
    when: (state) => shownAnalysis(state) !== undefined,
  },
  'population.rename': {
    perform: ({ store }) => {
      setView(store, { renaming: true });
      foldSide(store, 'left', false);
    },
    when: hasGate,
    icon: 'pencil',
  },
  'population.delete': { perform: (app) => removeGateAt(app, app.store.getState().view.population), when: hasGate, icon: 'trash' },
} as const satisfies Partial<Commands>;
