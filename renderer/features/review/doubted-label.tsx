import type { ShadeColours } from '../../../core/show/plot/density.ts';
import type { LabelDoubt } from '../../../core/study/review/label-doubts.ts';
import { useMessages } from '../../messages/language.ts';
import type { ReviewItem } from '../../store/review-items.ts';
import { Icon } from '../../ui/icon.tsx';
import { messages } from './messages.ts';
import { ThumbnailPicture } from './thumbnail-picture.tsx';

export interface DoubtedLabelProps {
  readonly doubt: LabelDoubt;
  readonly items: readonly ReviewItem[];
  readonly colours: ShadeColours;
}

const SIDE = 130;

/** What a sample should look like by its label, and what it does look like, side by side. */
export function DoubtedLabel({ doubt, items, colours }: DoubtedLabelProps) {
  const t = useMessages(messages);
  const { label, candidate, own, other } = doubt;
  const pair = [
    { id: doubt.ofLabel, of: label },
    { id: doubt.ofCandidate, of: candidate },
  ];
  return (
    <div className="review-doubts" data-testid="review-doubt">
      <p className="small">
        <Icon name="warning" size={12} /> {t('doubted', { label, candidate, own: own.toFixed(1), other: other.toFixed(1) })}
      </p>
      <div className="review-pair">
        {pair.map(({ id, of }) => {
          const item = items.find((one) => one.id === id);
          return (
            <figure key={id}>
              <div className="review-beside">
                {item?.thumbnail && (
                  <ThumbnailPicture thumbnail={item.thumbnail} gate={item.facts?.placed.gate} side={SIDE} colours={colours} />
                )}
              </div>
              <figcaption className="small">{`${of}: ${item?.name ?? id}`}</figcaption>
            </figure>
          );
        })}
      </div>
    </div>
  );
}
