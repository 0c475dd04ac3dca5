import '../quality/quality-page.css';
import { useCallback, useMemo } from 'react';
import { FEWEST_LOTS } from '../../../core/biology/control-charts/individuals.ts';
import { FEWEST_BASELINE } from '../../../core/biology/control-charts/levey-jennings.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { type Speak, useWords } from '../../messages/language.ts';
import type { Word } from '../../messages/words.ts';
import { sessionResults } from '../../store/selectors.ts';
import { setView } from '../../store/store.ts';
import { roleWords } from './composition-figure.ts';
import { ControlChart } from './control-chart.tsx';
import { type ControlGroup, medianChannel, type TrendChart, type Trends, trendsOf } from './trend.ts';

/** How the samples of the session run over time: control material, then lots. */
export function TrendsView() {
  const speak = useWords();
  const known = useWindow(sessionResults);
  const trends = useMemo(
    () =>
      trendsOf(known.flatMap(({ key, name, analysis }) => (analysis === undefined ? [] : [{ id: key, name, analysis: analysis.value }]))),
    [known],
  );
  return (
    <section className="page" aria-label={speak('trends')} data-testid="trends">
      <h2>{speak('trends')}</h2>
      {trends.undated > 0 && <p className="page-note">{speak('undated', { count: trends.undated })}</p>}
      <section className="page-section">
        <h3>{speak('controlCharts')}</h3>
        <p className="page-note">{speak('controlHint', { fewest: FEWEST_BASELINE })}</p>
        {trends.controls.length === 0 && <p className="small">{speak('noControls')}</p>}
        {trends.controls.map((group) => (
          <Group key={group.group} group={group} />
        ))}
      </section>
      <Lots trends={trends} />
    </section>
  );
}

function Group({ group: { instrument, runs, paused, charts } }: { readonly group: ControlGroup }) {
  const speak = useWords();
  return (
    <>
      <p className="trend-group small" data-runs={runs}>
        <strong>{instrument}</strong> {charts.length === 0 && speak('tooFewControls', { count: runs, fewest: FEWEST_BASELINE })}
        {paused && speak('paused')}
      </p>
      <Charts charts={charts} />
    </>
  );
}

function Lots({ trends: { lots, lotCount } }: { readonly trends: Trends }) {
  const speak = useWords();
  return (
    <section className="page-section">
      <h3>{speak('lotCharts')}</h3>
      <p className="page-note">{speak('lotHint', { fewest: FEWEST_LOTS })}</p>
      {lots.length === 0 && <p className="small">{speak('tooFewLots', { count: lotCount, fewest: FEWEST_LOTS })}</p>}
      <Charts charts={lots} />
    </section>
  );
}

function Charts({ charts }: { readonly charts: readonly TrendChart[] }) {
  const { store } = useApp();
  const speak = useWords();
  const selected = useWindow(({ view }) => view.selected);
  const select = useCallback((id: string) => setView(store, { selected: id }), [store]);
  const titleOf = ({ id, scale }: TrendChart): string =>
    scale === 'logit'
      ? speak('partPercent', { part: speak((roleWords as { readonly [id: string]: Word })[id] ?? 'composition') })
      : scale === 'log10'
        ? speak('medianOf', { channel: medianChannel(id) })
        : landmarkTitle(id, speak);
  return (
    <div className="small-charts">
      {charts.map((chart) => (
        <ControlChart key={chart.id} chart={chart} title={titleOf(chart)} selected={selected} onSelect={select} />
      ))}
    </div>
  );
}

/** A divider of the names of core/biology/control-charts/landmarks.ts in the language of the window; a gate's own name stays. */
function landmarkTitle(id: string, speak: Speak): string {
  const [, channel, side] = /^(.+) divider(?:, (.+))?$/.exec(id) ?? [];
  if (channel === undefined) return id;
  return side === undefined ? speak('dividerOf', { channel }) : speak('dividerOfSide', { channel, side });
}
