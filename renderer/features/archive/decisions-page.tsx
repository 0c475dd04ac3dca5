import { useState } from 'react';
import type { ArchiveDecision } from '../../../core/contract/archive-calls.ts';
import { useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { shownTime } from '../../ui/shown-time.ts';
import { messages } from './messages.ts';

export interface DecisionsPageProps {
  readonly decisions: readonly ArchiveDecision[];
  readonly onRollBack: (id: string, reason: string) => void;
  readonly busy: boolean;
}

/** What was decided, by whom and why; an acceptance that nothing stands on can be taken back. */
export function DecisionsPage({ decisions, onRollBack, busy }: DecisionsPageProps) {
  const t = useMessages(messages);
  const [asking, setAsking] = useState<string>();
  const [reason, setReason] = useState('');
  if (decisions.length === 0) return <p className="panel-none">{t('noDecisions')}</p>;
  return (
    <div className="archive-scroll">
      <table className="archive-table" data-testid="decisions">
        <thead>
          <tr>
            <th className="number">{t('decisionNumber')}</th>
            <th>{t('decisionWhat')}</th>
            <th className="number">{t('decisionBatch')}</th>
            <th>{t('decisionReason')}</th>
            <th>{t('auditWho')}</th>
            <th>{t('auditWhen')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {decisions.map(({ id, number, kind, batch, reason: why, by, at, undoable }) => (
            <tr key={id} data-testid={`decision-${number}`} data-kind={kind}>
              <td className="number">{number}</td>
              <td>{t(`decision.${kind}`)}</td>
              <td className="number">{batch}</td>
              <td className="selectable wide">{kind === 'first' ? '' : why}</td>
              <td>{by}</td>
              <td title={at}>{shownTime(at)}</td>
              <td>
                {undoable && asking !== id && (
                  <Button kind="plain" onClick={() => setAsking(id)} disabled={busy} testId={`roll-back-${number}`}>
                    {t('rollBack')}
                  </Button>
                )}
                {undoable && asking === id && (
                  <span className="decide">
                    <input
                      className="input"
                      value={reason}
                      onChange={(event) => setReason(event.target.value)}
                      placeholder={t('decisionReason')}
                      aria-label={t('decisionReason')}
                      data-testid="roll-back-reason"
                    />
                    <Button
                      kind="danger"
                      disabled={busy || reason.trim() === ''}
                      onClick={() => {
                        setAsking(undefined);
                        setReason('');
                        onRollBack(id, reason);
                      }}
                      testId="roll-back-now"
                    >
                      {t('rollBack')}
                    </Button>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
