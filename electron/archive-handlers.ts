import { Problem } from '../core/base/problem.ts';
import type { archiveCalls } from '../core/contract/archive-calls.ts';
import type { BridgeHandlers } from '../core/contract/bridge.ts';
import type { ArchiveJobs } from './archive-jobs.ts';
import type { ArchivePlacesInUse } from './archive-places.ts';
import type { HandlerTools } from './handler-tools.ts';
import { saveByDialog } from './save-by-dialog.ts';

/** Jobs that are about one archive, whose place comes first. */
type PlaceJob = Exclude<keyof ArchiveJobs, 'stopArchive' | 'tryArchive' | 'anchorSession' | 'sessionAnchors'>;
type WithoutPlace<J extends PlaceJob> = Parameters<ArchiveJobs[J]> extends [string, ...infer Rest] ? Rest : never;

/** The archive's part of what main does for the window: dialogs here, the work in the utility process. */
export function archiveHandlers(tools: HandlerTools, places: ArchivePlacesInUse): Pick<BridgeHandlers, keyof typeof archiveCalls> {
  const { archive, dialogs } = tools;
  /** A job on the archive that is in use. */
  const ask = async <J extends PlaceJob>(job: J, ...args: WithoutPlace<J>): Promise<Awaited<ReturnType<ArchiveJobs[J]>>> =>
    await archive(job, ...([await places.current(), ...args] as unknown as Parameters<ArchiveJobs[J]>));
  const done = async (work: Promise<unknown>): Promise<null> => {
    await work;
    return null;
  };
  const named = async (saved: ReturnType<typeof saveByDialog>) => {
    const file = await saved.catch((error: unknown) => {
      // the person stopped it: nothing was written
      if (error instanceof Problem && error.code === 'work-stopped') return null;
      throw error;
    });
    return file === null ? null : { name: file.name };
  };
  /** A report where a person chose, and whether results in it are of an older engine. */
  const report = async (name: string, write: (file: string) => Promise<{ readonly olderEngine: string | undefined }>) => {
    let olderEngine: string | undefined;
    const file = await named(
      saveByDialog(tools, 'report', name, async (place) => {
        ({ olderEngine } = await write(place));
      }),
    );
    return file && { ...file, ...(olderEngine !== undefined && { olderEngine }) };
  };
  return {
    async archiveRuns(query, limit, after) {
      const { total, runs } = await ask('archiveRuns', query, limit, after);
      return { total, runs: [...runs] };
    },
    archiveLots: (query) => ask('archiveLots', query),
    ledgerEvents: () => ask('ledgerEvents'),
    ledgerHolidays: (from) => ask('ledgerHolidays', from),
    ledgerRules: () => ask('ledgerRules'),
    addLedgerEvents: (events, today, wish) => ask('addLedgerEvents', events, today, wish),
    courseDonors: () => ask('courseDonors'),
    courseOfDonor: (donor) => ask('courseOfDonor', donor),
    addObservations: (observations, donors) => ask('addObservations', observations, donors),
    courseCohort: (query) => ask('courseCohort', query),
    courseTemplates: () => ask('courseTemplates'),
    keepCourseTemplate: (template) => done(ask('keepCourseTemplate', template)),
    courseShift: (donor) => ask('courseShift', donor),
    logCourseExport: (made) => done(ask('logCourseExport', made)),
    voidObservation: (id, reason) => done(ask('voidObservation', id, reason)),
    residualLots: () => ask('residualLots'),
    residualOfLot: (lot) => ask('residualOfLot', lot),
    keepResidual: (results) => ask('keepResidual', results),
    archivePlates: (query) => ask('archivePlates', query),
    archiveLists: () => ask('archiveLists'),
    saveArchiveQuery: (name, query) => done(ask('saveArchiveQuery', name, query)),
    forgetArchiveQuery: (name) => done(ask('forgetArchiveQuery', name)),
    async importFolder(protocolText) {
      const folder = await dialogs.folder();
      return folder === undefined ? null : ask('importFolder', folder, protocolText);
    },
    beginBatch: (query, wish) => ask('beginBatch', query, wish),
    continueBatch: (id) => ask('continueBatch', id),
    stopArchive: () => done(archive('stopArchive')),
    cancelBatch: (id) => done(ask('cancelBatch', id)),
    batchFailures: async (id) => [...(await ask('batchFailures', id))],
    compareBatch: (id) => ask('compareBatch', id),
    decideBatch: (id, kind, reason) => done(ask('decideBatch', id, kind, reason)),
    rollBackDecision: (id, reason) => done(ask('rollBackDecision', id, reason)),
    exportBatchReport: (id, language, name) => report(name, (file) => ask('writeBatchReport', id, file, language)),
    exportArchiveTable: (chosen, name) => named(saveByDialog(tools, 'results', name, (file) => ask('writeArchiveTable', chosen, file))),
    exportRunReports: (chosen, language, name) => report(name, (file) => ask('writeRunReports', chosen, file, language)),
    archiveReview: (choice, population) => ask('archiveReview', choice, population),
    archiveThumbnails: (wanted) => ask('archiveThumbnails', wanted),
    makeThumbnails: (results) => ask('makeThumbnails', results),
    moveArchiveGates: (moved) => ask('moveArchiveGates', moved),
    judgeArchive: (judged) => done(ask('judgeArchive', judged)),
    watchState: () => ask('watchState'),
    async addWatchRule(wish) {
      const folder = await dialogs.folder();
      const out = folder === undefined || !wish.writes ? undefined : await dialogs.folder();
      if (folder === undefined || (wish.writes && out === undefined)) return false;
      await ask('addWatchRule', folder, out, wish);
      return true;
    },
    removeWatchRule: (name) => done(ask('removeWatchRule', name)),
    setWatching: (on) => done(ask('setWatching', on)),
    archivePlaces: () => places.list(),
    openArchiveFile: () => places.openFile(),
    newArchiveFile: () => places.newFile(),
    openArchiveServer: (url, password, how) => places.openServer(url, password, how),
    switchArchive: (id) => places.use(id),
    forgetArchive: (id) => places.forget(id),
  };
}
