import '../../ui/page.css';
import { type QualityFinding, qualityReasons } from '../../../core/gating/quality/quality.ts';
import { qualitySentences } from '../../../core/gating/quality/quality-findings.ts';
import type { UsedChannel } from '../../../core/gating/strategy/used-channels.ts';
import { formatCount, formatNumber, formatPercent } from '../../../core/show/plot/number-format.ts';
import { sentenceOf } from '../../../core/show/report/sentence-of.ts';
import type { Assessment } from '../../../core/study/sample/assess-prepared.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { Icon } from '../../ui/icon.tsx';
import { LightShape } from '../../ui/light.tsx';
import { Page } from '../../ui/page.tsx';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { messages } from './messages.ts';
import { TraceChart } from './trace-chart.tsx';
import { durationOf, tracesOf } from './traces.ts';

export interface QualityPageProps {
  readonly report: Assessment;
  readonly channels: readonly UsedChannel[];
  readonly stale?: boolean;
}

/** Whether the acquisition of one file can be trusted: verdict, findings, flags by reason, flow rate and peaks over time. */
export function QualityPage({ report, channels, stale = false }: QualityPageProps) {
  const t = useMessages(messages);
  return (
    <Page label={t('quality')} stale={stale} testId="quality">
      <h2>{t('quality')}</h2>
      <p className="quality-verdict">
        <VerdictMark verdict={report.verdict} />
        <span className="quiet">
          {t('wouldRemove', { percent: formatPercent(report.removedPercent), count: formatCount(report.eventCount) })}
        </span>
      </p>
      <div className="quality-facts">
        <section>
          <h3>{t('qualityFindings')}</h3>
          {report.findings.length === 0 && <p className="quiet small">{t('noQualityFindings')}</p>}
          <ul>
            {report.findings.map((finding, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the findings of one report
              <QualityLine key={i} finding={finding} />
            ))}
          </ul>
        </section>
        <FlaggedTable flagged={report.flaggedPercent} />
      </div>
      <Traces report={report} channels={channels} />
    </Page>
  );
}

function QualityLine({ finding }: { readonly finding: QualityFinding }) {
  const language = useLanguage();
  const { severity, code } = finding;
  return (
    <li className="quality-finding" data-code={code}>
      {severity === 'note' ? <Icon name="note" size={12} /> : <LightShape light={severity === 'review' ? 'amber' : 'red'} outlined />}
      <span className="selectable">{sentenceOf(qualitySentences, finding, language)}</span>
    </li>
  );
}

function FlaggedTable({ flagged }: { readonly flagged: Assessment['flaggedPercent'] }) {
  const t = useMessages(messages);
  return (
    <table className="quality-table" data-testid="flagged">
      <thead>
        <tr>
          <th scope="col">{t('flaggedFor')}</th>
          <th scope="col">{t('ofEvents')}</th>
        </tr>
      </thead>
      <tbody>
        {qualityReasons.map((reason) => (
          <tr key={reason}>
            <td>{t(`reason.${reason}`)}</td>
            <td>{formatPercent(flagged[reason])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Traces({ report, channels }: Pick<QualityPageProps, 'report' | 'channels'>) {
  const t = useMessages(messages);
  const traces = tracesOf(report, channels);
  const rate = traces.find(({ unit }) => unit === 'events-per-second');
  const inTicks = report.findings.some(({ code }) => code === 'no-timestep');
  const signals = traces.filter(({ unit }) => unit === 'scale');
  const endOf = (duration: number) =>
    inTicks ? t('ticks', { ticks: formatNumber(duration) }) : t('seconds', { seconds: formatNumber(duration) });
  return (
    <section className="page-section">
      <div className="quality-head">
        <h3>{t('overTime')}</h3>
        <span className="quality-legend">{t('flaggedBins')}</span>
      </div>
      {rate === undefined && <p className="page-note">{t('noFlowPicture')}</p>}
      {signals.length === 0 && <p className="page-note">{t('noSignalPicture')}</p>}
      <div className="small-charts">
        {rate && (
          <TraceChart trace={rate} title={t(inTicks ? 'flowRateTicks' : 'flowRate')} end={endOf(durationOf(rate, report.eventCount))} />
        )}
        {signals.map((trace) => (
          <TraceChart
            key={trace.id}
            trace={trace}
            title={t('peaksOf', { channel: trace.id })}
            end={t('eventsShort', { count: formatCount(report.eventCount) })}
          />
        ))}
      </div>
    </section>
  );
}
