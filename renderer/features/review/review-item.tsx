import { memo } from 'react';
import type { Language } from '../../../core/base/message.ts';
import type { Gate } from '../../../core/gating/gates/gates.ts';
import type { ShadeColours } from '../../../core/show/plot/density.ts';
import { formatPercent, percentText } from '../../../core/show/plot/number-format.ts';
import { reasonText } from '../../../core/study/review/reason-text.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import type { ReviewItem } from '../../store/review-items.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { LightShape } from '../../ui/light.tsx';
import { messages } from './messages.ts';
import { ThumbnailPicture } from './thumbnail-picture.tsx';

export interface ReviewThumbProps {
  readonly item: ReviewItem;
  readonly draft: Gate | undefined;
  readonly side: number;
  readonly colours: ShadeColours;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly onPress: (id: string, how: 'only' | 'also' | 'range') => void;
  readonly onOpen: (id: string) => void;
}

/** One sample: its picture with the gate, its percentage, light and distance, and what was found. */
export const ReviewThumb = memo(function ReviewThumb(props: ReviewThumbProps) {
  const { item, draft, side, colours, isActive, isChosen, onPress, onOpen } = props;
  const t = useMessages(messages);
  const language = useLanguage();
  const { id, name, facts, thumbnail, light, distance, apart, judged, doubt, isStale } = item;
  const doubted = doubt && t('doubtShort', { candidate: doubt.candidate });
  const verdict = judged && (judged.isOld ? t('judgedOld', { verdict: t(judged.verdict) }) : t(judged.verdict));
  const title = [name, ...apart.reasons.slice(0, 3).map((reason) => reasonText(reason, language)), doubted, verdict]
    .filter(Boolean)
    .join('\n');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it has the focus and the keys
    <div
      id={domId(id)}
      role="option"
      tabIndex={-1}
      className={classes('review-item', isActive && 'is-active', isChosen && 'is-chosen', isStale && 'stale')}
      aria-selected={isChosen}
      title={title}
      style={{ width: side }}
      onClick={({ ctrlKey, metaKey, shiftKey }) => onPress(id, shiftKey ? 'range' : ctrlKey || metaKey ? 'also' : 'only')}
      onDoubleClick={() => onOpen(id)}
      data-testid={`review-${name}`}
      data-distance={distance}
      data-doubt={doubt?.candidate}
      data-verdict={judged === undefined ? undefined : judged.isOld ? 'old' : judged.verdict}
    >
      <div className="review-picture" style={{ width: side, height: side }}>
        {thumbnail === undefined ? (
          <span className="quiet small review-blank">{facts === undefined ? t('noGate') : t('beingDrawn')}</span>
        ) : (
          <ThumbnailPicture
            thumbnail={thumbnail}
            gate={draft ?? facts?.placed.gate}
            side={side}
            colours={colours}
            isMoved={draft !== undefined}
          />
        )}
        {doubted !== undefined && (
          <span className="review-doubt small">
            <Icon name="warning" size={12} /> {doubted}
          </span>
        )}
        {judged !== undefined && (
          <span className={classes('review-verdict', `is-${judged.verdict}`, judged.isOld && 'is-old')}>
            <Icon name={judged.verdict === 'accepted' ? 'check' : 'warning'} size={12} />
            <span className="for-readers">{verdict}</span>
          </span>
        )}
      </div>
      <div className="review-line">
        {light !== undefined && <LightShape light={light} />}
        <span className="review-percent">{light === 'red' ? t('heldBack') : percentOf(item, side, language)}</span>
        <span className="review-distance quiet">{distance === undefined ? '–' : distance.toFixed(1)}</span>
      </div>
      <div className="review-name one-line">{name}</div>
    </div>
  );
}, isSame);

export const domId = (id: string): string => `review-${id.replace(/[^\w-]/g, '_')}`;

/** Of its first population; where there is little room without the sign. */
function percentOf({ facts }: ReviewItem, side: number, language: Language): string {
  const [first] = facts?.shares ?? [];
  return first !== undefined && side < 100 ? formatPercent(first.percent) : percentText(first?.percent, language);
}

/** Items are made anew with every change of any sample: what is drawn of one says whether it is another. */
function isSame(a: ReviewThumbProps, b: ReviewThumbProps): boolean {
  const keys = ['draft', 'side', 'colours', 'isActive', 'isChosen', 'onPress', 'onOpen'] as const;
  const parts = ['id', 'name', 'facts', 'thumbnail', 'distance', 'doubt', 'isStale'] as const;
  return (
    keys.every((key) => a[key] === b[key]) &&
    parts.every((part) => a.item[part] === b.item[part]) &&
    a.item.judged?.at === b.item.judged?.at &&
    a.item.judged?.isOld === b.item.judged?.isOld
  );
}
