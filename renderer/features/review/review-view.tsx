import { useEffect, useMemo } from 'react';
import { useApp, useWindow } from '../../context/use-app.ts';
import { gatesIn, sessionSubjects } from '../../store/review-items.ts';
import { sessionResults } from '../../store/selectors.ts';
import { setReview } from '../../store/store.ts';
import { isSettled } from './actions.ts';
import { ArchiveReviewView } from './archive-review-view.tsx';
import { giveReason } from './guided.ts';
import { ReviewPage } from './review-page.tsx';

const orders = ['distance', 'light', 'name'] as const;

/** One gate of all samples of the session, or of runs of the archive. */
export function ReviewView() {
  const source = useWindow(({ view }) => view.review.source);
  return source === 'archive' ? <ArchiveReviewView /> : <SessionReview />;
}

function SessionReview() {
  const app = useApp();
  const results = useWindow(sessionResults);
  const session = useWindow((state) => state.session);
  const chosen = useWindow(({ view }) => view.review.gate);
  const gates = useMemo(() => gatesIn(results.flatMap(({ analysis }) => analysis?.value ?? [])), [results]);
  const gate =
    gates.find(({ id, population }) => (id === undefined ? population === chosen?.population : id === chosen?.id)) ??
    gates.find(({ isOfComposition }) => isOfComposition) ??
    gates[0];
  useEffect(() => {
    if (gate !== undefined && gate.id !== chosen?.id) setReview(app.store, { gate });
  }, [app, gate, chosen]);
  const subjects = useMemo(
    () => (gate === undefined ? [] : sessionSubjects({ session, results: app.store.getState().results }, results, gate)),
    [app, session, results, gate],
  );
  return (
    <ReviewPage
      gates={gates}
      subjects={subjects}
      orders={orders}
      onGate={(next) => isSettled(app) && setReview(app.store, { gate: next, bound: undefined })}
      onReason={(asking, reason) => giveReason(app, asking, reason)}
    />
  );
}
