import { useEffect, useMemo } from 'react';
import { CommandButton } from '../../commands/command-button.tsx';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { archiveSubjects } from '../../store/review-items.ts';
import { applyToChosen, isSettled, judge } from './actions.ts';
import { bringPictures, lookAtGate } from './archive-actions.ts';
import { messages } from './messages.ts';
import { ReviewPage } from './review-page.tsx';

const ofBatch = ['distance', 'light', 'change', 'name'] as const;
const standing = ['distance', 'light', 'name'] as const;

/** One gate of runs of the archive: what is found of it is a decision there. */
export function ArchiveReviewView() {
  const app = useApp();
  const t = useMessages(messages);
  const review = useWindow(({ archive }) => archive.review);
  const shown = useWindow(({ view }) => view.review.shown);
  const subjects = useMemo(() => (review === undefined ? [] : archiveSubjects(review)), [review]);
  const population = review?.value.population;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another gate has other pictures
  useEffect(() => bringPictures(app, shown), [app, shown, population]);
  return (
    <>
      <div className="review-head">
        <CommandButton command="view.archive" kind="plain" icon="left" short testId="review-to-archive" />
      </div>
      {review === undefined ? (
        <p className="panel-none">{t('reviewLoading')}</p>
      ) : (
        <ReviewPage
          gates={review.value.gates}
          subjects={subjects}
          orders={review.value.batch === null ? standing : ofBatch}
          onGate={({ population: next }) => isSettled(app) && void lookAtGate(app, next)}
          onReason={(asking, reason) => (asking === 'return' ? judge(app, 'returned', reason) : applyToChosen(app, reason))}
        />
      )}
    </>
  );
}
