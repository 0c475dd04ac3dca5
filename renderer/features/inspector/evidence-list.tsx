import { combinationOf } from '../../../core/gating/gates/gates.ts';
import { cautionText } from '../../../core/gating/strategy/caution-text.ts';
import { lightOfGate, type PlacedGate } from '../../../core/gating/strategy/population.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { Light } from '../../ui/light.tsx';
import { evidenceText } from '../../ui/typeset-text.ts';
import { messages } from './messages.ts';

export interface EvidenceListProps {
  readonly gate: PlacedGate;
  readonly overridden: boolean;
  readonly onRevert: () => void;
}

/** Why the gate stands where it stands, in sentences, and how sure that is. */
export function EvidenceList({ gate: placed, overridden, onRevert }: EvidenceListProps) {
  const { automatic, dimensions, gate, cautions = [] } = placed;
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
          <li>{t('ownEvidence')}</li>
        ) : automatic ? (
          automatic.evidence.map((evidence) => <li key={JSON.stringify(evidence)}>{evidenceText(evidence, dimensions, language)}</li>)
        ) : (
          <li>{t(combinationOf(gate) ? 'combinedEvidence' : 'noEvidence')}</li>
        )}
      </ul>
      {overridden && (
        <p className="evidence-revert">
          <Button onClick={onRevert} icon="undo" testId="revert-override">
            {t('revert')}
          </Button>
        </p>
      )}
    </section>
  );
}
