import plotly, { type PlotlyElement } from 'plotly.js/dist/plotly-strict.min.js';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../messages/language.ts';
import { plotThemes } from '../../ui/theme.ts';
import type { CompositionChartProps } from './composition-figure.ts';
import { barsHeight, compositionFigure } from './composition-figure.ts';
import { messages } from './messages.ts';

const config = { displayModeBar: false, responsive: true, doubleClick: false, showTips: false };

/** The bars themselves, drawn by plotly into an element of its own. */
export function CompositionBars({ samples, selected, onSelect, theme }: CompositionChartProps) {
  const root = useRef<HTMLDivElement>(null);
  const t = useMessages(messages);
  const pick = useRef<(index: number) => void>(() => undefined);
  const listening = useRef(false);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const font = getComputedStyle(element).fontFamily;
    const { data, layout, ids } = compositionFigure(samples, selected, plotThemes[theme], t, font);
    pick.current = (index) => {
      const id = ids[index];
      if (id !== undefined) onSelect(id);
    };
    plotly.react(element, data, layout, config).then((drawn: PlotlyElement) => {
      if (listening.current) return;
      listening.current = true;
      drawn.on('plotly_click', ({ points }) => pick.current(points[0]?.pointNumber ?? -1));
    });
  }, [samples, selected, onSelect, theme, t]);
  useEffect(() => {
    const element = root.current;
    return () => {
      listening.current = false;
      if (element) plotly.purge(element);
    };
  }, []);
  const count = samples.filter(({ composition }) => composition !== undefined).length;
  return (
    <div className="chart-scroll">
      <div ref={root} className="chart-bars" style={{ minHeight: barsHeight(count), maxHeight: barsHeight(count * 3) }} />
    </div>
  );
}
