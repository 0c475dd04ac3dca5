import { formatCount } from '../../../core/show/plot/number-format.ts';
import { countOffScale } from '../../../core/statistics/histograms/plot-data.ts';
import { useMessages } from '../../messages/language.ts';
import { messages } from './messages.ts';

/** How many events of a plot lie beyond its axes; nothing where none does. */
export function OffScale({ counts }: { readonly counts: Uint32Array | undefined }) {
  const t = useMessages(messages);
  const count = counts === undefined ? 0 : countOffScale(counts);
  if (count === 0) return null;
  return (
    <span className="tile-off-scale" title={t('offScaleHint')} data-testid="off-scale">
      · {t('offScale', { count: formatCount(count) })}
    </span>
  );
}
