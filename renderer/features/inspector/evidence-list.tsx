import { combinationOf } from '../../../core/gating/gates/gates.ts';
import { cautionText } from '../../../core/gating/strategy/caution-text.ts';
import { lightOfGate, type PlacedGate } from '../../../core/gating/strategy/population.ts';
import type { AuditEntry } from '../../../core/study/session/audit/audit.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { Light } from '../../ui/light.tsx';
import { shownTime } from '../../ui/shown-time.ts';
import { evidenceText } from '../../ui/typeset-text.ts';
import { messages } from './messages.ts';

export interface EvidenceListProps {
  readonly gate: PlacedGate;
  /** A person placed it for this sample or its group. */
  readonly overridden: boolean;
  /** Who drew it for all samples, where a person of this session did. */
  readonly drawn?: Pick<AuditEntry, 'by' | 'at'> | undefined;
  /** How many samples and groups have a gate of their own in place of it. */
  readonly tailored?: { readonly samples: number; readonly groups: number } | undefined;
  readonly onRevert: () => void;
}

/** Why the gate stands where it stands, in sentences, and how sure that is. */
export function EvidenceList({ gate: placed, overridden, drawn, tailored, onRevert }: EvidenceListProps) {
  const { automatic, dimensions, gate, cautions = [], own } = placed;
  const t = useMessages(messages);
  const language = useLanguage();
  const light = lightOfGate(placed);
  return (
    <section className="panel-section" aria-label={t('evidence')} data-testid="evidence">
      <div className="inspector-head">
        <h3>{t('evidence')}</h3>
        {light && !overridden && <Light light={light} />}
      </div>
      <ul className="evidence">
        {cautions.map((caution) => (
          <li key={caution.code}>{cautionText(caution, language)}</li>
        ))}
        {overridden ? (
          <li>
            {own === undefined
              ? t('ownEvidence')
              : t(own.group === undefined ? 'ownEvidenceBy' : 'groupEvidenceBy', { ...own, group: own.group ?? '', at: shownTime(own.at) })}
          </li>
        ) : automatic ? (
          automatic.evidence.map((evidence) => <li key={JSON.stringify(evidence)}>{evidenceText(evidence, dimensions, language)}</li>)
        ) : (
          <li>
            {drawn === undefined
              ? t(combinationOf(gate) ? 'combinedEvidence' : 'noEvidence')
              : t('drawnBy', { ...drawn, at: shownTime(drawn.at) })}
          </li>
        )}
        {tailored !== undefined && tailored.samples + tailored.groups > 0 && <li data-testid="tailored">{t('tailored', tailored)}</li>}
      </ul>
      {overridden && (
        <p className="evidence-revert">
          <Button onClick={onRevert} icon="undo" testId="revert-override">
            {t(own?.group === undefined ? 'revert' : 'revertGroup')}
          </Button>
        </p>
      )}
    </section>
  );
}
