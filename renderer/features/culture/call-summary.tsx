import type { Classification } from '../../../core/biology/classification/classification.ts';
import { groupName } from '../../messages/group-names.ts';
import { useLanguage, useWords } from '../../messages/language.ts';
import { CallReasons } from './call-reasons.tsx';

/** The call in large type, what the declaration is against it, and the reasons. */
export function CallSummary({ classification }: { readonly classification: Classification }) {
  const speak = useWords();
  const language = useLanguage();
  const { group, method, methods, declared } = classification;
  const nameOf = (id: string) => methods.find((one) => one.method === id)?.name[language] ?? id;
  return (
    <section className="culture-call" data-testid="culture-call" data-group={group} data-verdict={declared?.verdict}>
      <p className="quiet">{speak(group === 'indeterminate' ? 'noCall' : 'consistentWith')}</p>
      <p className="culture-group">
        {groupName(group, language)}
        {method !== 'indeterminate' && <span className="culture-method"> {nameOf(method)}</span>}
      </p>
      {declared && (
        <p>
          <span className="quiet">{speak('againstDeclaration')}</span> <strong>{nameOf(declared.method)}</strong>:{' '}
          {speak(`declared.${declared.verdict}`)}
        </p>
      )}
      <CallReasons classification={classification} />
      <p className="call-caveat">{speak('callCaveat')}</p>
    </section>
  );
}
