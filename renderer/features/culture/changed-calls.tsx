import type { Classification } from '../../../core/biology/classification/classification.ts';
import { groupName } from '../../messages/group-names.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { messages } from './messages.ts';
import type { ChangedCall } from './profile-draft.ts';

/** Which calls of the session would be others by the profiles as they are being edited. */
export function ChangedCalls({ calls, tried }: { readonly calls: readonly ChangedCall[]; readonly tried: boolean }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const words = ({ group, method, methods, declared }: Classification) => {
    const name = methods.find((one) => one.method === method)?.name[language];
    const call = name === undefined ? groupName(group, language) : `${groupName(group, language)} (${name})`;
    return declared === undefined ? call : t('callAndVerdict', { call, verdict: t(`declared.${declared.verdict}`) });
  };
  return (
    <section data-testid="changed-calls" data-count={calls.length}>
      <h3>{t('wouldChange')}</h3>
      {calls.length === 0 && <p className="quiet small">{tried ? t('wouldChangeNone') : '–'}</p>}
      <ul className="culture-changes">
        {calls.map(({ key, name, before, after }) => (
          <li key={key}>
            <strong>{name}</strong>
            <br />
            {t('becomes', { before: words(before), after: words(after) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
