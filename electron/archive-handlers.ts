import path from 'node:path';
import type { archiveCalls } from '../core/archive-calls.ts';
import type { BridgeHandlers } from '../core/bridge.ts';
import type { ArchiveJobs } from './archive-jobs.ts';
import type { HandlerTools } from './handlers.ts';
import { saveByDialog } from './save-by-dialog.ts';

/** Runs a job of the archive in the utility process. */
export type AskArchive = <J extends keyof ArchiveJobs>(job: J, ...args: Parameters<ArchiveJobs[J]>) => ReturnType<ArchiveJobs[J]>;

/** Where the archive of this person lies until they name another: nothing has to be set up. */
export const archiveIn = (userFolder: string): string => path.join(userFolder, 'archive.db');

/** The archive's part of what main does for the window: dialogs here, the work in the utility process. */
export function archiveHandlers(tools: HandlerTools): Pick<BridgeHandlers, keyof typeof archiveCalls> {
  const place = archiveIn(tools.userFolder);
  const { archive: ask, dialogs } = tools;
  const done = async (work: Promise<unknown>): Promise<null> => {
    await work;
    return null;
  };
  const named = async (saved: ReturnType<typeof saveByDialog>) => {
    const file = await saved;
    return file === null ? null : { name: file.name };
  };
  return {
    async archiveRuns(query, limit) {
      const { total, runs } = await ask('archiveRuns', place, query, limit);
      return { total, runs: [...runs] };
    },
    archiveLists: () => ask('archiveLists', place),
    saveArchiveQuery: (name, query) => done(ask('saveArchiveQuery', place, name, query)),
    forgetArchiveQuery: (name) => done(ask('forgetArchiveQuery', place, name)),
    async importFolder(protocolText) {
      const folder = await dialogs.folder();
      return folder === undefined ? null : ask('importFolder', place, folder, protocolText);
    },
    beginBatch: (query, protocol, placed, respectPauses) => ask('beginBatch', place, query, protocol, placed, respectPauses),
    continueBatch: (id) => ask('continueBatch', place, id),
    stopArchive: () => done(ask('stopArchive')),
    cancelBatch: (id) => done(ask('cancelBatch', place, id)),
    batchFailures: async (id) => [...(await ask('batchFailures', place, id))],
    compareBatch: (id) => ask('compareBatch', place, id),
    decideBatch: (id, kind, reason) => done(ask('decideBatch', place, id, kind, reason)),
    rollBackDecision: (id, reason) => done(ask('rollBackDecision', place, id, reason)),
    exportBatchReport: (id, language, name) =>
      named(saveByDialog(tools, 'report', name, (file) => ask('writeBatchReport', place, id, file, language))),
    exportArchiveTable: (chosen, name) =>
      named(saveByDialog(tools, 'results', name, (file) => ask('writeArchiveTable', place, chosen, file))),
  };
}
