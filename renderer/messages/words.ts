import type { Catalogue } from '../../core/base/message.ts';
import { archiveWords } from './archive-words.ts';
import { commandWords } from './command-words.ts';
import { cultureWords } from './culture-words.ts';
import { gateWords } from './gate-words.ts';
import { qualityWords } from './quality-words.ts';
import { resultWords } from './result-words.ts';
import { sampleWords } from './sample-words.ts';
import { windowWords } from './window-words.ts';

/** Every fixed string of the window, in every language: a missing one does not compile. Say one with `useWords`. */
export const words = {
  ...windowWords,
  ...commandWords,
  ...sampleWords,
  ...gateWords,
  ...resultWords,
  ...qualityWords,
  ...archiveWords,
  ...cultureWords,
} as const satisfies Catalogue;
export type Word = keyof typeof words;

/** The rooms of the catalogue, for the test that no key stands in two of them. */
export const wordRooms = {
  windowWords,
  commandWords,
  sampleWords,
  gateWords,
  resultWords,
  qualityWords,
  archiveWords,
  cultureWords,
} as const;
