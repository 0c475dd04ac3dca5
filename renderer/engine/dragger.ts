import { Problem } from '../../core/base/problem.ts';
import { JobCancelled } from '../../core/base/workers/cancelled.ts';
import type { Pool } from '../../core/base/workers/pool.ts';
import type { DragPlan } from '../../core/gating/drag/drag-plan.ts';
import { asDraggable } from '../../core/gating/drag/draggable.ts';
import { type Gate, gateSchema, isFixed } from '../../core/gating/gates/gates.ts';
import { indexStrategy, mapGates } from '../../core/gating/strategy/edit-tree.ts';
import { type Following, whatFollows } from '../../core/gating/strategy/what-follows.ts';
import { withEvents } from '../../core/show/plot/density-raster.ts';
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
import { estimated, type Glimpse, openGlimpse } from './drag-glimpse.ts';
import { type FirstPlanner, isSameList } from './first-planner.ts';
import type { EngineJobs } from './jobs.ts';
import { shadeKindsOf } from './plots-in-sight.ts';

export interface DraggerTools {
  readonly store: Store;
  readonly pool: Pool<EngineJobs>;
  readonly columns: Columns;
  readonly planner: Pick<FirstPlanner, 'planOf'>;
  /** Most of the pool. */
  readonly workers: number;
}

/** A gate in a hand, or let go of a moment ago. */
interface Under {
  readonly of: DragOf;
  readonly drag: Drag;
  readonly first: First | undefined;
}

/** The exact answer is this late: what the first events say is shown until it comes, ms. */
const LATE = 150;

/**
 * While a gate is being moved: the counts and plots of everything that follows from it. The newest place wins, and nothing waits in
 * between. Until the exact numbers are there the first events say what they are about. Let go of, the drag goes on until its last place is
 * counted; that stands until the analysis is there.
 */
export function createDragger({ store, pool, columns, planner, workers }: DraggerTools): {
  readonly sync: () => void;
} {
  let inHand: GateDraft | undefined;
  let wanted: GateDraft | undefined;
  /** Let go of, and part of the document now. */
  let released: GateDraft | undefined;
  let under: Under | undefined;
  /** Since when an answer is waited for. */
  let busy: number | undefined;

  function sync(): void {
    const state = store.getState();
    const { draft, held } = state.view;
    const gate = draft ?? held;
    const isChanged = gate !== inHand;
    const last = wanted;
    inHand = gate;
    wanted = draft;
    if (isChanged && gate?.id === undefined) letGo(state, last);
    if (isChanged && gate?.id !== undefined) take(state, gate, gate.id);
    if (draft === undefined) fade(state);
  }

  /** What takes longest is done while a gate is only held: most of it is there when it is moved first. */
  function take(state: State, gate: GateDraft, id: string): void {
    const of = dragOf(state, columns, id, gate);
    if (of === undefined) return;
    if (under === undefined || !isSame(under.of, of)) {
      end();
      // a worker begins before the window looks at the first events
      const drag = openDrag({ pool, workers }, of);
      under = { of, drag, first: firstOf(state, planner, of) };
    } else under = { ...under, of };
    if (wanted === undefined) return;
    released = undefined;
    if (busy === undefined) void follow();
    look();
  }

  /** The first events, as long as there is no exact answer. */
  function look(): void {
    if (under?.first === undefined || wanted === undefined) return;
    if (busy === undefined || (hasExact && performance.now() - busy < LATE)) return;
    const { of, first } = under;
    const gate = settledOrNone(store.getState(), of, wanted);
    const drafted = gate && glimpsed(store.getState(), of, first, wanted, gate);
    if (drafted !== undefined) setResults(store, { drafted });
  }
  let hasExact = false;

  function end(): void {
    under?.drag.end();
    under = undefined;
    hasExact = false;
  }

  /** Where it was placed its last place is counted to the end; elsewhere nothing of it stays. */
  function letGo(state: State, last: GateDraft | undefined): void {
    if (under === undefined || last === undefined || !stands(state, last)) {
      released = undefined;
      end();
      return;
    }
    released = last;
    const { drafted } = state.results;
    if (drafted !== undefined && (drafted.draft !== last || drafted.first !== undefined))
      setResults(store, { drafted: { ...drafted, draft: last, isBehind: true } });
    if (busy === undefined) void follow();
  }

  /** Goes on as long as the gate has moved in the meantime. */
  async function follow(): Promise<void> {
    let shown: GateDraft | undefined;
    for (let next = wanted ?? released; under !== undefined && next !== undefined && next !== shown; next = wanted ?? released) {
      const [{ of, drag }, draft]: [Under, GateDraft] = [under, next];
      shown = draft;
      busy = performance.now();
      try {
        const drafted = await resultAt(drag, of, draft);
        const isWanted = store.getState().view.draft?.id === draft.id || released === draft;
        if (isWanted && under?.drag === drag) {
          hasExact = true;
          setResults(store, { drafted });
        }
      } catch (error) {
        if (!isGivenUp(error) && !(error instanceof Problem)) throw error;
      }
    }
    busy = undefined;
  }

  async function resultAt(drag: Drag, of: DragOf, draft: GateDraft): Promise<Drafted> {
    const gate = settled(store.getState(), of, draft);
    const result = await drag.at(gate);
    if (result !== undefined) return draftedOf(store.getState(), of, draft, result);
    const args = {
      key: of.held.affinity,
      sample: of.held.sample,
      protocol: withDraft(of.protocol, draft, shownAnalysis(store.getState())?.channels ?? []),
    };
    const counts = await pool.runLatest('draft', 'count', args, { affinity: of.held.affinity, priority: 30 });
    const byPath = new Map(counts.map(({ path, count }) => [path, count]));
    return { draft, counts: byPath, ...followingOf(store.getState(), of), pictures: new Map() };
  }

  function fade(state: State): void {
    if (released === undefined && state.results.drafted === undefined) return;
    // let go of somewhere new: the exact results are on their way
    const isAwaited = isStale(state, selectedResult(state)) && selectedResult(state)?.ended === undefined;
    if (isAwaited && released !== undefined && stands(state, released)) return;
    released = undefined;
    if (inHand === undefined) end();
    if (state.results.drafted !== undefined) setResults(store, { drafted: undefined });
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

/** The same gate, wherever it stands now: what its moves change does not depend on its place. */
const isSame = (a: DragOf, b: DragOf): boolean =>
  a.id === b.id && a.held.affinity === b.held.affinity && isSameButFor(a.id, a.protocol, b.protocol) && isSameList(a.tiles, b.tiles);

function isSameButFor(id: string, a: Protocol, b: Protocol): boolean {
  if (a === b) return true;
  const others = ({ strategy, ...rest }: Protocol) =>
    JSON.stringify([rest, mapGates(strategy, (node) => (node.id === id ? { ...node, gate: unplaced, own: undefined } : node))]);
  return others(a) === others(b);
}
const unplaced: Gate = { kind: 'rectangle', ranges: [{}] };

/** Whether the shown sample has the gate where it was let go of. */
function stands(state: State, { id, gate, dimensions }: GateDraft): boolean {
  const result = selectedResult(state);
  const protocol = result && makersOf(state, result)?.protocol;
  if (protocol === undefined) return false;
  const node = indexStrategy(protocol.strategy).gates.find((at) => at.node.id === id)?.node;
  if (node === undefined || !isFixed(node.gate)) return false;
  try {
    const stored = storedGate(gate, dimensions, protocol, shownAnalysis(state)?.channels ?? []);
    const parsed = gateSchema.safeParse(stored);
    return parsed.success && JSON.stringify(gateSchema.parse(node.gate)) === JSON.stringify(parsed.data);
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

/** The first events of the sample with a gate in them. */
interface First {
  readonly plan: DragPlan;
  readonly glimpse: Glimpse;
  /** What each population held where the gate was taken hold of. */
  readonly before: ReadonlyMap<string, number> | undefined;
}

function firstOf(state: State, planner: DraggerTools['planner'], of: DragOf): First | undefined {
  const planned = planner.planOf(of.held.affinity, of.protocol, of.tiles, of.id);
  const start = asDraggable(of.gate);
  if (planned === undefined || start === undefined || JSON.stringify(planned.dimensions) !== JSON.stringify(of.dimensions))
    return undefined;
  const { plan, columns } = planned;
  const glimpse = openGlimpse(plan, columns, start, shadeKindsOf(of.tiles));
  const analysis = selectedResult(state)?.analysis;
  const before =
    analysis?.protocol === of.protocol ? new Map(analysis.value.populations.map(({ path, count }) => [path, count])) : undefined;
  return glimpse && { plan, glimpse, before };
}

function glimpsed(state: State, of: DragOf, { plan, glimpse, before }: First, draft: GateDraft, gate: Gate): Drafted | undefined {
  const draggable = asDraggable(gate);
  const seen = draggable && glimpse.at(draggable);
  if (seen === undefined) return undefined;
  const all = of.held.sample.eventCount;
  const counts = new Map([...(before ?? []), ...estimated(plan, seen, all, before)]);
  const first = glimpse.eventCount < all ? { first: glimpse.eventCount } : {};
  return {
    draft,
    ...first,
    counts,
    ...followingOf(state, of),
    pictures: picturesOf(state, of, { plan, pictures: seen.pictures, counts }, first.first),
  };
}

const followingOf = (state: State, { id }: Pick<DragOf, 'id'>): Following => whatFollows(shownAnalysis(state)?.populations ?? [], id);

const isGivenUp = (error: unknown): boolean => error instanceof JobCancelled || (error instanceof Error && error.name === 'AbortError');

function draftedOf(state: State, of: DragOf, draft: GateDraft, { plan, counts, pictures }: DragResult): Drafted {
  const byPath = new Map(plan.still.map(({ path, count }) => [path, count]));
  plan.followers.forEach(({ path }, i) => void byPath.set(path, counts[i]!));
  return { draft, counts: byPath, ...followingOf(state, of), pictures: picturesOf(state, of, { plan, pictures, counts: byPath }) };
}

/** The tiles' pictures with other events in them: all, with their counts, or only the first. */
function picturesOf(
  state: State,
  { protocol }: DragOf,
  { plan, pictures, counts }: Pick<DragResult, 'plan' | 'pictures'> & Pick<Drafted, 'counts'>,
  first?: number,
): Drafted['pictures'] {
  const shown = plan.pictures.flatMap(({ id }, i): readonly [string, Picture][] => {
    const shownNow = state.results.pictures.get(id);
    const drawn = pictures[i];
    if (shownNow === undefined || drawn === undefined || shownNow.protocol !== protocol) return [];
    const picture: Picture = first === undefined ? shownNow : { ...shownNow, first };
    const count = counts.get(picture.tile.population) ?? 0;
    const { density, histogram } = picture;
    const { events, shaded } = drawn;
    if (density !== undefined && shaded !== undefined)
      return [[id, { ...picture, density: withEvents(density, { count, density: events, shaded }) }]];
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
