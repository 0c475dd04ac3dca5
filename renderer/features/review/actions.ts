import { type Gate, kindOf, mapCoordinates } from '../../../core/gating/gates/gates.ts';
import type { Bound } from '../../../core/gating/gates/kind/editing.ts';
import type { ReviewVerdict } from '../../../core/study/session/document/session-document.ts';
import type { EditOf } from '../../../core/study/session/edits/edit-kinds.ts';
import { type AppContext, notify } from '../../context/app-context.ts';
import { edit } from '../../context/edit.ts';
import { translator } from '../../messages/language.ts';
import { sampleAt } from '../../store/document.ts';
import type { ReviewSubject } from '../../store/review-items.ts';
import type { ReviewLook } from '../../store/review-state.ts';
import { shownAnalysis } from '../../store/selectors.ts';
import { setReview, setView } from '../../store/store.ts';
import { judgeInArchive, moveInArchive } from './archive-actions.ts';
import { own } from './messages.ts';
import { chosenInSight, gateIn, subjectsOf, targetIds } from './targets.ts';

/** Shows the samples of the session at the gate of the selected population. */
export function openReview({ store }: AppContext): void {
  const state = store.getState();
  const { population, review } = state.view;
  const selected = shownAnalysis(state)?.populations.find(({ path }) => path === population);
  const gate = selected?.gate && { id: selected.gate.id, population: selected.path };
  setView(store, {
    centre: 'review',
    reviewed: true,
    review: { ...review, source: 'session', gate: gate ?? review.gate, isLarge: false, draft: undefined, asking: undefined },
  });
}

const activeSubject = ({ store }: AppContext): ReviewSubject | undefined => {
  const state = store.getState();
  return subjectsOf(state).find(({ id }) => id === state.view.review.active);
};

/** Judges the gate in the chosen samples, or in the active one, and goes on to the next. */
export function judge(app: AppContext, verdict: ReviewVerdict | 'open', reason = ''): void {
  const { store } = app;
  const state = store.getState();
  const { review } = state.view;
  if (!isSettled(app)) return;
  const ids = targetIds(review);
  if (review.source === 'archive') {
    if (verdict === 'open') notify(app, { sentence: own.takeBackInDecisions }, { kind: 'note' });
    else void judgeInArchive(app, verdict, reason).then((isDone) => isDone && goOn(app, review));
    return;
  }
  const judged = subjectsOf(state).flatMap(({ id, facts, isStale }): EditOf<'gate/review'>['samples'] => {
    const sample = sampleAt(state.session.history.present, id)?.id;
    return !ids.includes(id) || facts === undefined || isStale || sample === undefined ? [] : [{ sample, ...facts.counted }];
  });
  if (review.gate?.id === undefined || judged.length === 0) notify(app, { sentence: own.nothingToJudge }, { kind: 'note' });
  else if (edit(app, { type: 'gate/review', gate: review.gate.id, verdict, samples: judged, reason })) {
    const count = ids.length - judged.length;
    if (count > 0) notify(app, { sentence: own.leftOut, values: { count } }, { kind: 'note' });
    if (verdict === 'open') setReview(store, { asking: undefined, ...(review.isLarge ? {} : { chosen: [] }) });
    else goOn(app, review);
  }
}

/** To the next sample, or away from those that were chosen. */
function goOn(app: AppContext, look: ReviewLook): void {
  const isOne = look.isLarge || chosenInSight(look).length === 0;
  setReview(app.store, { asking: undefined, ...(isOne ? {} : { chosen: [] }) });
  if (isOne) step(app, 1);
}

/** Whether no gate is moved and neither kept nor left: a move is never lost, nor a gate judged that is not the one in sight. Else that is said. */
export function isSettled(app: AppContext): boolean {
  const isMoved = app.store.getState().view.review.draft !== undefined;
  if (isMoved) notify(app, { sentence: own.keepOrForget }, { kind: 'note' });
  return !isMoved;
}

/** Asks why samples are sent back. */
export const askForReturn = (app: AppContext): void => {
  if (isSettled(app)) setReview(app.store, { asking: 'return' });
};

/** To another sample of the order. */
export function step(app: AppContext, by: number): void {
  if (!isSettled(app)) return;
  const { shown, active } = app.store.getState().view.review;
  const at = shown.indexOf(active ?? '');
  setReview(app.store, { active: shown[Math.max(0, Math.min(shown.length - 1, at + by))] });
}

export function choose({ store }: AppContext, id: string | undefined): void {
  const { chosen } = store.getState().view.review;
  if (id === undefined) return;
  setReview(store, { chosen: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id] });
}

/** The bounds that arrows can move: positions on the display scales. */
export const movableBounds = (gate: Gate): readonly Bound[] =>
  (kindOf(gate).bounds?.of(gate) ?? []).filter(({ position, unit }) => position !== undefined && unit === undefined);

/** The gate of the active sample, or the bound that was taken, moved in parts of the axes. */
export function moveGate(app: AppContext, [across, up]: readonly [number, number]): void {
  const { review } = app.store.getState().view;
  const subject = activeSubject(app);
  if (subject?.facts === undefined) return;
  const { placed } = subject.facts;
  const gate = review.draft?.id === subject.id ? review.draft.gate : placed.gate;
  const moved = movedGate(gate, review.bound, [across, up]);
  if (moved !== undefined) setReview(app.store, { draft: { id: subject.id, gate: moved } });
}

function movedGate(gate: Gate, id: string | undefined, by: readonly [number, number]): Gate | undefined {
  const bound = id === undefined ? undefined : movableBounds(gate).find((one) => one.id === id);
  if (bound?.position === undefined) return mapCoordinates(gate, [(at) => at + by[0], (at) => at + by[1]]);
  // a bound has one direction: either pair of arrows moves it
  const step = by[bound.dimension === 1 ? 1 : 0] || by[bound.dimension === 1 ? 0 : 1];
  return kindOf(gate).bounds?.with(gate, bound, bound.position + step);
}

/** The next bound of the gate, after the last one the gate as a whole. */
export function nextBound(app: AppContext): void {
  const { review } = app.store.getState().view;
  const gate = review.draft?.gate ?? activeSubject(app)?.facts?.placed.gate;
  if (gate === undefined) return;
  const ids = movableBounds(gate).map(({ id }) => id);
  setReview(app.store, { bound: review.bound === undefined ? ids[0] : ids[ids.indexOf(review.bound) + 1] });
}

/** The moved gate becomes the active sample's own. */
export function keepMove(app: AppContext, why = ''): void {
  const { store } = app;
  const { view, session } = store.getState();
  const { draft, gate } = view.review;
  const sample = sampleAt(session.history.present, draft?.id)?.id;
  if (draft !== undefined && view.review.source === 'archive')
    void moveInArchive(app, [{ id: draft.id, to: draft.gate }], translator(own, view.language)('movedInReview'));
  if (draft === undefined || gate?.id === undefined || sample === undefined) return;
  const reason = why === '' ? translator(own, view.language)('movedInReview') : why;
  if (edit(app, { type: 'gate/change', gate: gate.id, to: draft.gate, scope: { sample, reason } }))
    setReview(store, { draft: undefined, asking: undefined });
}

/** The gate of the active sample becomes that of the chosen ones, each as its own, in one step. */
export function applyToChosen(app: AppContext, reason: string): void {
  const { store } = app;
  const state = store.getState();
  const { draft, gate } = state.view.review;
  const chosen = chosenInSight(state.view.review);
  const subjects = subjectsOf(state);
  const from = subjects.find(({ id }) => id === state.view.review.active);
  if (from?.facts === undefined || gate === undefined) return;
  const { facts } = from;
  const isMoved = draft?.id === from.id;
  const standing = isMoved ? draft.gate : facts.placed.gate;
  const others = subjects.filter((one) => chosen.includes(one.id) && one.id !== from.id);
  const targets = [...others, ...(isMoved ? [from] : [])];
  const placed = targets.flatMap(({ id, channels }) => {
    const to = gateIn(standing, facts, from.channels, channels);
    return to === undefined ? [] : [{ id, to }];
  });
  const left = targets.length - placed.length;
  if (left > 0) notify(app, { sentence: own.notApplied, values: { count: left } }, { kind: 'note' });
  if (state.view.review.source === 'archive') {
    void moveInArchive(app, placed, reason);
    return;
  }
  const edits = placed.flatMap(({ id, to }): EditOf<'gate/change'>[] => {
    const sample = sampleAt(state.session.history.present, id)?.id;
    return sample === undefined || gate.id === undefined ? [] : [{ type: 'gate/change', gate: gate.id, to, scope: { sample, reason } }];
  });
  if (edits.length > 0 && edit(app, { type: 'gates/change', edits })) {
    setReview(store, { draft: undefined, asking: undefined, chosen: [] });
    setView(store, { message: translator(own, state.view.language)('appliedTo', { count: edits.length }) });
  } else setReview(store, { asking: undefined });
}
