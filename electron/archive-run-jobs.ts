import type { ArchiveImport, ArchiveProgress } from '../core/contract/archive-calls.ts';
import { parseProtocol } from '../core/study/protocol/protocol.ts';
import type { KeptResidual } from '../core/study/residual/kept-residual.ts';
import { browseLists, browseRuns } from '../headless/archive/browse.ts';
import { importFiles } from '../headless/archive/import/import-files.ts';
import { lotSources } from '../headless/archive/lot-sources.ts';
import { selectPlates } from '../headless/archive/plate-results.ts';
import { residualLots, residualResults, writeResidual } from '../headless/archive/residual-results.ts';
import { forgetQuery, saveQuery } from '../headless/archive/saved-queries.ts';
import { whoWorks } from '../headless/host/who-works.ts';
import { changesIn, nowText, openPlace, stoppable } from './open-archives.ts';

/** Runs of the archive: looked up, imported, queries kept. */
export const archiveRunJobs = (tell: (progress: ArchiveProgress) => void) => ({
  archiveRuns: async (place: string, query: string, limit: number, after: string | null) =>
    browseRuns((await openPlace(place)).db, query, limit, after ?? undefined),
  archiveLists: async (place: string) => ({
    ...(await browseLists((await openPlace(place)).db)),
    changes: (await changesIn(place)).slice(0, 20).map(({ what, message }) => ({ what, message: { en: message.en, ja: message.ja } })),
  }),
  archiveLots: async (place: string, query: string) => lotSources((await openPlace(place)).db, query),
  residualLots: async (place: string) => residualLots((await openPlace(place)).db),
  residualOfLot: async (place: string, lot: string) => residualResults((await openPlace(place)).db, lot),
  async keepResidual(place: string, results: readonly KeptResidual[]): Promise<{ readonly added: number; readonly known: number }> {
    const { db } = await openPlace(place);
    let added = 0;
    for (const kept of results) added += Number((await writeResidual(db, kept, { by: whoWorks(), at: nowText() })).isNew);
    return { added, known: results.length - added };
  },
  archivePlates: async (place: string, query: string) =>
    (await selectPlates((await openPlace(place)).db, query)).map(({ id, kept: { plate, assay } }) => ({ id, plate: { ...plate, assay } })),
  saveArchiveQuery: async (place: string, name: string, query: string) =>
    saveQuery((await openPlace(place)).db, { name, query }, whoWorks(), nowText()),
  forgetArchiveQuery: async (place: string, name: string) => forgetQuery((await openPlace(place)).db, name),
  async importFolder(place: string, folder: string, protocolText: string): Promise<ArchiveImport> {
    const { metadata: keywords } = parseProtocol(protocolText);
    const archive = await openPlace(place);
    const { failed, ...report } = await stoppable((signal) =>
      importFiles(archive, [folder], {
        keywords,
        now: nowText,
        signal,
        onProgress: ({ files: done, total, failed: so }) => tell({ work: 'import', done, total, failed: so.length, perSecond: 0 }),
      }),
    );
    return {
      ...report,
      failed: failed.map(({ path, problem }) => ({
        name: path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1),
        code: problem.code,
        message: { en: problem.in('en'), ja: problem.in('ja') },
      })),
    };
  },
});
