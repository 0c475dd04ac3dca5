import type { Box } from '../../../core/show/plot/drawing.ts';
import { histogramTitle, usualHistogram } from '../../../core/show/plot/histogram-curve.ts';
import type { Plot } from '../../../core/study/arrangement/plot.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { AxisName, type AxisStripProps } from './axis-strip.tsx';
import { messages } from './messages.ts';

interface HistogramNameProps {
  readonly tile: Plot;
  readonly frame: Box;
  readonly onAxis: AxisStripProps['onAxis'];
}

/** What stands upwards on a histogram, and the menu that changes it. */
export function HistogramName({ tile: { histogram = usualHistogram, kind }, frame, onAxis }: HistogramNameProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  return (
    <AxisName side="y" frame={frame} title={t('histogramAxis')} onOpen={(anchor) => onAxis('y', 'histogram', anchor)}>
      {histogramTitle(histogram, kind === 'cdf', language)}
    </AxisName>
  );
}
