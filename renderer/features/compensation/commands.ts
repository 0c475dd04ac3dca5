import type { Commands } from '../../context/app-context.ts';
import { hasSamples } from '../../store/document.ts';
import { setView } from '../../store/store.ts';

export const compensationCommands = {
  'edit.compensation': { perform: ({ store }) => setView(store, { dialog: 'compensation' }), when: hasSamples },
  'compensation.from-controls': { perform: ({ store }) => setView(store, { dialog: 'controls' }), when: hasSamples },
} as const satisfies Partial<Commands>;
