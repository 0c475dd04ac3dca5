import type { CompositionChartProps } from './composition-figure.ts';
import './composition-chart.css';
import { lazy, Suspense } from 'react';
import { roleColours } from '../../../core/show/plot/colour.ts';
import { useMessages } from '../../messages/language.ts';
import { partOrder, roleLabels } from './composition-figure.ts';
import { messages } from './messages.ts';

/** Plotly is a megabyte: it comes when the first chart is shown. */
const Bars = lazy(async () => ({ default: (await import('./composition-bars.tsx')).CompositionBars }));

/** The four parts of every sample side by side; the chosen one is written bold. Fills its parent. */
export function CompositionChart(props: CompositionChartProps) {
  const t = useMessages(messages);
  const some = props.samples.some(({ composition }) => composition !== undefined);
  return (
    <figure className="chart" aria-label={t('composition')} data-testid="composition">
      <figcaption className="chart-head">
        <h3>{t('composition')}</h3>
        <ul className="chart-legend">
          {partOrder.map((role) => (
            <li key={role}>
              <span className="chart-swatch" style={{ background: roleColours[role] }} />
              {t(roleLabels[role])}
            </li>
          ))}
        </ul>
      </figcaption>
      {some ? (
        <Suspense fallback={<p className="panel-none">{t('drawing')}</p>}>
          <Bars {...props} />
        </Suspense>
      ) : (
        <p className="panel-none">{t('compositionEmpty')}</p>
      )}
    </figure>
  );
}
