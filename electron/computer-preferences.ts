import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { preferencesSchema } from '../core/contract/preferences.ts';

/** What whoever looks after the computer may set: a name is everybody's own. */
const computerSchema = preferencesSchema.omit({ name: true }).extend({ dataFolder: z.string().min(1).optional() });
export type ComputerPreferences = Readonly<z.infer<typeof computerSchema>>;

/** Where they are looked for. */
export function computerPreferencesFile(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  if (environment['LYMPHOSCOPE_PREFERENCES'] !== undefined) return environment['LYMPHOSCOPE_PREFERENCES'];
  if (platform === 'win32') return path.win32.join(environment['ProgramData'] ?? 'C:\\ProgramData', 'Lymphoscope', 'preferences.json');
  return path.posix.join(platform === 'darwin' ? '/Library/Application Support/Lymphoscope' : '/etc/lymphoscope', 'preferences.json');
}

/** The preferences of everybody on this computer; none where there is no such file. `refused`: there is one that cannot be used. */
export function readComputerPreferences(file: string): { readonly preferences: ComputerPreferences; readonly refused?: true } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? { preferences: {} } : { preferences: {}, refused: true };
  }
  try {
    return { preferences: computerSchema.parse(JSON.parse(text)) };
  } catch {
    return { preferences: {}, refused: true };
  }
}
