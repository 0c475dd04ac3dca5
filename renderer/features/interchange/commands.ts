import type { AppContext, Commands } from '../../context/app-context.ts';
import { hasSamples } from '../../store/document.ts';
import { isStale, selectedResult } from '../../store/selectors.ts';
import { setView } from '../../store/store.ts';
import { exportGates, exportProtocol, importGates } from './actions.ts';
import { canExport } from './export.ts';

export const askForReport = ({ store }: Pick<AppContext, 'store'>): void => setView(store, { dialog: 'report' });

export const interchangeCommands = {
  'file.export-report': { perform: askForReport, when: canExport },
  'file.import-gates': { perform: importGates, when: hasSamples },
  'file.export-gating-ml': { perform: (app) => exportGates(app, 'gating-ml'), when: hasSamples },
  'file.export-flowjo': { perform: (app) => exportGates(app, 'flowjo'), when: hasSamples },
  'population.export-events': {
    perform: ({ store }) => setView(store, { dialog: 'events' }),
    when: (state) => selectedResult(state)?.phase === 'loaded' && !isStale(state, selectedResult(state)),
  },
  'file.export-protocol': { perform: exportProtocol, when: hasSamples },
} as const satisfies Partial<Commands>;
