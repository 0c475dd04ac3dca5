import type { Commands } from '../../context/app-context.ts';
import { openArchive } from './actions.ts';

export const archiveCommands = {
  'view.archive': { perform: openArchive, isOn: ({ view }) => view.centre === 'archive' },
} as const satisfies Partial<Commands>;
