import type { ReactNode } from 'react';
import { CommandButton } from '../../commands/command-button.tsx';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { keepCount } from './keep-count.ts';
import { loadPlan } from './load-plan.ts';
import { messages } from './messages.ts';
import { ResidualFindings } from './residual-findings.tsx';
import { ResidualHead } from './residual-head.tsx';
import { useCount } from './use-count.ts';

/** Samples of the session by the plan of its protocol. */
export function SessionResidual({ source }: { readonly source: ReactNode }) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const plan = useWindow(({ session }) => session.history.present.protocol.residual);
  const { subjects, subject, count, isNow, isStopped, again } = useCount(plan);
  if (plan === undefined)
    return (
      <>
        <ResidualHead source={source} />
        <p className="page-note" data-testid="residual-no-plan">
          {t('residualNoPlan')}
        </p>
        <CommandButton command="edit.protocol" kind="primary" />{' '}
        <Button onClick={() => void loadPlan(app)} testId="residual-load-plan">
          {t('residualLoadPlan')}
        </Button>
      </>
    );
  const names = subjects?.map(({ id, name }) => ({ id, label: name })) ?? [];
  const isCounting = !isNow && !isStopped && (subjects === undefined || subject !== undefined);
  return (
    <>
      <ResidualHead source={source} subjects={names} subject={subject?.id}>
        <Button kind="plain" onClick={() => void loadPlan(app)} testId="residual-load-plan">
          {t('residualLoadPlan')}
        </Button>
      </ResidualHead>
      {subjects?.length === 0 && <p className="page-note">{t('residualNoSamples')}</p>}
      {isCounting && (
        <p className="page-note" role="status">
          {t('residualCounting')}
        </p>
      )}
      {isStopped && !isNow && (
        <p className="page-note">
          {t('residualStopped')}{' '}
          <Button onClick={again} testId="residual-again">
            {t('residualAgain')}
          </Button>
        </p>
      )}
      {subject && count && (
        <ResidualFindings
          key={subject.id}
          name={subject.name}
          plan={count.plan}
          planSha256={count.planSha256}
          days={count.days}
          of={count.of}
          protocol={protocolText(count.days[0]?.protocol)}
          left={count.failed.map(({ file, problem }) => t('residualFailed', { file, problem: problem.in(language) }))}
          notes={[...new Set(count.setAside.map((one) => t('residualSetAside', one)))]}
          stale={!isNow}
          onKeep={() => void keepCount(app, count)}
        />
      )}
    </>
  );
}

const protocolText = (protocol: { readonly name: string; readonly revision: number; readonly sha256: string } | undefined): string =>
  protocol === undefined ? '' : `${protocol.name}, ${protocol.revision} (SHA-256 ${protocol.sha256})`;
