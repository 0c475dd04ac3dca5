import { Problem } from '../../core/base/problem.ts';
import { JobCancelled } from '../../core/base/workers/cancelled.ts';
import type { Pool } from '../../core/base/workers/pool.ts';
import type { Gate } from '../../core/gating/gates/gates.ts';
import { mapGates } from '../../core/gating/strategy/edit-tree.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import { withGate } from '../../core/study/session/edits/edit-fit.ts';
import { makersOf } from '../store/document.ts';
import { isStale, selectedResult, shownAnalysis, tilesOf } from '../store/selectors.ts';
import type { Drafted, GateDraft, Picture, State } from '../store/state.ts';
import { type Store, setResults } from '../store/store.ts';
import { settledGate, storedGate } from '../store/stored-gate.ts';
import type { Columns } from './columns.ts';
import { type Drag, type DragOf, type DragResult, openDrag } from './drag.ts';
import type { EngineJobs } from './jobs.ts';

export interface DraggerTools {
  readonly store: Store;
  readonly pool: Pool<EngineJobs>;
  readonly columns: Columns;
  /** Most of the pool. */
  readonly workers: number;
}

/**
 * While a gate is being moved: the counts and plots of everything that follows from it. The newest place wins, and nothing waits in
 * between; what was last shown stays after release until the exact results are there.
 */
export function createDragger({ store, pool, columns, workers }: DraggerTools): {
  readonly sync: () => void;
} {
  let inHand: GateDraft | undefined;
  let wanted: GateDraft | undefined;
  let under: { readonly of: DragOf; readonly drag: Drag } | undefined;
  let isBusy = false;

  function sync(): void {
    const state = store.getState();
    const { draft, held } = state.view;
    const gate = draft ?? held;
    const isChanged = gate !== inHand;
    inHand = gate;
    wanted = draft;
    if (isChanged && gate?.id === undefined) end();
    if (isChanged && gate?.id !== undefined) take(state, gate, gate.id);
    if (draft === undefined) fade(state);
  }

  /** What takes longest is done while a gate is only held: most of it is there when it is moved first. */
  function take(state: State, gate: GateDraft, id: string): void {
    const of = dragOf(state, columns, id, gate);
    if (of === undefined) return;
    if (under === undefined || !isSame(under.of, of)) {
      end();
      under = { of, drag: openDrag({ pool, workers, onGlimpse: look }, of) };
    }
    if (wanted === undefined) return;
    look();
    if (!isBusy) void follow();
  }

  /** The first events, until all are ready. */
  function look(): void {
    if (under === undefined || wanted === undefined) return;
    const { of, drag } = under;
    const gate = settledOrNone(store.getState(), of, wanted);
    const glimpse = gate && drag.glimpse(gate);
    if (glimpse === undefined) return;
    const pictures = picturesOf(store.getState(), of, glimpse, glimpse.eventCount);
    setResults(store, { drafted: { draft: wanted, counts: noCounts, pictures } });
  }

  function end(): void {
    under?.drag.end();
    under = undefined;
  }

  /** Goes on as long as the gate has moved in the meantime. */
  async function follow(): Promise<void> {
    isBusy = true;
    let shown: GateDraft | undefined;
    while (under !== undefined && wanted !== undefined && wanted !== shown) {
      const [{ of, drag }, draft] = [under, wanted];
      shown = draft;
      try {
        const drafted = await resultAt(drag, of, draft);
        if (store.getState().view.draft?.id === draft.id && under?.drag === drag) setResults(store, { drafted });
      } catch (error) {
        if (!isGivenUp(error) && !(error instanceof Problem)) throw error;
      }
    }
    isBusy = false;
  }

  async function resultAt(drag: Drag, of: DragOf, draft: GateDraft): Promise<Drafted> {
    const result = await drag.at(settled(store.getState(), of, draft));
    if (result !== undefined) return draftedOf(store.getState(), of, draft, result);
    const args = {
      key: of.held.affinity,
      sample: of.held.sample,
      protocol: withDraft(of.protocol, draft, shownAnalysis(store.getState())?.channels ?? []),
    };
    const counts = await pool.runLatest('draft', 'count', args, { affinity: of.held.affinity, priority: 30 });
    return { draft, counts: new Map(counts.map(({ path, count }) => [path, count])), pictures: new Map() };
  }

  function fade(state: State): void {
    if (state.results.drafted === undefined || state.view.draft !== undefined) return;
    // let go of somewhere new: the exact results are on their way
    const isAwaited = isStale(state, selectedResult(state)) && selectedResult(state)?.ended === undefined;
    if (!isAwaited) setResults(store, { drafted: undefined });
  }

  return { sync };
}

/** As the strategy will hold it: a gate of another program goes to its linear values and back. */
const settled = (
  state: State,
  { protocol }: Pick<DragOf, 'protocol'>,
  { gate, dimensions }: Pick<GateDraft, 'gate' | 'dimensions'>,
): Gate => settledGate(gate, dimensions, protocol, shownAnalysis(state)?.channels ?? []);

function settledOrNone(...of: Parameters<typeof settled>): Gate | undefined {
  try {
    return settled(...of);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

function dragOf(state: State, columns: Columns, id: string, { gate, dimensions }: GateDraft): DragOf | undefined {
  const result = selectedResult(state);
  const makers = result && makersOf(state, result);
  const held = result && columns.get(result.key);
  if (makers === undefined || held === undefined) return undefined;
  const of = { held, protocol: makers.protocol, id, gate, dimensions, tiles: tilesOf(state) };
  const first = settledOrNone(state, of, { gate, dimensions });
  return first && { ...of, gate: first };
}

const isSame = (a: DragOf, b: DragOf): boolean =>
  a.id === b.id && a.held.affinity === b.held.affinity && a.protocol === b.protocol && isSameList(a.tiles, b.tiles);

/** The list of tiles may be made anew, the tiles are not. */
const isSameList = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((item, i) => item === b[i]);

const isGivenUp = (error: unknown): boolean => error instanceof JobCancelled || (error instanceof Error && error.name === 'AbortError');

function draftedOf(state: State, of: DragOf, draft: GateDraft, { plan, counts, pictures }: DragResult): Drafted {
  const byPath = new Map(plan.still.map(({ path, count }) => [path, count]));
  plan.followers.forEach(({ path }, i) => void byPath.set(path, counts[i]!));
  return { draft, counts: byPath, pictures: picturesOf(state, of, { plan, pictures, counts: byPath }) };
}

/** None yet: only the first events were looked at. */
const noCounts: ReadonlyMap<string, number> = new Map();

/** The tiles' pictures with other events in them: all, with their counts, or only the first. */
function picturesOf(
  state: State,
  { protocol }: DragOf,
  { plan, pictures, counts }: Pick<DragResult, 'plan' | 'pictures'> & Partial<Pick<Drafted, 'counts'>>,
  first?: number,
): Drafted['pictures'] {
  const shown = plan.pictures.flatMap(({ id }, i): readonly [string, Picture][] => {
    const shownNow = state.results.pictures.get(id);
    const drawn = pictures[i];
    if (shownNow === undefined || drawn === undefined || shownNow.protocol !== protocol) return [];
    const picture: Picture = first === undefined ? shownNow : { ...shownNow, first };
    const count = counts?.get(picture.tile.population) ?? 0;
    const { density, histogram } = picture;
    const { events, shaded } = drawn;
    if (density !== undefined && shaded !== undefined)
      return [[id, { ...picture, density: { ...density, count, density: events, shaded } }]];
    return histogram?.counts.length === events.length ? [[id, { ...picture, histogram: { ...histogram, count, counts: events } }]] : [];
  });
  return new Map(shown);
}

/** The protocol as if the draft were part of it. */
function withDraft(protocol: Protocol, { id, gate, dimensions }: GateDraft, channels: SampleAnalysis['channels']): Protocol {
  const stored = storedGate(gate, dimensions, protocol, channels);
  return {
    ...protocol,
    strategy: [...mapGates(protocol.strategy, (node) => (node.id === id ? withGate(node, stored, dimensions) : node))],
  };
}
