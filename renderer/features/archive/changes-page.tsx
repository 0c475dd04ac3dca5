import { useState } from 'react';
import type { Language } from '../../../core/base/message.ts';
import type { Reason } from '../../../core/biology/classification/classification.ts';
import { featureNames } from '../../../core/biology/classification/reasons.ts';
import { lackingText } from '../../../core/gating/strategy/absent-populations.ts';
import { formatCount, formatPercent, formatRange } from '../../../core/show/plot/number-format.ts';
import type { BatchComparison, Side } from '../../../core/study/comparison/batch-comparison.ts';
import { changeText } from '../../../core/study/comparison/change-words.ts';
import { hasMoved } from '../../../core/study/comparison/compare-analyses.ts';
import type { ComparedRun } from '../../../core/study/comparison/comparison-summary.ts';
import { type Speak, useLanguage, useWords } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Select } from '../../ui/select.tsx';
import { AgreementChart } from './agreement-chart.tsx';
import { groupName } from './group-name.ts';
import { signedPoints } from './points.ts';

export interface ChangesPageProps {
  readonly comparison: BatchComparison | undefined;
  readonly population: string | undefined;
  readonly onPopulation: (path: string) => void;
  readonly onDecide: (kind: 'accept' | 'reject', reason: string) => void;
  readonly busy: boolean;
}

/** What a batch changes against what stands, and the one decision about it. */
export function ChangesPage({ comparison, population, onPopulation, onDecide, busy }: ChangesPageProps) {
  const speak = useWords();
  const language = useLanguage();
  if (comparison === undefined) return <p className="panel-none">{speak('noComparison')}</p>;
  const { summary, before, after, changes, runs, first, replaced, overridesLeft } = comparison;
  const sides = { before: before === undefined ? speak('severalVersions') : sideText(before, speak), after: sideText(after, speak) };
  return (
    <div className="archive-scroll" data-testid="changes">
      <p className="small quiet">{speak('comparedWith', sides)}</p>
      <dl className="changes-facts">
        <Fact count={summary.runs} label={speak('comparedRuns')} />
        <Fact count={summary.changed} label={speak('changedRuns')} testId="changed-runs" />
        <Fact count={summary.flippedCalls} label={speak('flippedCalls')} testId="flipped-calls" />
        <Fact count={summary.flippedLimits} label={speak('flippedLimits')} />
      </dl>
      {first > 0 && <p className="small quiet">{speak('firstRuns', { count: formatCount(first) })}</p>}
      {overridesLeft.length > 0 && (
        <p className="small changes-warning">
          <Icon name="warning" size={12} /> {speak('overridesLeft', { count: formatCount(overridesLeft.length) })}
        </p>
      )}
      {changes.length > 0 && (
        <p className="small">
          {speak('protocolChanges')}: {changes.map((change) => changeText(change, language)).join('; ')}
        </p>
      )}
      {replaced > 0 && <Decide onDecide={onDecide} busy={busy} />}
      {summary.changed === 0 ? (
        <p>{speak(replaced > 0 ? 'onlyReplaced' : 'noChanges', { count: formatCount(replaced) })}</p>
      ) : (
        <div className="changes-columns">
          <section>
            <h3>{speak('whyRuns')}</h3>
            <ChangedRuns runs={runs} language={language} />
          </section>
          <Agreement comparison={comparison} population={population} onPopulation={onPopulation} />
        </div>
      )}
    </div>
  );
}

const sideText = ({ protocol, revision, protocolSha256, engine }: Side, speak: Speak): string =>
  speak('withVersion', { name: protocol, revision, digest: `${protocolSha256.slice(0, 8)} · ${engine}` });

function Fact({ count, label, testId }: { readonly count: number; readonly label: string; readonly testId?: string }) {
  return (
    <div data-testid={testId} data-count={count}>
      <dd>{formatCount(count)}</dd>
      <dt>{label}</dt>
    </div>
  );
}

function Decide({ onDecide, busy }: Pick<ChangesPageProps, 'onDecide' | 'busy'>) {
  const speak = useWords();
  const [reason, setReason] = useState('');
  const isGiven = reason.trim() !== '';
  return (
    <div className="archive-bar decide">
      <input
        className="input"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        placeholder={speak('decisionReason')}
        aria-label={speak('decisionReason')}
        data-testid="decision-reason"
      />
      <Button kind="primary" onClick={() => onDecide('accept', reason)} disabled={busy || !isGiven} testId="accept-batch">
        {speak('accept')}
      </Button>
      <Button kind="danger" onClick={() => onDecide('reject', reason)} disabled={busy || !isGiven} testId="reject-batch">
        {speak('reject')}
      </Button>
    </div>
  );
}

const MOST_RUNS = 200;

function ChangedRuns({ runs, language }: { readonly runs: readonly ComparedRun[]; readonly language: Language }) {
  const speak = useWords();
  return (
    <table className="archive-table changes-table">
      <thead>
        <tr>
          <th>{speak('changePopulation')}</th>
          <th className="number">{speak('changeBefore')}</th>
          <th className="number">{speak('changeAfter')}</th>
          <th className="number">{speak('changePoints')}</th>
        </tr>
      </thead>
      {runs.slice(0, MOST_RUNS).map((run) => (
        <tbody key={run.id} data-testid={`change-${run.name}`}>
          <tr className="changes-run">
            <th colSpan={4}>
              {run.name}
              {run.call.flipped && (
                <span className="changes-flip">
                  {speak('callFlip', {
                    before: groupName(run.call.before.group, language),
                    after: groupName(run.call.after.group, language),
                  })}
                </span>
              )}
              {run.limits.map(({ feature, group, before, after }) => (
                <span key={`${group} ${feature}`} className="changes-limit">
                  {speak('limitFlip', {
                    feature: featureName(feature, language),
                    before: metText(before, speak),
                    after: metText(after, speak),
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

const metText = ({ passed, values }: Reason, speak: Speak): string =>
  speak(passed ? 'limitMet' : 'limitNotMet', { value: values?.['value'] ?? '–' });

function Agreement({
  comparison,
  population,
  onPopulation,
}: Pick<ChangesPageProps, 'population' | 'onPopulation'> & { readonly comparison: BatchComparison }) {
  const speak = useWords();
  const { agreement } = comparison.summary;
  const shown = agreement.find(({ path }) => path === population) ?? agreement[0];
  if (shown === undefined) return null;
  const { n, bias, lower, upper } = shown.agreement;
  const text = speak('agreementOf', { n, bias: signedPoints(bias), lower: signedPoints(lower), upper: signedPoints(upper) });
  return (
    <section>
      <h3>{speak('agreement')}</h3>
      <Select
        value={shown.path}
        options={agreement.map(({ path }) => ({ id: path, label: path.replaceAll('/', ' › ') }))}
        onChange={onPopulation}
        label={speak('changePopulation')}
        testId="agreement-population"
      />
      <AgreementChart agreement={shown.agreement} label={text} />
      <p className="small quiet">{text}</p>
    </section>
  );
}
