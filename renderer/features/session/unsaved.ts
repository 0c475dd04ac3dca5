import type { State } from '../../store/state.ts';

export const isUnsaved = ({ session }: State): boolean => session.history.audit !== session.savedAudit;
