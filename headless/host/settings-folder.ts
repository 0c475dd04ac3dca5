import { homedir } from 'node:os';
import path from 'node:path';

/** Where a person keeps certificates of database servers: of the window, in its own settings; else in the home folder. */
export const certificateFolder = (): string =>
  path.join(process.env['LYMPHOSCOPE_SETTINGS'] ?? path.join(homedir(), '.lymphoscope'), 'certificates');
