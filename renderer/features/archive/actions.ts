import { Problem } from '../../../core/base/problem.ts';
import type { ArchivePlaces, BatchWish } from '../../../core/contract/archive-calls.ts';
import type { Answer } from '../../../core/contract/bridge.ts';
import { olderEngine } from '../../../core/study/comparison/older-engine.ts';
import { gatesOfPersons, groupsBeyondGates } from '../../../core/study/overrides/placed-gates.ts';
import type { Protocol } from '../../../core/study/protocol/protocol.ts';
import { type AppContext, ask, attempt, notify } from '../../context/app-context.ts';
import { translator } from '../../messages/language.ts';
import { type ArchiveState, emptyArchive } from '../../store/archive-state.ts';
import { setArchive, setView } from '../../store/store.ts';
import { openArchiveReview } from '../review/archive-actions.ts';
import { messages } from './messages.ts';

/** Shows the archive, and what is in it. */
export async function openArchive(app: AppContext): Promise<void> {
  setView(app.store, { centre: 'archive' });
  await refresh(app);
}

/** Asks for everything that is shown again. */
async function refresh(app: AppContext): Promise<void> {
  await attempt(app, async () => {
    const { query, limit } = app.store.getState().archive;
    const places = app.store.getState().archive.places ?? (await ask(app.bridge.archivePlaces()));
    setArchive(app.store, { places });
    const [{ runs, total }, lists] = await Promise.all([ask(app.bridge.archiveRuns(query, limit, null)), ask(app.bridge.archiveLists())]);
    const { ticked } = app.store.getState().archive;
    setArchive(app.store, {
      runs,
      total: total ?? runs.length,
      shown: query,
      ticked: ticked.filter((id) => runs.some((run) => run.id === id)),
      ...lists,
    });
  });
}

/** Batches that other machines are at go on without this window. */
export const refreshLists = (app: AppContext): Promise<unknown> =>
  attempt(app, async () => {
    const lists = await ask(app.bridge.archiveLists());
    if (!app.store.getState().archive.busy) setArchive(app.store, lists);
  });

const PAGE = 1000;
const MOST_AGAIN = 5000;

/** The runs behind those that are shown. */
export const showMore = (app: AppContext): Promise<unknown> =>
  attempt(app, async () => {
    const { shown, runs } = app.store.getState().archive;
    const page = await ask(app.bridge.archiveRuns(shown, PAGE, runs.at(-1)?.id ?? null));
    const { archive } = app.store.getState();
    // another query was asked in the meantime
    if (archive.runs !== runs) return;
    const all = [...runs, ...page.runs];
    setArchive(app.store, { runs: all, limit: Math.min(MOST_AGAIN, all.length) });
  });

export async function runQuery(app: AppContext, query: string): Promise<void> {
  setArchive(app.store, { query, limit: 200 });
  await refresh(app);
}

export const keepQuery = (app: AppContext, name: string): Promise<void> =>
  changing(app, () => ask(app.bridge.saveArchiveQuery(name, app.store.getState().archive.query)));

export const dropQuery = (app: AppContext, name: string): Promise<void> => changing(app, () => ask(app.bridge.forgetArchiveQuery(name)));

export const importFolder = (app: AppContext): Promise<void> =>
  changing(app, async () => {
    const imported = await ask(app.bridge.importFolder(protocolText(app)));
    if (imported !== null) setArchive(app.store, { imported });
  });

/** What a batch is to do; the session's own protocol where none is named. */
export interface BatchChoices extends Omit<BatchWish, 'protocol' | 'gates'> {
  /** A version that the archive keeps, by its digest. */
  readonly version?: string;
  /** What becomes of runs without a marker, where it is not what the session's protocol says. */
  readonly absentMarkers?: Protocol['absentMarkers'];
}

/** Gates the runs of the query again: with the protocol of the session, or with a version that the archive keeps. */
export const gateAgain = (app: AppContext, { version, absentMarkers, ...how }: BatchChoices): Promise<void> =>
  changing(app, async () => {
    const { history } = app.store.getState().session;
    const [unlike] = version === undefined ? groupsBeyondGates(history.present) : [];
    if (unlike !== undefined) throw new Problem('batch-group-settings', groupSettings, { group: unlike.name });
    const { shown } = app.store.getState().archive;
    const own = { ...history.present.protocol, ...(absentMarkers === undefined ? {} : { absentMarkers }) };
    const wish = {
      ...how,
      protocol: version ?? JSON.stringify(own),
      // gates that a person placed in single files go with the protocol that they were placed under
      gates: version === undefined ? plain(gatesOfPersons(history)) : { placed: [], takenBack: [] },
    };
    const { id } = await ask(app.bridge.beginBatch(shown, wish));
    setArchive(app.store, { tab: 'batches', failures: undefined, dialog: undefined });
    await goOn(app, id);
  });

const groupSettings = {
  en: 'The group "{group}" has a compensation or statistics of its own, which a batch of the archive cannot follow: nothing was gated.',
  ja: 'グループ「{group}」には独自の補正または統計設定があり、アーカイブの一括解析では再現できません。解析は行いませんでした。',
};

/** What crosses is copied anyway: frozen lists are handed over as lists. */
const plain = (gates: ReturnType<typeof gatesOfPersons>): BatchWish['gates'] => JSON.parse(JSON.stringify(gates)) as BatchWish['gates'];

export const continueBatch = (app: AppContext, id: string): Promise<void> => changing(app, () => goOn(app, id));

async function goOn(app: AppContext, id: string): Promise<void> {
  await refresh(app);
  const batch = app.store.getState().archive.batches.find((known) => known.id === id);
  const { done = 0, total = 0, failed: failedBefore = 0 } = batch ?? {};
  setArchive(app.store, { progress: { work: 'batch', batch: id, done, total, failed: failedBefore, perSecond: 0 } });
  const { failed } = await ask(app.bridge.continueBatch(id));
  if (failed > 0) setArchive(app.store, { failures: { batch: id, runs: await ask(app.bridge.batchFailures(id)) } });
}

/** What is in hand is done; the rest can be continued. */
export const stopArchive = (app: AppContext): Promise<unknown> => attempt(app, () => ask(app.bridge.stopArchive()));

export const cancelBatch = (app: AppContext, id: string): Promise<void> => changing(app, () => ask(app.bridge.cancelBatch(id)));

export const showFailures = (app: AppContext, id: string): Promise<unknown> =>
  attempt(app, async () => setArchive(app.store, { failures: { batch: id, runs: await ask(app.bridge.batchFailures(id)) } }));

export const showChanges = (app: AppContext, id: string): Promise<void> =>
  changing(app, async () => {
    const value = await ask(app.bridge.compareBatch(id));
    setArchive(app.store, { tab: 'changes', comparison: { batch: id, value }, population: value.summary.agreement[0]?.path });
  });

export const decide = (app: AppContext, batch: string, kind: 'accept' | 'reject', reason: string): Promise<void> =>
  changing(app, async () => {
    await ask(app.bridge.decideBatch(batch, kind, reason));
    setArchive(app.store, { tab: 'decisions', comparison: undefined });
  });

export const rollBack = (app: AppContext, decision: string, reason: string): Promise<void> =>
  changing(app, () => ask(app.bridge.rollBackDecision(decision, reason)));

export const exportBatchReport = (app: AppContext, id: string, number: number): Promise<void> =>
  changing(app, async () => {
    const { language } = app.store.getState().view;
    sayWritten(app, await ask(app.bridge.exportBatchReport(id, language, `batch-${number}.pdf`)));
  });

/** The ticked runs, or all that the query found. */
const chosenRuns = ({ store }: AppContext): { readonly runs: string[] } | { readonly query: string } => {
  const { ticked, shown } = store.getState().archive;
  return ticked.length > 0 ? { runs: [...ticked] } : { query: shown };
};

/** One gate of the ticked runs, or of all that were found, as their results stand. */
export const reviewRuns = (app: AppContext): Promise<void> => openArchiveReview(app, chosenRuns(app));

export const exportArchiveTable = (app: AppContext, batch?: string): Promise<void> =>
  writing(app, () => app.bridge.exportArchiveTable(batch === undefined ? chosenRuns(app) : { batch }, 'results.xlsx'));

export const exportRunReports = (app: AppContext): Promise<void> =>
  writing(app, () => {
    const { archive, view } = app.store.getState();
    const [only] = archive.ticked.length === 1 ? archive.runs.filter(({ id }) => id === archive.ticked[0]) : [];
    const name = only === undefined ? 'runs.pdf' : `${only.name.replace(/\.[^.]*$/, '')}.pdf`;
    return app.bridge.exportRunReports(chosenRuns(app), view.language, name);
  });

const writing = (app: AppContext, write: () => Promise<Answer<Written | null>>): Promise<void> =>
  changing(app, async () => sayWritten(app, await ask(write())));

export const tick = (app: AppContext, ids: readonly string[]): void => setArchive(app.store, { ticked: ids });

export const openArchiveFile = (app: AppContext): Promise<void> => moving(app, () => app.bridge.openArchiveFile());
export const newArchiveFile = (app: AppContext): Promise<void> => moving(app, () => app.bridge.newArchiveFile());

/** What keeps a database shut is said in the dialog that asked for it. */
export async function openArchiveServer(
  app: AppContext,
  url: string,
  password: string,
  how: { readonly keep: boolean; readonly create: boolean },
): Promise<Problem | undefined> {
  const answer = await app.bridge.openArchiveServer(url, password, how);
  try {
    const places = await ask(Promise.resolve(answer));
    await moving(app, async () => ({ ok: true, value: places }));
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** One that was open before; a server whose password is not known is asked for it. */
export async function switchArchive(app: AppContext, id: string): Promise<void> {
  const found = app.store.getState().archive.places?.archives.find((one) => one.id === id);
  if (found?.kind === 'server' && found.hasPassword !== true) askForServer(app, found.url);
  else await moving(app, () => app.bridge.switchArchive(id));
}

export const forgetArchive = (app: AppContext, id: string): Promise<void> => moving(app, () => app.bridge.forgetArchive(id));

/** Shows the runs and asks how they are to be gated again. */
export async function askToGateAgain(app: AppContext): Promise<void> {
  await openArchive(app);
  setArchive(app.store, { tab: 'runs', dialog: 'batch' });
}

export const askForServer = (app: AppContext, server = ''): void => setArchive(app.store, { dialog: 'server', server });
export const askForBatch = (app: AppContext): void => setArchive(app.store, { dialog: 'batch' });
export const closeDialog = (app: AppContext): void => setArchive(app.store, { dialog: undefined });

/** Into another archive: nothing that was shown of the one before is left. */
async function moving(app: AppContext, work: () => Promise<Answer<ArchivePlaces | null>>): Promise<void> {
  await changing(app, async () => {
    const places = await ask(work());
    if (places === null) return;
    const { tab } = app.store.getState().archive;
    setArchive(app.store, { ...emptyArchive, places, tab: tab === 'changes' ? 'runs' : tab });
  });
}

type Written = { readonly name: string; readonly olderEngine?: string | undefined };

function sayWritten(app: AppContext, written: Written | null): void {
  const { store } = app;
  if (written === null) return;
  setView(store, { message: translator(messages, store.getState().view.language)('written', { file: written.name }) });
  if (written.olderEngine !== undefined) notify(app, olderEngine(written.olderEngine), { kind: 'note' });
}

/** Something that changes the archive: buttons wait for it, and what is shown is asked for again whatever came of it. */
async function changing(app: AppContext, work: () => Promise<unknown>): Promise<void> {
  setArchive(app.store, { busy: true });
  try {
    await attempt(app, work);
  } finally {
    setArchive(app.store, { busy: false, progress: undefined });
  }
  await refresh(app);
}

/** The protocol of all samples: gates that a person placed in single ones go beside it. */
const protocolText = ({ store }: AppContext): string => JSON.stringify(store.getState().session.history.present.protocol);

export const setTab = (app: AppContext, tab: ArchiveState['tab']): void => setArchive(app.store, { tab });
