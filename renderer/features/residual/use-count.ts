import { useCallback, useEffect, useMemo, useState } from 'react';
import { JobCancelled } from '../../../core/base/workers/cancelled.ts';
import type { ResidualPlan } from '../../../core/study/residual/residual-plan.ts';
import { attempt } from '../../context/app-context.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import type { SubjectCount } from '../../store/residual-state.ts';
import { isGating, sessionResults } from '../../store/selectors.ts';
import { setResults, setView } from '../../store/store.ts';
import { countSubject } from './count-subject.ts';
import { isCountOf, isSameSubject, type Subject, subjectsOf } from './subjects.ts';
import { useSteady } from './use-steady.ts';

export interface Counting {
  /** Undefined while samples are still being read and gated. */
  readonly subjects: readonly Subject[] | undefined;
  readonly subject: Subject | undefined;
  /** What was counted last; of an older document where `isNow` is false. */
  readonly count: SubjectCount | undefined;
  readonly isNow: boolean;
  /** A person stopped it. */
  readonly isStopped: boolean;
  readonly again: () => void;
}

/** Counts the chosen lot or sample of the session while its page is in sight. */
export function useCount(plan: ResidualPlan | undefined): Counting {
  const app = useApp();
  const document = useWindow(({ session }) => session.history.present);
  const chosen = useWindow(({ view }) => view.residual.subject);
  const samples = useWindow(({ results }) => results.samples);
  const isReady = useWindow((state) =>
    sessionResults(state).every((result) => !isOpening(result.phase, result.sha256) && !isGating(state, result)),
  );
  // what follows from the document and the samples alone is made when they change
  const now = useMemo(
    () => (plan === undefined || document === undefined || samples === undefined ? [] : subjectsOf(app.store.getState(), plan)),
    [app, document, samples, plan],
  );
  const subjects = useSteady(now, (a, b) => a.length === b.length && a.every((one, i) => isSameSubject(one, b[i])));
  const subject = subjects.find(({ id }) => id === chosen) ?? subjects[0];
  const count = useWindow(({ results }) => (subject === undefined ? undefined : results.residual.get(subject.id)));
  const isNow = subject !== undefined && plan !== undefined && isCountOf(count, subject, plan);
  const [stopped, setStopped] = useState<Subject>();
  const isStopped = stopped !== undefined && stopped === subject;
  useEffect(() => {
    if (subject === undefined || plan === undefined || !isReady || isNow || isStopped) return;
    const controller = new AbortController();
    const total = subject.tubes.length + subject.blanks.length * new Set(subject.tubes.map(({ makers }) => makers.metadata.day)).size;
    const show = (done: number) =>
      controller.signal.aborted || setView(app.store, { work: { word: 'counting', done, total, cancel: () => setStopped(subject) } });
    show(0);
    void attempt(app, async () => {
      const known = app.store.getState().results.residual.get(subject.id);
      const counted = await countSubject(app, subject, plan, { signal: controller.signal, onCounted: show, known });
      if (controller.signal.aborted) return;
      const { residual } = app.store.getState().results;
      setResults(app.store, { residual: new Map(residual).set(subject.id, counted) });
    }).finally(() => !controller.signal.aborted && setView(app.store, { work: undefined }));
    return () => {
      controller.abort(new JobCancelled());
      setView(app.store, { work: undefined });
    };
  }, [app, subject, plan, isReady, isNow, isStopped]);
  const again = useCallback(() => setStopped(undefined), []);
  return { subjects: isReady ? subjects : undefined, subject, count, isNow, isStopped, again };
}

const isOpening = (phase: string, sha256: string | undefined): boolean =>
  (phase === 'waiting' || phase === 'reading') && sha256 === undefined;
