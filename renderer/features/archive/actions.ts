import { Problem } from '../../../core/base/problem.ts';
import type { ArchivePlaces, BatchWish } from '../../../core/contract/archive-calls.ts';
import type { Answer } from '../../../core/contract/bridge.ts';
import { gatesOfPersons } from '../../../core/study/overrides/placed-gates.ts';
import type { Protocol } from '../../../core/study/protocol/protocol.ts';
import { ask, attempt, type Desk } from '../../context/app-context.ts';
import { speakerOf } from '../../messages/language.ts';
import { type ArchiveState, emptyArchive } from '../../store/archive-state.ts';
import { setArchive, setView } from '../../store/store.ts';

/** Shows the archive, and what is in it. */
export async function openArchive(desk: Desk): Promise<void> {
  setView(desk.store, { centre: 'archive' });
  await refresh(desk);
}

/** Asks for everything that is shown again. */
export async function refresh(desk: Desk): Promise<void> {
  await attempt(desk, async () => {
    const { query, limit } = desk.store.getState().archive;
    const places = desk.store.getState().archive.places ?? (await ask(desk.bridge.archivePlaces()));
    setArchive(desk.store, { places });
    const [{ runs, total }, lists] = await Promise.all([ask(desk.bridge.archiveRuns(query, limit)), ask(desk.bridge.archiveLists())]);
    const { ticked } = desk.store.getState().archive;
    setArchive(desk.store, { runs, total, shown: query, ticked: ticked.filter((id) => runs.some((run) => run.id === id)), ...lists });
  });
}

export const showMore = (desk: Desk): Promise<void> => {
  const { limit } = desk.store.getState().archive;
  setArchive(desk.store, { limit: Math.min(5000, limit * 5) });
  return refresh(desk);
};

export async function runQuery(desk: Desk, query: string): Promise<void> {
  setArchive(desk.store, { query, limit: 200 });
  await refresh(desk);
}

export const keepQuery = (desk: Desk, name: string): Promise<void> =>
  changing(desk, () => ask(desk.bridge.saveArchiveQuery(name, desk.store.getState().archive.query)));

export const dropQuery = (desk: Desk, name: string): Promise<void> => changing(desk, () => ask(desk.bridge.forgetArchiveQuery(name)));

export const importFolder = (desk: Desk): Promise<void> =>
  changing(desk, async () => {
    const imported = await ask(desk.bridge.importFolder(protocolText(desk)));
    if (imported !== null) setArchive(desk.store, { imported });
  });

/** What a batch is to do; the session's own protocol where none is named. */
export interface BatchChoices extends Omit<BatchWish, 'protocol' | 'gates'> {
  /** A version that the archive keeps, by its digest. */
  readonly version?: string;
  /** What becomes of runs without a marker, where it is not what the session's protocol says. */
  readonly absentMarkers?: Protocol['absentMarkers'];
}

/** Gates the runs of the query again: with the protocol of the session, or with a version that the archive keeps. */
export const gateAgain = (desk: Desk, { version, absentMarkers, ...how }: BatchChoices): Promise<void> =>
  changing(desk, async () => {
    const { history } = desk.store.getState().session;
    const { shown } = desk.store.getState().archive;
    const own = { ...history.present.protocol, ...(absentMarkers === undefined ? {} : { absentMarkers }) };
    const wish = {
      ...how,
      protocol: version ?? JSON.stringify(own),
      // gates that a person placed in single files go with the protocol that they were placed under
      gates: version === undefined ? plain(gatesOfPersons(history)) : { placed: [], takenBack: [] },
    };
    const { id } = await ask(desk.bridge.beginBatch(shown, wish));
    setArchive(desk.store, { tab: 'batches', failures: undefined, dialog: undefined });
    await goOn(desk, id);
  });

/** What crosses is copied anyway: frozen lists are handed over as lists. */
const plain = (gates: ReturnType<typeof gatesOfPersons>): BatchWish['gates'] => JSON.parse(JSON.stringify(gates)) as BatchWish['gates'];

export const continueBatch = (desk: Desk, id: string): Promise<void> => changing(desk, () => goOn(desk, id));

async function goOn(desk: Desk, id: string): Promise<void> {
  await refresh(desk);
  const batch = desk.store.getState().archive.batches.find((known) => known.id === id);
  const { done = 0, total = 0, failed: failedBefore = 0 } = batch ?? {};
  setArchive(desk.store, { progress: { work: 'batch', batch: id, done, total, failed: failedBefore, perSecond: 0 } });
  const { failed } = await ask(desk.bridge.continueBatch(id));
  if (failed > 0) setArchive(desk.store, { failures: { batch: id, runs: await ask(desk.bridge.batchFailures(id)) } });
}

/** What is in hand is done; the rest can be continued. */
export const stopArchive = (desk: Desk): Promise<unknown> => attempt(desk, () => ask(desk.bridge.stopArchive()));

export const cancelBatch = (desk: Desk, id: string): Promise<void> => changing(desk, () => ask(desk.bridge.cancelBatch(id)));

export const showFailures = (desk: Desk, id: string): Promise<unknown> =>
  attempt(desk, async () => setArchive(desk.store, { failures: { batch: id, runs: await ask(desk.bridge.batchFailures(id)) } }));

export const showChanges = (desk: Desk, id: string): Promise<void> =>
  changing(desk, async () => {
    const value = await ask(desk.bridge.compareBatch(id));
    setArchive(desk.store, { tab: 'changes', comparison: { batch: id, value }, population: value.summary.agreement[0]?.path });
  });

export const decide = (desk: Desk, batch: string, kind: 'accept' | 'reject', reason: string): Promise<void> =>
  changing(desk, async () => {
    await ask(desk.bridge.decideBatch(batch, kind, reason));
    setArchive(desk.store, { tab: 'decisions', comparison: undefined });
  });

export const rollBack = (desk: Desk, decision: string, reason: string): Promise<void> =>
  changing(desk, () => ask(desk.bridge.rollBackDecision(decision, reason)));

export const exportBatchReport = (desk: Desk, id: string, number: number): Promise<void> =>
  changing(desk, async () => {
    const { language } = desk.store.getState().view;
    sayWritten(desk, await ask(desk.bridge.exportBatchReport(id, language, `batch-${number}.pdf`)));
  });

/** The ticked runs, or all that the query found. */
const chosenRuns = ({ store }: Desk): { readonly runs: string[] } | { readonly query: string } => {
  const { ticked, shown } = store.getState().archive;
  return ticked.length > 0 ? { runs: [...ticked] } : { query: shown };
};

export const exportArchiveTable = (desk: Desk, batch?: string): Promise<void> =>
  writing(desk, () => desk.bridge.exportArchiveTable(batch === undefined ? chosenRuns(desk) : { batch }, 'results.xlsx'));

export const exportRunReports = (desk: Desk): Promise<void> =>
  writing(desk, () => {
    const { archive, view } = desk.store.getState();
    const [only] = archive.ticked.length === 1 ? archive.runs.filter(({ id }) => id === archive.ticked[0]) : [];
    const name = only === undefined ? 'runs.pdf' : `${only.name.replace(/\.[^.]*$/, '')}.pdf`;
    return desk.bridge.exportRunReports(chosenRuns(desk), view.language, name);
  });

const writing = (desk: Desk, write: () => Promise<Answer<{ readonly name: string } | null>>): Promise<void> =>
  changing(desk, async () => sayWritten(desk, await ask(write())));

export const tick = (desk: Desk, ids: readonly string[]): void => setArchive(desk.store, { ticked: ids });

export const openArchiveFile = (desk: Desk): Promise<void> => moving(desk, () => desk.bridge.openArchiveFile());

/** What keeps a database shut is said in the dialog that asked for it. */
export async function openArchiveServer(desk: Desk, url: string, password: string, keep: boolean): Promise<Problem | undefined> {
  const answer = await desk.bridge.openArchiveServer(url, password, keep);
  try {
    const places = await ask(Promise.resolve(answer));
    await moving(desk, async () => ({ ok: true, value: places }));
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** One that was open before; a server whose password is not known is asked for it. */
export async function switchArchive(desk: Desk, id: string): Promise<void> {
  const found = desk.store.getState().archive.places?.archives.find((one) => one.id === id);
  if (found?.kind === 'server' && found.hasPassword !== true) askForServer(desk, found.url);
  else await moving(desk, () => desk.bridge.switchArchive(id));
}

export const forgetArchive = (desk: Desk, id: string): Promise<void> => moving(desk, () => desk.bridge.forgetArchive(id));

export const askForServer = (desk: Desk, server = ''): void => setArchive(desk.store, { dialog: 'server', server });
export const askForBatch = (desk: Desk): void => setArchive(desk.store, { dialog: 'batch' });
export const closeDialog = (desk: Desk): void => setArchive(desk.store, { dialog: undefined });

/** Into another archive: nothing that was shown of the one before is left. */
async function moving(desk: Desk, work: () => Promise<Answer<ArchivePlaces | null>>): Promise<void> {
  await changing(desk, async () => {
    const places = await ask(work());
    if (places === null) return;
    const { tab } = desk.store.getState().archive;
    setArchive(desk.store, { ...emptyArchive, places, tab: tab === 'changes' ? 'runs' : tab });
  });
}

function sayWritten({ store }: Desk, written: { readonly name: string } | null): void {
  if (written !== null) setView(store, { message: speakerOf(store.getState().view.language)('written', { file: written.name }) });
}

/** Something that changes the archive: buttons wait for it, and what is shown is asked for again whatever came of it. */
async function changing(desk: Desk, work: () => Promise<unknown>): Promise<void> {
  setArchive(desk.store, { busy: true });
  try {
    await attempt(desk, work);
  } finally {
    setArchive(desk.store, { busy: false, progress: undefined });
  }
  await refresh(desk);
}

/** The protocol of all samples: gates that a person placed in single ones go beside it. */
const protocolText = ({ store }: Desk): string => JSON.stringify(store.getState().session.history.present.protocol);

export const setTab = (desk: Desk, tab: ArchiveState['tab']): void => setArchive(desk.store, { tab });
