import './review.css';
import { useEffect, useMemo } from 'react';
import type { ReviewableGate } from '../../../core/study/review/gate-facts.ts';
import type { ReviewOrder } from '../../../core/study/review/review-order.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { compared, type ReviewSubject, shownOf } from '../../store/review-items.ts';
import type { ReviewAsking } from '../../store/review-state.ts';
import { setReview } from '../../store/store.ts';
import { useColours } from '../../ui/charts/use-colours.ts';
import { LargeReview } from './large-review.tsx';
import { messages } from './messages.ts';
import { ReasonBar } from './reason-bar.tsx';
import { ReviewBar } from './review-bar.tsx';
import { ReviewGrid } from './review-grid.tsx';
import { chosenInSight } from './targets.ts';

export interface ReviewPageProps {
  readonly gates: readonly ReviewableGate[];
  readonly subjects: readonly ReviewSubject[];
  readonly orders: readonly ReviewOrder[];
  readonly onGate: (gate: ReviewableGate) => void;
  readonly onReason: (asking: ReviewAsking, reason: string) => void;
}

/** One gate of many samples: to be sorted, judged and mended. */
export function ReviewPage({ gates, subjects, orders, onGate, onReason }: ReviewPageProps) {
  const { store } = useApp();
  const t = useMessages(messages);
  const look = useWindow(({ view }) => view.review);
  const colours = useColours(
    'density',
    useWindow(({ view }) => ({ ramp: view.ramp, theme: view.theme, scaling: view.scaling })),
  );
  const items = useMemo(() => compared(subjects), [subjects]);
  const { order, filter, share, gate } = look;
  // what is judged or moved stays where it stands until something else is asked for
  const measured = items.filter(({ distance, facts }) => distance !== undefined || facts !== undefined).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order follows from what is asked for, not from each change of a sample
  const shown = useMemo(() => shownOf(items, { order, filter, share }), [order, filter, share, gate, measured, items.length]);
  useEffect(() => {
    const { active } = store.getState().view.review;
    setReview(store, { shown, active: active !== undefined && shown.includes(active) ? active : shown[0] });
  }, [store, shown]);
  const active = items.find(({ id }) => id === look.active);
  const judged = items.filter((item) => item.judged?.isOld === false).length;
  const isDrawn = items.every(({ facts, thumbnail }) => facts === undefined || thumbnail !== undefined);
  const count = chosenInSight(look).length;
  const isLarge = look.isLarge && active !== undefined;
  return (
    <div className="review" data-testid="review-page" data-drawn={isDrawn}>
      <ReviewBar onGate={onGate} gates={gates} look={look} orders={orders} counts={{ shown: shown.length, all: items.length, judged }} />
      {look.asking !== undefined && (
        <ReasonBar
          key={look.asking}
          asking={look.asking}
          count={count}
          onGive={(reason) => look.asking && onReason(look.asking, reason)}
          onCancel={() => setReview(store, { asking: undefined })}
        />
      )}
      {items.length === 0 ? (
        <p className="panel-none">{t('reviewNone')}</p>
      ) : isLarge ? (
        <LargeReview items={items} item={active} gates={gates} look={look} colours={colours} />
      ) : (
        <ReviewGrid items={items} look={look} colours={colours} />
      )}
      {!isLarge && <p className="review-keys quiet small one-line">{t('reviewKeys')}</p>}
    </div>
  );
}
