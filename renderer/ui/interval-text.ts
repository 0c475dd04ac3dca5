import { formatNumber, formatPercent, formatRange } from '../../core/show/plot/number-format.ts';
import type { Interval } from '../../core/statistics/interval.ts';

/**
 * A counting interval beside its percentage: `±0.4` where both arms are about the same, else the ends. The half-width shows the
 * decimals of the percentage, or one significant digit where it is smaller than those.
 */
export function intervalText(percent: number, { low, high }: Interval): string {
  const arms = [percent - low, high - percent] as const;
  const half = (high - low) / 2;
  if (half <= 0 || Math.max(...arms) > 1.2 * Math.min(...arms)) return formatRange(low, high);
  const decimals = formatPercent(percent).split('.')[1]?.length ?? 0;
  const shown = half.toFixed(decimals);
  return `±${Number(shown) === 0 ? formatNumber(half, 1) : shown}`;
}
