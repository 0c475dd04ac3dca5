import type { PlacedGates } from '../../core/archive-calls.ts';
import { indexStrategy } from '../../core/session/edit-tree.ts';
import { speakerOf } from '../i18n/language.ts';
import type { ArchiveState } from '../store/archive-state.ts';
import { setArchive, setView } from '../store/store.ts';
import { ask, attempt, type Desk } from './desk.ts';

/** Shows the archive, and what is in it. */
export async function openArchive(desk: Desk): Promise<void> {
  setView(desk.store, { centre: 'archive' });
  await refresh(desk);
}

/** Asks for everything that is shown again. */
export async function refresh(desk: Desk): Promise<void> {
  await attempt(desk, async () => {
    const { query, limit } = desk.store.getState().archive;
    const [{ runs, total }, lists] = await Promise.all([ask(desk.bridge.archiveRuns(query, limit)), ask(desk.bridge.archiveLists())]);
    setArchive(desk.store, { runs, total, shown: query, ...lists });
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

/** Gates the runs of the query again: with the protocol of the session, or with a version that the archive keeps. */
export const gateAgain = (desk: Desk, protocol?: string, respectPauses = false): Promise<void> =>
  changing(desk, async () => {
    const { shown } = desk.store.getState().archive;
    const own = protocol === undefined;
    const begun = desk.bridge.beginBatch(shown, protocol ?? protocolText(desk), own ? placedGates(desk) : [], respectPauses);
    const { id } = await ask(begun);
    setArchive(desk.store, { tab: 'batches', failures: undefined });
    await goOn(desk, id);
  });

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

export const exportArchiveTable = (desk: Desk, chosen: { readonly batch: string } | { readonly query: string }): Promise<void> =>
  changing(desk, async () => sayWritten(desk, await ask(desk.bridge.exportArchiveTable(chosen, 'results.xlsx'))));

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

function placedGates({ store }: Desk): PlacedGates {
  const { protocol, overrides } = store.getState().session.history.present;
  const { populations } = indexStrategy(protocol.strategy);
  return overrides.flatMap(({ gate, ...override }) => {
    const population = populations.find((at) => at.gate.id === gate)?.path;
    return population === undefined ? [] : [{ ...override, population }];
  });
}

export const setTab = (desk: Desk, tab: ArchiveState['tab']): void => setArchive(desk.store, { tab });
