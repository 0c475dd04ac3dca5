import type { AppContext, Commands } from '../../context/app-context.ts';
import { foldSide } from '../../store/arrangement.ts';
import { hasSamples, sampleAt } from '../../store/document.ts';
import { chosenSamples } from '../../store/picked.ts';
import { listedKeys, sampleRows } from '../../store/selectors.ts';
import type { SampleKey, State } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import { askForReport } from '../interchange/commands.ts';
import { relinkSample } from '../session/actions.ts';
import { removeSamples, revealSample, toggleReference } from './actions.ts';
import { chooseFiles, openSimulated } from './open-files.ts';
import { canPool, poolChosen } from './pool.ts';
import { keysInSight, stepSample } from './step-sample.ts';

/** What opens samples, and what is done with the selected one. */
export const sampleCommands = {
  'file.open-samples': { perform: chooseFiles, icon: 'plus' },
  'file.open-simulated': { perform: openSimulated },
  'sample.previous': { perform: (app) => stepSample(app, -1), when: hasSamples, icon: 'left' },
  'sample.next': { perform: (app) => stepSample(app, 1), when: hasSamples, icon: 'right' },
  'sample.select-all': {
    perform: ({ store }) => {
      const keys = keysInSight(store.getState());
      setView(store, { picked: keys.length > 1 ? keys : [] });
    },
    when: hasSamples,
  },
  'sample.edit-metadata': { perform: ({ store }) => setView(store, { dialog: 'metadata' }), when: hasSamples, icon: 'pencil' },
  'sample.pool': { perform: poolChosen, when: canPool },
  'sample.details': {
    perform: ({ store }) => {
      setView(store, { tab: 'details' });
      foldSide(store, 'right', false);
    },
    when: hasSamples,
    icon: 'pencil',
  },
  'sample.toggle-reference': {
    perform: withSelected(toggleReference),
    when: (state) => selectedState(state) === 'ready',
    isOn: ({ session, view }) => sampleAt(session.history.present, view.selected)?.metadata.role === 'reference',
    icon: 'note',
  },
  'sample.export-report': { perform: askForReport, when: (state) => selectedState(state) === 'ready', icon: 'report' },
  'sample.relink': { perform: withSelected(relinkSample), when: (state) => selectedState(state) === 'missing', icon: 'link' },
  'sample.reveal': {
    perform: withSelected(revealSample),
    when: (state) => !['missing', undefined].includes(selectedState(state)),
    icon: 'folder',
  },
  'sample.remove': {
    perform: (app) => removeSamples(app, chosenSamples(app.store.getState().view)),
    when: (state) => listedKeys(state).length > 0,
    icon: 'trash',
  },
} as const satisfies Partial<Commands>;

function withSelected(action: (app: AppContext, key: SampleKey) => unknown): (app: AppContext) => unknown {
  return (app) => {
    const { selected } = app.store.getState().view;
    return selected !== undefined && action(app, selected);
  };
}

const selectedState = (state: State) => sampleRows(state).find(({ id }) => id === state.view.selected)?.state;
