import { useEffect, useRef } from 'react';
import type { ArchiveBatch, ArchiveProgress } from '../../../core/contract/archive-calls.ts';
import { formatCount, formatNumber } from '../../../core/show/plot/number-format.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import type { ArchiveState } from '../../store/archive-state.ts';
import { Button } from '../../ui/button.tsx';
import { shownTime } from '../../ui/shown-time.ts';
import { messages, type T } from './messages.ts';

export interface BatchesPageProps {
  readonly archive: ArchiveState;
  /** Asks how batches stand that other machines are at. */
  readonly onLook: () => void;
  readonly onPause: () => void;
  readonly onContinue: (id: string) => void;
  readonly onCancel: (id: string) => void;
  readonly onChanges: (id: string) => void;
  /** One gate of all its runs side by side. */
  readonly onReview: (id: string) => void;
  readonly onReport: (id: string, number: number) => void;
  readonly onTable: (id: string) => void;
  readonly onFailures: (id: string) => void;
}

/** Between two looks at what other machines do. */
const LOOK_MS = 3000;

/** Batches, the last one first; the one that runs says how far it is and can be paused. */
export function BatchesPage(props: BatchesPageProps) {
  const { archive } = props;
  const t = useMessages(messages);
  const isOpen = !archive.busy && archive.batches.some(({ state }) => state === 'open');
  const look = useRef(props.onLook);
  look.current = props.onLook;
  useEffect(() => {
    if (!isOpen) return;
    const timer = setInterval(() => look.current(), LOOK_MS);
    return () => clearInterval(timer);
  }, [isOpen]);
  if (archive.batches.length === 0) return <p className="panel-none">{t('noBatches')}</p>;
  return (
    <div className="archive-scroll">
      <ul className="batches">
        {archive.batches.map((batch) => (
          <Batch key={batch.id} batch={batch} {...props} />
        ))}
      </ul>
    </div>
  );
}

function Batch({ batch, ...props }: BatchesPageProps & { readonly batch: ArchiveBatch }) {
  const { archive, onPause, onContinue, onCancel, onChanges, onReview, onReport, onTable, onFailures } = props;
  const t = useMessages(messages);
  const { id, number, state, protocol, revision, query, sameRun, createdAt, engine, protocolSha256, seen } = batch;
  const progress = archive.progress?.batch === id ? archive.progress : undefined;
  const { done, total, failed } = progress ?? batch;
  const isRunning = progress !== undefined;
  const isOpen = (state === 'open' || state === 'paused') && archive.places?.readOnly !== true;
  return (
    <li className="batch" data-testid={`batch-${number}`} data-state={isRunning ? 'running' : state} data-done={done} data-failed={failed}>
      <div className="batch-head">
        <h3>{t('batchNumber', { number })}</h3>
        <span>{t('withVersion', { name: protocol, revision, digest: `${protocolSha256.slice(0, 8)} · ${engine}` })}</span>
        <span className="quiet small selectable">{query === '' ? t('allRuns') : query}</span>
        {sameRun && <span className="quiet small">{t(`sameRun.${sameRun}`)}</span>}
        <span className="archive-space" />
        <span className="quiet small">{shownTime(createdAt)}</span>
      </div>
      <div className="batch-work">
        <progress className="status-progress" value={done} max={Math.max(1, total)} aria-label={t('batchNumber', { number })} />
        <span>{t(isRunning ? 'state.running' : `state.${state}`)}</span>
        <span>{t('batchDone', { done: formatCount(done), total: formatCount(total) })}</span>
        {progress && <span className="quiet">{rateText(progress, t)}</span>}
        {!progress && seen !== undefined && seen.machines.length > 0 && (
          <span className="quiet" data-testid={`machines-${number}`}>
            {t('batchSeen', {
              machines: seen.machines.map(({ name, runs }) => `${name} (${formatCount(runs)})`).join(', '),
              n: seen.lastMinute,
            })}
          </span>
        )}
        {failed > 0 && (
          <Button kind="plain" onClick={() => onFailures(id)}>
            {`${t('batchFailed')}: ${formatCount(failed)}`}
          </Button>
        )}
        <span className="archive-space" />
        {isRunning && (
          <Button onClick={onPause} testId="pause-batch">
            {t('pause')}
          </Button>
        )}
        {!isRunning && isOpen && (
          <Button kind="primary" onClick={() => onContinue(id)} disabled={archive.busy} testId="continue-batch">
            {t('resume')}
          </Button>
        )}
        {isOpen && (
          <Button onClick={() => onCancel(id)} testId="cancel-batch">
            {t('cancelBatch')}
          </Button>
        )}
        {state === 'finished' && !isRunning && (
          <>
            <Button kind="primary" onClick={() => onChanges(id)} disabled={archive.busy} testId={`changes-${number}`}>
              {t('compare')}
            </Button>
            <Button onClick={() => onReview(id)} disabled={archive.busy} testId={`review-batch-${number}`}>
              {t('reviewRuns')}
            </Button>
            <Button icon="report" onClick={() => onReport(id, number)} disabled={archive.busy} testId={`report-${number}`}>
              {t('reportRuns')}
            </Button>
            <Button onClick={() => onTable(id)} disabled={archive.busy} testId={`table-${number}`}>
              {t('exportResults')}
            </Button>
          </>
        )}
      </div>
      {archive.failures?.batch === id && <Failures failures={archive.failures} />}
    </li>
  );
}

function Failures({ failures: { runs } }: { readonly failures: NonNullable<ArchiveState['failures']> }) {
  const t = useMessages(messages);
  const language = useLanguage();
  return (
    <div className="archive-note" data-testid="batch-failures">
      <p>{t('failedRuns')}</p>
      <ul className="selectable">
        {runs.slice(0, 100).map(({ name, code, message }) => (
          <li key={`${name} ${code}`}>
            {name}: {message[language]}
          </li>
        ))}
      </ul>
    </div>
  );
}

function rateText({ perSecond, secondsLeft }: ArchiveProgress, t: T): string {
  if (perSecond === 0) return '';
  const rate = t('batchRate', { rate: formatNumber(perSecond) });
  if (secondsLeft === undefined) return rate;
  const time = secondsLeft < 90 ? t('leftSeconds', { n: Math.ceil(secondsLeft) }) : t('leftMinutes', { n: Math.ceil(secondsLeft / 60) });
  return `${rate}, ${t('batchLeft', { time })}`;
}
