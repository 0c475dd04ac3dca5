import type { Commands } from '../../context/app-context.ts';
import { setView } from '../../store/store.ts';
import { copyActiveFigure } from './actions.ts';
import { hasFigures } from './figure.ts';

export const figureCommands = {
  'file.export-figure': { perform: ({ store }) => setView(store, { dialog: 'figure' }), when: hasFigures },
  'edit.copy-figure': { perform: copyActiveFigure, when: hasFigures },
} as const satisfies Partial<Commands>;
