import { useState } from 'react';
import type { Language } from '../../../core/base/message.ts';
import type { Reason } from '../../../core/biology/classification/classification.ts';
import { featureNames } from '../../../core/biology/classification/reasons.ts';
import { lackingText } from '../../../core/gating/strategy/absent-populations.ts';
import { plateChangeTexts } from '../../../core/show/killing/plate-change-text.ts';
import { translator as killingWords } from '../../../core/show/killing/words.ts';
import { formatCount, formatPercent, formatRange } from '../../../core/show/plot/number-format.ts';
import { residualChangeSentence } from '../../../core/show/residual/sentences.ts';
import type { BatchComparison, Side } from '../../../core/study/comparison/batch-comparison.ts';
import { changeText } from '../../../core/study/comparison/change-messages.ts';
import { hasMoved } from '../../../core/study/comparison/compare-analyses.ts';
import type { ComparedRun } from '../../../core/study/comparison/comparison-summary.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { FileName } from '../../ui/file-name.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Select } from '../../ui/select.tsx';
import { AgreementChart } from './agreement-chart.tsx';
import { groupName } from './group-name.ts';
import { messages, type T } from './messages.ts';
import { signedPoints } from './points.ts';

export interface ChangesPageProps {
  readonly comparison: BatchComparison | undefined;
  readonly population: string | undefined;
  readonly onPopulation: (path: string) => void;
  readonly onDecide: (kind: 'accept' | 'reject', reason: string) => void;
  readonly onReview: () => void;
  readonly busy: boolean;
}

/** What a batch changes against what stands, and the one decision about it. */
export function ChangesPage({ comparison, population, onPopulation, onDecide, onReview, busy }: ChangesPageProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  if (comparison === undefined) return <p className="panel-none">{t('noComparison')}</p>;
  const { summary, before, after, changes, runs, plates, first, replaced, overridesLeft } = comparison;
  const sides = { before: before === undefined ? t('severalVersions') : sideText(before, t), after: sideText(after, t) };
  return (
    <div className="archive-scroll" data-testid="changes">
      {comparison.residual.map((change) => (
        <p key={`${change.lot} ${change.day} ${change.files[0]}`} className="small changes-warning" data-testid="residual-change">
          <Icon name="warning" size={12} /> {residualChangeSentence(change, language)}
        </p>
      ))}
      {comparison.versions.length > 0 && <p className="small quiet">{t('comparedWith', sides)}</p>}
      <dl className="changes-facts">
        <Fact count={summary.runs} label={t('comparedRuns')} />
        <Fact count={summary.changed} label={t('changedRuns')} testId="changed-runs" />
        <Fact count={summary.flippedCalls} label={t('flippedCalls')} testId="flipped-calls" />
        <Fact count={summary.flippedLimits} label={t('flippedLimits')} />
      </dl>
      {first > 0 && <p className="small quiet">{t('firstRuns', { count: formatCount(first) })}</p>}
      {overridesLeft.length > 0 && (
        <p className="small changes-warning">
          <Icon name="warning" size={12} /> {t('overridesLeft', { count: formatCount(overridesLeft.length) })}
        </p>
      )}
      {changes.length > 0 && (
        <p className="small">
          {t('protocolChanges')}: {changes.map((change) => changeText(change, language)).join('; ')}
        </p>
      )}
      <div className="archive-bar">
        <Button onClick={onReview} disabled={busy} testId="review-changes">
          {t('reviewRuns')}
        </Button>
      </div>
      {replaced > 0 && <Decide onDecide={onDecide} busy={busy} />}
      <ChangedPlates plates={comparison.plates} language={language} />
      {summary.changed === 0 ? (
        plates.changes.length === 0 && <p>{t(replaced > 0 ? 'onlyReplaced' : 'noChanges', { count: formatCount(replaced) })}</p>
      ) : (
        <div className="changes-columns">
          <section>
            <h3>{t('whyRuns')}</h3>
            <ChangedRuns runs={runs} language={language} />
          </section>
          <Agreement comparison={comparison} population={population} onPopulation={onPopulation} />
        </div>
      )}
    </div>
  );
}

/** Plates of cytotoxicity assays that the batch measured again; nothing where it had none. */
function ChangedPlates({
  plates: { measured, changes, failed },
  language,
}: Pick<BatchComparison, 'plates'> & { readonly language: Language }) {
  if (measured + failed.length === 0) return null;
  const lines = changes.flatMap((change) => plateChangeTexts(change, language));
  return (
    <section data-testid="changed-plates">
      <h3>{killingWords(language)('platesAgain', { plates: measured, changed: changes.length })}</h3>
      {failed.map(({ name, message }) => (
        <p key={name} className="small changes-warning">
          <Icon name="warning" size={12} /> {name}: {message[language]}
        </p>
      ))}
      <ul className="changes-plates selectable">
        {lines.slice(0, MOST_RUNS).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

const sideText = ({ protocol, revision, protocolSha256, engine }: Side, t: T): string =>
  t('withVersion', { name: protocol, revision, digest: `${protocolSha256.slice(0, 8)} · ${engine}` });

function Fact({ count, label, testId }: { readonly count: number; readonly label: string; readonly testId?: string }) {
  return (
    <div data-testid={testId} data-count={count}>
      <dd>{formatCount(count)}</dd>
      <dt>{label}</dt>
    </div>
  );
}

function Decide({ onDecide, busy }: Pick<ChangesPageProps, 'onDecide' | 'busy'>) {
  const t = useMessages(messages);
  const [reason, setReason] = useState('');
  const isGiven = reason.trim() !== '';
  return (
    <div className="archive-bar decide">
      <input
        className="input"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        placeholder={t('decisionReason')}
        aria-label={t('decisionReason')}
        data-testid="decision-reason"
      />
      <Button kind="primary" onClick={() => onDecide('accept', reason)} disabled={busy || !isGiven} testId="accept-batch">
        {t('accept')}
      </Button>
      <Button kind="danger" onClick={() => onDecide('reject', reason)} disabled={busy || !isGiven} testId="reject-batch">
        {t('reject')}
      </Button>
    </div>
  );
}

const MOST_RUNS = 200;

function ChangedRuns({ runs, language }: { readonly runs: readonly ComparedRun[]; readonly language: Language }) {
  const t = useMessages(messages);
  return (
    <table className="archive-table changes-table">
      <thead>
        <tr>
          <th>{t('changePopulation')}</th>
          <th className="number">{t('changeBefore')}</th>
          <th className="number">{t('changeAfter')}</th>
          <th className="number">{t('changePoints')}</th>
        </tr>
      </thead>
      {runs.slice(0, MOST_RUNS).map((run) => (
        <tbody key={run.id} data-testid={`change-${run.name}`}>
          <tr className="changes-run">
            <th colSpan={4}>
              <FileName name={run.name} />
              {run.call.flipped && (
                <span className="changes-flip">
                  {t('callFlip', {
                    before: groupName(run.call.before.group, language),
                    after: groupName(run.call.after.group, language),
                  })}
                </span>
              )}
              {run.limits.map(({ feature, group, before, after }) => (
                <span key={`${group} ${feature}`} className="changes-limit">
                  {t('limitFlip', {
                    feature: featureName(feature, language),
                    before: metText(before, t),
                    after: metText(after, t),
                  })}
                </span>
              ))}
            </th>
          </tr>
          {run.populations.filter(hasMoved).map(({ path, before, after, missing, change, apart }) => (
            <tr key={path}>
              <td title={path}>{path.replaceAll('/', ' › ')}</td>
              <td className="number">
                {missing?.before ? lackingText(missing.before, language) : formatPercent(before?.percent)}
                <small>{before?.interval && formatRange(before.interval.low, before.interval.high)}</small>
              </td>
              <td className="number">
                {missing?.after ? lackingText(missing.after, language) : formatPercent(after?.percent)}
                <small>{after?.interval && formatRange(after.interval.low, after.interval.high)}</small>
              </td>
              <td className={apart ? 'number is-apart' : 'number'}>{change === undefined ? '–' : signedPoints(change)}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

const featureName = (feature: string, language: Language): string =>
  Object.entries(featureNames).find(([id]) => id === feature)?.[1][language] ?? feature;

const metText = ({ passed, values }: Reason, t: T): string => t(passed ? 'limitMet' : 'limitNotMet', { value: values?.['value'] ?? '–' });

function Agreement({
  comparison,
  population,
  onPopulation,
}: Pick<ChangesPageProps, 'population' | 'onPopulation'> & { readonly comparison: BatchComparison }) {
  const t = useMessages(messages);
  const { agreement } = comparison.summary;
  const shown = agreement.find(({ path }) => path === population) ?? agreement[0];
  if (shown === undefined) return null;
  const { n, bias, lower, upper } = shown.agreement;
  const text = t('agreementOf', { n, bias: signedPoints(bias), lower: signedPoints(lower), upper: signedPoints(upper) });
  return (
    <section>
      <h3>{t('agreement')}</h3>
      <Select
        value={shown.path}
        options={agreement.map(({ path }) => ({ id: path, label: path.replaceAll('/', ' › ') }))}
        onChange={onPopulation}
        label={t('changePopulation')}
        testId="agreement-population"
      />
      <AgreementChart agreement={shown.agreement} label={text} />
      <p className="small quiet">{text}</p>
    </section>
  );
}
