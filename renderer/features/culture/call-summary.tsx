import { callState } from '../../../core/biology/classification/call-state.ts';
import type { Classification } from '../../../core/biology/classification/classification.ts';
import { groupName } from '../../messages/group-names.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { CallReasons } from './call-reasons.tsx';
import { messages } from './messages.ts';
import { Unfit } from './unfit.tsx';

/** The call in large type, what the declaration is against it, and the reasons. */
export function CallSummary({ classification, protocol }: { readonly classification: Classification; readonly protocol: string }) {
  const t = useMessages(messages);
  const language = useLanguage();
  if (callState(classification) === 'unfit') return <Unfit protocol={protocol} />;
  const { group, method, methods, declared } = classification;
  const nameOf = (id: string) => methods.find((one) => one.method === id)?.name[language] ?? id;
  return (
    <section className="culture-call" data-testid="culture-call" data-group={group} data-verdict={declared?.verdict}>
      <p className="quiet">{t(group === 'indeterminate' ? 'noCall' : 'consistentWith')}</p>
      <p className="culture-group">
        {groupName(group, language)}
        {method !== 'indeterminate' && <span className="culture-method"> {nameOf(method)}</span>}
      </p>
      {declared && (
        <p>
          <span className="quiet">{t('againstDeclaration')}</span> <strong>{nameOf(declared.method)}</strong>:{' '}
          {t(`declared.${declared.verdict}`)}
        </p>
      )}
      <CallReasons classification={classification} />
      <p className="call-caveat">{t('callCaveat')}</p>
    </section>
  );
}
