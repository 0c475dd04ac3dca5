import { Choice } from '../design/choice.tsx';
import { DraftInput } from '../design/draft-input.tsx';
import { useWords } from '../i18n/language.ts';

/** Where a change of a gate goes: to the protocol, so to every sample without a gate of its own; or to this sample, for a reason. */
export type GateScope = { readonly kind: 'protocol' } | { readonly kind: 'sample'; readonly reason: string };

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
