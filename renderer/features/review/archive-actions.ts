import type { ArchiveReview, ReviewChoice } from '../../../core/contract/archive-review.ts';
import type { Gate } from '../../../core/gating/gates/gates.ts';
import type { Thumbnail } from '../../../core/statistics/histograms/thumbnail.ts';
import { type AppContext, ask, attempt, notify, whoWorks } from '../../context/app-context.ts';
import { translator } from '../../messages/language.ts';
import { setArchive, setReview, setView } from '../../store/store.ts';
import { own } from './messages.ts';
import { targetIds } from './targets.ts';

/** Pictures that are asked for at once: a page. */
const PAGE = 100;

/** Shows one gate of the results of a batch, or of those that stand, without a session. */
export async function openArchiveReview(app: AppContext, choice: ReviewChoice): Promise<void> {
  const { review } = app.store.getState().view;
  const look = {
    source: 'archive',
    chosen: [],
    shown: [],
    active: undefined,
    isLarge: false,
    draft: undefined,
    asking: undefined,
  } as const;
  setView(app.store, { centre: 'review', review: { ...review, ...look } });
  await lookAt(app, choice, null);
}

/** The same at another gate. */
export const lookAtGate = (app: AppContext, population: string): Promise<void> => {
  const { review } = app.store.getState().archive;
  return review === undefined ? Promise.resolve() : lookAt(app, review.choice, population);
};

async function lookAt(app: AppContext, choice: ReviewChoice, population: string | null): Promise<void> {
  setArchive(app.store, { busy: true });
  const { review } = app.store.getState().archive;
  const again = JSON.stringify(review?.choice) === JSON.stringify(choice) ? (review?.again ?? []) : [];
  const value = await attempt(app, async () => {
    const first = await ask(app.bridge.archiveReview(choice, population));
    let now = first;
    for (const batch of again) now = replaced(now, await ask(app.bridge.archiveReview({ batch }, first.population ?? null)));
    return now;
  });
  setArchive(app.store, {
    busy: false,
    ...(value === undefined ? {} : { review: { choice, value, pictures: new Map(), missing: [], moving: [], again } }),
  });
  const gate = value?.gates.find((one) => one.population === value.population);
  setReview(app.store, { gate, draft: undefined, bound: undefined });
}

/** Runs that were gated again, at the same gate, take the place of those of before. */
export function replaced(value: ArchiveReview, fresh: ArchiveReview): ArchiveReview {
  if (fresh.population !== value.population) return value;
  const again = new Map(fresh.runs.map((run) => [run.id, run]));
  return { ...value, runs: value.runs.map((run) => again.get(run.id) ?? run) };
}

let turn: Promise<unknown> = Promise.resolve();

/** Brings the pictures of runs, a page at a time in the order in which they stand; what was never drawn is drawn from its file at the end. */
export function bringPictures(app: AppContext, ids: readonly string[]): void {
  const { review } = app.store.getState().archive;
  if (review === undefined) return;
  const { value } = review;
  const isShown = () => app.store.getState().archive.review?.value === value;
  turn = turn.then(() =>
    attempt(app, async () => {
      const wanted = wantedOf(app, value, ids);
      for (let from = 0; from < wanted.length && isShown(); from += PAGE) await bring(app, value, wanted.slice(from, from + PAGE));
      if (isShown()) await makeMissing(app, value);
    }),
  );
}

/** Results and the gate's first population in each, of which nothing is known yet. */
function wantedOf(app: AppContext, value: ArchiveReview, ids: readonly string[]): readonly [string, string][] {
  const { pictures = new Map<string, Thumbnail | undefined>(), missing = [] } = app.store.getState().archive.review ?? {};
  const runs = new Map(value.runs.map((run) => [run.id, run]));
  return ids.flatMap((id): [string, string][] => {
    const run = runs.get(id);
    if (run?.facts === undefined || pictures.has(run.result) || missing.includes(run.result)) return [];
    return [[run.result, run.facts.population]];
  });
}

async function bring(app: AppContext, value: ArchiveReview, wanted: readonly [string, string][]): Promise<void> {
  const brought = await ask(app.bridge.archiveThumbnails([...wanted]));
  const { review } = app.store.getState().archive;
  if (review?.value !== value) return;
  const pictures = new Map([...review.pictures, ...brought.found]);
  setArchive(app.store, { review: { ...review, pictures, missing: [...new Set([...review.missing, ...brought.missing])] } });
}

/** Some at a time, so that the first are seen soon; progress is told below. */
const AT_ONCE = 24;

async function makeMissing(app: AppContext, value: ArchiveReview): Promise<void> {
  const { missing = [] } = app.store.getState().archive.review ?? {};
  const places = new Map(value.runs.flatMap(({ result, facts }) => (facts === undefined ? [] : [[result, facts.population] as const])));
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    const some = missing.slice(from, from + AT_ONCE);
    if (app.store.getState().archive.review?.value !== value) return;
    setArchive(app.store, { busy: true });
    try {
      await ask(app.bridge.makeThumbnails(some));
    } finally {
      setArchive(app.store, { busy: false, progress: undefined });
    }
    await bring(
      app,
      value,
      some.flatMap((result): [string, string][] => [[result, places.get(result) ?? '']]),
    );
  }
}

/** Writes a decision of the archive about the chosen runs, or the active one; true where it was. */
export async function judgeInArchive(app: AppContext, verdict: 'accepted' | 'returned', reason: string): Promise<boolean> {
  const state = app.store.getState();
  const { review } = state.archive;
  const ids = new Set(targetIds(state.view.review));
  const runs = review?.value.runs.filter(({ id, facts }) => ids.has(id) && facts !== undefined && !review.moving.includes(id)) ?? [];
  if (review?.value.population === undefined || runs.length === 0) {
    notify(app, { sentence: own.nothingToJudge }, { kind: 'note' });
    return false;
  }
  const { population } = review.value;
  const why = reason === '' ? translator(own, state.view.language)('acceptedInReview') : reason;
  const done = await attempt(app, async () => {
    for (const batch of new Set(runs.map((run) => run.batch))) {
      const results = runs.filter((run) => run.batch === batch).map(({ result }) => result);
      await ask(app.bridge.judgeArchive({ batch, population, verdict, results, reason: why }));
    }
    return true;
  });
  if (done === undefined) return false;
  const mark = { verdict, reason: why, by: whoWorks(app), at: new Date().toISOString() };
  const results = new Set(runs.map(({ result }) => result));
  const now = app.store.getState().archive.review;
  if (now === undefined) return true;
  const marked = now.value.runs.map((run) => (results.has(run.result) ? { ...run, judged: mark } : run));
  setArchive(app.store, { review: { ...now, value: { ...now.value, runs: marked } } });
  return true;
}

/** Gates moved by hand become those of their runs, which are gated again as a batch; the new results take the place of those that were looked at. */
export async function moveInArchive(
  app: AppContext,
  gates: readonly { readonly id: string; readonly to: Gate }[],
  reason: string,
): Promise<void> {
  const { review } = app.store.getState().archive;
  const runs = new Map(review?.value.runs.map((run) => [run.id, run]));
  const moved = gates.flatMap(({ id, to }) => {
    const run = runs.get(id);
    return run?.facts === undefined ? [] : [{ result: run.result, population: run.facts.population, to }];
  });
  if (review?.value.population === undefined || moved.length === 0) return;
  const { population } = review.value;
  const { draft } = app.store.getState().view.review;
  setArchive(app.store, { busy: true, review: { ...review, moving: gates.map(({ id }) => id) } });
  setReview(app.store, { draft: undefined, asking: undefined, chosen: [] });
  let batch: string | undefined;
  const fresh = await attempt(app, async () => {
    const { id } = await ask(app.bridge.moveArchiveGates({ gates: plain(moved), reason }));
    batch = id;
    const { failed } = await ask(app.bridge.continueBatch(id));
    if (failed > 0) notify(app, { sentence: own.movedFailed, values: { count: failed } });
    return ask(app.bridge.archiveReview({ batch: id }, population));
  });
  const now = app.store.getState().archive.review;
  const isSame = JSON.stringify(now?.choice) === JSON.stringify(review.choice);
  const again = [...(now?.again ?? []), ...(batch === undefined || !isSame ? [] : [batch])];
  setArchive(app.store, { busy: false, progress: undefined, review: now && { ...now, moving: [], again } });
  // a move that could not be begun is still in the hand
  if (batch === undefined && app.store.getState().view.review.active === draft?.id) setReview(app.store, { draft });
  if (fresh === undefined || now === undefined || !isSame) return;
  if (now.value.population !== population) return lookAt(app, now.choice, now.value.population ?? null);
  setArchive(app.store, { review: { ...now, value: replaced(now.value, fresh), moving: [], again } });
  bringPictures(
    app,
    fresh.runs.map(({ id }) => id),
  );
}

/** What crosses is copied anyway. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
