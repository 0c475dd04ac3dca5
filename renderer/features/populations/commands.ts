import type { LabelStatistic } from '../../../core/study/arrangement/looks.ts';
import type { Command, Commands } from '../../context/app-context.ts';
import { foldSide } from '../../store/arrangement.ts';
import { shownGroup } from '../../store/document.ts';
import { lookAt, saysOnLabels, setLook, toggleOnLabels } from '../../store/looks.ts';
import { selectedResult, shownAnalysis } from '../../store/selectors.ts';
import type { State } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import { canExport } from '../interchange/export.ts';
import { openPopulation, openUngated, removeGateAt } from './actions.ts';
import { copyGate, giveToAll, giveToGroup, pasteGate } from './clipboard.ts';
import { canCombine, combineChosen } from './combine.ts';
import { learnFromControls } from './learn-controls.ts';

const hasGate = (state: State): boolean => state.view.population !== '' && shownAnalysis(state) !== undefined;

const selectedGate = (state: State) => shownAnalysis(state)?.populations.find(({ path }) => path === state.view.population)?.gate;

const says = (statistic: LabelStatistic): Command => ({
  perform: ({ store }) => toggleOnLabels(store, statistic),
  isOn: (state) => saysOnLabels(state, statistic),
});

/** What is done with the selected population, and with all gates. */
export const populationCommands = {
  'edit.learn-controls': { perform: learnFromControls, when: canExport },
  'sample.open': { perform: openUngated, when: (state) => selectedResult(state)?.facts !== undefined },
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
  'population.copy': { perform: (app) => copyGate(app, 'whole'), when: hasGate },
  'population.copy-alone': { perform: (app) => copyGate(app, 'alone'), when: hasGate },
  'population.cut': { perform: (app) => copyGate(app, 'whole', true), when: hasGate },
  'population.paste': {
    perform: (app) => pasteGate(app, app.store.getState().view.population),
    when: (state) => state.view.clipboard !== undefined && shownAnalysis(state) !== undefined,
  },
  'population.give-to-group': {
    perform: (app) => {
      const state = app.store.getState();
      const group = shownGroup(state);
      return group !== undefined && giveToGroup(app, state.view.population, group.id, 'whole');
    },
    when: (state) => hasGate(state) && shownGroup(state) !== undefined,
  },
  'population.give-to-all': { perform: (app) => giveToAll(app, app.store.getState().view.population, 'whole'), when: hasGate },
  'population.and': { perform: (app) => combineChosen(app, 'and'), when: (state) => canCombine(state, 'and') },
  'population.or': { perform: (app) => combineChosen(app, 'or'), when: (state) => canCombine(state, 'or') },
  'population.not': { perform: (app) => combineChosen(app, 'not'), when: (state) => canCombine(state, 'not') },
  'population.reset-label': {
    perform: ({ store }) => {
      const gate = selectedGate(store.getState());
      if (gate?.id !== undefined) setLook(store, { gate: gate.id, part: gate.part }, { label: undefined });
    },
    when: (state) => lookAt(state, selectedGate(state))?.label !== undefined,
  },
  'plot.label-parent': says('percentOfParent'),
  'plot.label-total': says('percentOfTotal'),
  'plot.label-count': says('count'),
  'population.delete': { perform: (app) => removeGateAt(app, app.store.getState().view.population), when: hasGate, icon: 'trash' },
} as const satisfies Partial<Commands>;
