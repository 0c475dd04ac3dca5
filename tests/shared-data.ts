import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where real files for tests lie: `$LYMPHO_SHARED`, else beside the project. They are of mixed licences and never part of it. */
export const sharedFolder = path.resolve(process.env['LYMPHO_SHARED'] ?? path.join(import.meta.dirname, '..', '..', 'shared'));
export const hasShared = existsSync(path.join(sharedFolder, 'corpus', 'expected.json'));
if (!hasShared) process.stderr.write(`skipped: tests on real files, since ${sharedFolder} is not there (set LYMPHO_SHARED)\n`);

export const corpusFile = (name: string): string => path.join(sharedFolder, 'corpus', name);
