import '../../ui/page.css';
import { useCallback, useMemo } from 'react';
import { FEWEST_LOTS } from '../../../core/biology/control-charts/individuals.ts';
import { FEWEST_BASELINE } from '../../../core/biology/control-charts/levey-jennings.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { groupResults } from '../../store/selectors.ts';
import { setView } from '../../store/store.ts';
import { Page } from '../../ui/page.tsx';
import { roleLabels } from './composition-figure.ts';
import { ControlChart } from './control-chart.tsx';
import type { MessageKey } from './messages.ts';
import { messages, type T } from './messages.ts';
import { type ControlGroup, medianChannel, type TrendChart, type Trends, trendsOf } from './trend.ts';

/** How the samples of the session run over time: control material, then lots. */
export function TrendsView() {
  const t = useMessages(messages);
  const known = useWindow(groupResults);
  const trends = useMemo(
    () =>
      trendsOf(known.flatMap(({ key, name, analysis }) => (analysis === undefined ? [] : [{ id: key, name, analysis: analysis.value }]))),
    [known],
  );
  return (
    <Page label={t('trends')} testId="trends">
      <h2>{t('trends')}</h2>
      {trends.undated > 0 && <p className="page-note">{t('undated', { count: trends.undated })}</p>}
      <section className="page-section">
        <h3>{t('controlCharts')}</h3>
        <p className="page-note">{t('controlHint', { fewest: FEWEST_BASELINE })}</p>
        {trends.controls.length === 0 && <p className="small">{t('noControls')}</p>}
        {trends.controls.map((group) => (
          <Group key={group.group} group={group} />
        ))}
      </section>
      <Lots trends={trends} />
    </Page>
  );
}

function Group({ group: { instrument, runs, paused, charts } }: { readonly group: ControlGroup }) {
  const t = useMessages(messages);
  return (
    <>
      <p className="trend-group small" data-runs={runs}>
        <strong>{instrument}</strong> {charts.length === 0 && t('tooFewControls', { count: runs, fewest: FEWEST_BASELINE })}
        {paused && t('paused')}
      </p>
      <Charts charts={charts} />
    </>
  );
}

function Lots({ trends: { lots, lotCount } }: { readonly trends: Trends }) {
  const t = useMessages(messages);
  return (
    <section className="page-section">
      <h3>{t('lotCharts')}</h3>
      <p className="page-note">{t('lotHint', { fewest: FEWEST_LOTS })}</p>
      {lots.length === 0 && <p className="small">{t('tooFewLots', { count: lotCount, fewest: FEWEST_LOTS })}</p>}
      <Charts charts={lots} />
    </section>
  );
}

function Charts({ charts }: { readonly charts: readonly TrendChart[] }) {
  const { store } = useApp();
  const t = useMessages(messages);
  const selected = useWindow(({ view }) => view.selected);
  const select = useCallback((id: string) => setView(store, { selected: id }), [store]);
  const titleOf = ({ id, scale }: TrendChart): string =>
    scale === 'logit'
      ? t('partPercent', { part: t((roleLabels as { readonly [id: string]: MessageKey })[id] ?? 'composition') })
      : scale === 'log10'
        ? t('medianOf', { channel: medianChannel(id) })
        : landmarkTitle(id, t);
  return (
    <div className="small-charts">
      {charts.map((chart) => (
        <ControlChart key={chart.id} chart={chart} title={titleOf(chart)} selected={selected} onSelect={select} />
      ))}
    </div>
  );
}

/** A divider of the names of core/biology/control-charts/landmarks.ts in the language of the window; a gate's own name stays. */
function landmarkTitle(id: string, t: T): string {
  const [, channel, side] = /^(.+) divider(?:, (.+))?$/.exec(id) ?? [];
  if (channel === undefined) return id;
  return side === undefined ? t('dividerOf', { channel }) : t('dividerOfSide', { channel, side });
}
