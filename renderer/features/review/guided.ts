import { guideOf } from '../../../core/study/review/guide.ts';
import type { AppContext } from '../../context/app-context.ts';
import { compared, gatesIn } from '../../store/review-items.ts';
import type { ReviewAsking } from '../../store/review-state.ts';
import { sessionResults } from '../../store/selectors.ts';
import type { State } from '../../store/state.ts';
import { setReview, setView } from '../../store/store.ts';
import { applyToChosen, isSettled, judge, keepMove } from './actions.ts';
import { subjectsOf } from './targets.ts';

const gatesOf = (state: State) => gatesIn(sessionResults(state).flatMap(({ analysis }) => analysis?.value ?? []));

/** The gates of the sample that is shown, in the order of the strategy, each beside one that was accepted. */
export function openGuided({ store }: AppContext): void {
  const state = store.getState();
  const { review, selected } = state.view;
  const [first] = gatesOf(state);
  setView(store, {
    centre: 'review',
    reviewed: true,
    review: {
      ...review,
      source: 'session',
      gate: first ?? review.gate,
      active: selected ?? review.active,
      isLarge: true,
      filter: '',
      share: 'all',
      draft: undefined,
      bound: undefined,
      asking: undefined,
    },
  });
}

/** To another gate of the strategy, in the same sample. */
export function stepGate(app: AppContext, by: 1 | -1): void {
  const { store } = app;
  const state = store.getState();
  const { gate, source } = state.view.review;
  if (source !== 'session' || !isSettled(app)) return;
  const gates = gatesOf(state);
  const next = gates[gates.findIndex(({ id, population }) => (id === undefined ? population === gate?.population : id === gate?.id)) + by];
  if (next !== undefined) setReview(store, { gate: next, bound: undefined, asking: undefined });
}

/** Whether the gate of the active sample, where it stands or where a hand has it, is far from the accepted ones. */
function isFar({ store }: AppContext): boolean {
  const state = store.getState();
  const { review } = state.view;
  const items = compared(subjectsOf(state));
  const item = items.find(({ id }) => id === review.active);
  if (item === undefined || !review.isLarge || review.source !== 'session') return false;
  return guideOf(items, item, review.draft?.id === item.id ? review.draft.gate : undefined).isFar;
}

/** Accepts; a gate that stands far from the accepted ones asks why. */
export function accept(app: AppContext): void {
  if (!isSettled(app)) return;
  if (isFar(app)) setReview(app.store, { asking: 'accept' });
  else judge(app, 'accepted');
}

/** Keeps the move; far from the accepted ones it asks why. */
export function keep(app: AppContext): void {
  if (isFar(app)) setReview(app.store, { asking: 'keep' });
  else keepMove(app);
}

export function giveReason(app: AppContext, asking: ReviewAsking, reason: string): void {
  if (asking === 'return') judge(app, 'returned', reason);
  else if (asking === 'accept') judge(app, 'accepted', reason);
  else if (asking === 'keep') keepMove(app, reason);
  else applyToChosen(app, reason);
}
