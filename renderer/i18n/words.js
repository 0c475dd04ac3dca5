import { archiveWords } from './archive-words.js';
import { commandWords } from './command-words.js';
import { cultureWords } from './culture-words.js';
import { gateWords } from './gate-words.js';
import { qualityWords } from './quality-words.js';
import { resultWords } from './result-words.js';
import { sampleWords } from './sample-words.js';
import { windowWords } from './window-words.js';
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
};
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
};
//# sourceMappingURL=words.js.map