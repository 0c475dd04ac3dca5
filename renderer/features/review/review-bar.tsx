import type { ReviewableGate } from '../../../core/study/review/gate-facts.ts';
import type { ReviewOrder } from '../../../core/study/review/review-order.ts';
import { useApp } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { type ReviewLook, reviewShares, type ThumbnailSize, thumbnailSizes } from '../../store/review-state.ts';
import { setReview } from '../../store/store.ts';
import { Choice } from '../../ui/choice.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import { type MessageKey, messages } from './messages.ts';

const orderWords: { readonly [O in ReviewOrder]: MessageKey } = {
  distance: 'orderDistance',
  light: 'orderLight',
  change: 'orderChange',
  name: 'orderName',
};
const shareWords: { readonly [S in ReviewLook['share']]: MessageKey } = {
  all: 'shareAll',
  open: 'shareOpen',
  returned: 'shareReturned',
  doubted: 'shareDoubted',
};
const sizeWords: { readonly [S in ThumbnailSize]: MessageKey } = { small: 'sizeSmall', medium: 'sizeMedium', large: 'sizeLarge' };

export interface ReviewBarProps {
  readonly gates: readonly ReviewableGate[];
  readonly onGate: (gate: ReviewableGate) => void;
  readonly look: ReviewLook;
  /** Those that make sense here. */
  readonly orders: readonly ReviewOrder[];
  readonly counts: { readonly shown: number; readonly all: number; readonly judged: number };
}

/** Which gate, in which order, which of the samples. */
export function ReviewBar({ gates, onGate, look, orders, counts }: ReviewBarProps) {
  const app = useApp();
  const t = useMessages(messages);
  const idOf = (gate: ReviewLook['gate']) => gate?.id ?? gate?.population ?? '';
  return (
    <div className="review-bar">
      <Select
        label={t('reviewGate')}
        value={idOf(look.gate)}
        options={gates.map((gate) => ({ id: idOf(gate), label: gate.name }))}
        onChange={(id) => {
          const next = gates.find((gate) => idOf(gate) === id);
          if (next !== undefined) onGate(next);
        }}
        testId="review-gate"
      />
      <Select
        label={t('reviewOrder')}
        value={look.order}
        options={orders.map((order) => ({ id: order, label: t(orderWords[order]) }))}
        onChange={(order) => setReview(app.store, { order })}
        testId="review-order"
      />
      <Choice
        label={t('reviewShare')}
        value={look.share}
        options={reviewShares.map((share) => ({ id: share, label: t(shareWords[share]), testId: `review-share-${share}` }))}
        onChange={(share) => setReview(app.store, { share })}
      />
      <SearchField
        value={look.filter}
        onChange={(filter) => setReview(app.store, { filter })}
        label={t('reviewFilter')}
        testId="review-filter"
      />
      <span className="quiet small" data-testid="review-count">
        {t('reviewCount', counts)}
      </span>
      <span className="review-fill" />
      <Choice
        label={t('thumbnailSize')}
        value={look.size}
        options={thumbnailSizes.map((size) => ({ id: size, label: t(sizeWords[size]), testId: `review-size-${size}` }))}
        onChange={(size) => setReview(app.store, { size })}
      />
    </div>
  );
}
