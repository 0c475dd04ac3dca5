import './percent.css';
import { formatCount, formatPercent, formatValue } from '../../core/show/plot/number-format.ts';
import type { Interval } from '../../core/statistics/interval.ts';
import { useMessages } from '../messages/language.ts';
import { classes } from './classes.ts';
import { intervalText } from './interval-text.ts';
import { messages } from './messages.ts';

export interface PercentProps {
  readonly percent: number | undefined;
  readonly interval?: Interval | undefined;
  /** Events counted, and what they are a part of: said on hover. */
  readonly count?: number | undefined;
  readonly total?: number | undefined;
  /** Below this many events in the parent the percentage is not shown, but said to be too few. */
  readonly minimum?: number | undefined;
  /** About so, or of before: by default exact. */
  readonly standing?: 'exact' | 'about' | 'awaited' | undefined;
  readonly testId?: string | undefined;
}

/** A percentage (its unit stands in the header) with its counting interval small and grey beside it. */
export function Percent({ percent, interval, count, total, minimum = 0, standing = 'exact', testId }: PercentProps) {
  const t = useMessages(messages);
  const few = total !== undefined && total < minimum;
  const title =
    standing !== 'exact'
      ? t(standing === 'about' ? 'about' : 'recalculating')
      : few
        ? t('tooFewHover', { total: formatCount(total) })
        : interval && count !== undefined && total !== undefined
          ? t('percentHover', {
              count: formatCount(count),
              total: formatCount(total),
              confidence: formatValue(interval.confidence * 100),
              low: formatPercent(interval.low),
              high: formatPercent(interval.high),
            })
          : undefined;
  return (
    <span className={classes('percent', standing === 'awaited' && 'stale')} title={title} data-testid={testId}>
      <span className={classes('percent-value', few && 'quiet')}>
        {few ? t('tooFew') : `${standing === 'about' && percent !== undefined ? '~' : ''}${formatPercent(percent)}`}
      </span>
      <span className="percent-interval">{few || percent === undefined || !interval ? '' : intervalText(percent, interval)}</span>
    </span>
  );
}
