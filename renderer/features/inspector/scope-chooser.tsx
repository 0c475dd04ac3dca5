import { useMessages } from '../../messages/language.ts';
import type { GateScope } from '../../store/gate-scope.ts';
import { Choice } from '../../ui/choice.tsx';
import { DraftInput } from '../../ui/draft-input.tsx';
import { messages } from './messages.ts';

export interface ScopeChooserProps {
  readonly scope: GateScope;
  /** The name of the group that gates the sample. */
  readonly group?: string | undefined;
  readonly onScope: (scope: GateScope) => void;
}

export function ScopeChooser({ scope, group, onScope }: ScopeChooserProps) {
  const t = useMessages(messages);
  return (
    <div className="scope">
      <div className="scope-line">
        <span className="quiet">{t('scope')}</span>
        <Choice
          label={t('scope')}
          value={scope.kind}
          options={[
            { id: 'protocol', label: t('scopeProtocol'), testId: 'scope-protocol' },
            ...(group === undefined ? [] : [{ id: 'group' as const, label: t('scopeGroup', { group }), testId: 'scope-group' }]),
            { id: 'sample', label: t('scopeSample'), testId: 'scope-sample' },
          ]}
          onChange={(kind) => onScope(kind === 'protocol' ? { kind } : { kind, reason: t('movedByHand') })}
        />
      </div>
      {scope.kind !== 'protocol' && (
        <DraftInput
          value={scope.reason}
          onCommit={(reason) => onScope({ kind: scope.kind, reason: reason.trim() })}
          label={t('reason')}
          placeholder={t('reasonHint')}
          testId="scope-reason"
        />
      )}
    </div>
  );
}
