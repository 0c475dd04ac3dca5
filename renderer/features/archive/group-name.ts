import type { Language } from '../../../core/base/message.ts';
import { groupNames } from '../../../core/show/report/messages.ts';

/** A display group in words; one that is not known keeps its id. */
export const groupName = (group: string, language: Language): string =>
  Object.entries(groupNames).find(([id]) => id === group)?.[1][language] ?? group;
