import { JobCancelled } from '../../core/jobs/cancelled.ts';
import type { Pool } from '../../core/jobs/pool.ts';
import { Problem } from '../../core/problem.ts';
import { withGate } from '../../core/session/edit-fit.ts';
import { mapGates } from '../../core/session/edit-tree.ts';
import type { Protocol } from '../../core/session/protocol.ts';
import { makersOf } from '../store/document.ts';
import type { GateDraft } from '../store/state.ts';
import { type Store, setResults } from '../store/store.ts';
import type { Columns } from './columns.ts';
import type { EngineJobs } from './jobs.ts';

/** Counts every population anew while a gate is being moved; the newest place wins, the exact result follows on release. */
export function createDraftCounter({ store, pool, columns }: { store: Store; pool: Pool<EngineJobs>; columns: Columns }): {
  readonly sync: () => void;
} {
  let counted: GateDraft | undefined;

  function sync(): void {
    const state = store.getState();
    const { draft } = state.view;
    if (draft === counted) return;
    counted = draft;
    if (draft?.id === undefined) {
      if (state.results.draftCounts !== undefined) setResults(store, { draftCounts: undefined });
      return;
    }
    const result = state.results.samples.get(state.view.selected ?? '');
    const makers = result && makersOf(state, result);
    const held = result && columns.get(result.key);
    if (makers !== undefined && held !== undefined) void count(draft, withDraft(makers.protocol, draft), held);
  }

  async function count(draft: GateDraft, protocol: Protocol, { home, sample }: NonNullable<ReturnType<Columns['get']>>): Promise<void> {
    try {
      const counts = await pool.runLatest('draft', 'count', { key: home, sample, protocol }, { home, priority: 30 });
      if (store.getState().view.draft !== undefined && counted?.id === draft.id)
        setResults(store, { draftCounts: new Map(counts.map(({ path, count: events }) => [path, events])) });
    } catch (error) {
      if (!(error instanceof JobCancelled) && !(error instanceof Problem)) throw error;
    }
  }

  return { sync };
}

/** The protocol as if the draft were part of it. */
const withDraft = (protocol: Protocol, { id, gate, dimensions }: GateDraft): Protocol => ({
  ...protocol,
  strategy: [...mapGates(protocol.strategy, (node) => (node.id === id ? withGate(node, gate, dimensions) : node))],
});
