import { useWords } from '../../messages/language.ts';
import type { GateScope } from '../../store/gate-scope.ts';
import { Choice } from '../../ui/choice.tsx';
import { DraftInput } from '../../ui/draft-input.tsx';

export interface ScopeChooserProps {
  readonly scope: GateScope;
  readonly onScope: (scope: GateScope) => void;
}

export function ScopeChooser({ scope, onScope }: ScopeChooserProps) {
  const speak = useWords();
  return (
    <div className="scope">
      <div className="scope-line">
        <span className="quiet">{speak('scope')}</span>
        <Choice
          label={speak('scope')}
          value={scope.kind}
          options={[
            { id: 'protocol', label: speak('scopeProtocol'), testId: 'scope-protocol' },
            { id: 'sample', label: speak('scopeSample'), testId: 'scope-sample' },
          ]}
          onChange={(kind) => onScope(kind === 'protocol' ? { kind } : { kind, reason: '' })}
        />
      </div>
      {scope.kind === 'sample' && (
        <DraftInput
          value={scope.reason}
          onCommit={(reason) => onScope({ kind: 'sample', reason: reason.trim() })}
          label={speak('reason')}
          placeholder={speak('reasonHint')}
          testId="scope-reason"
        />
      )}
    </div>
  );
}
