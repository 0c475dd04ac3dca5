import './classification-card.css';
import type { Classification } from '../../../core/biology/classification/classification.ts';
import { markOf, reasonWords } from '../../../core/show/report/reason-words.ts';
import { featureName } from '../../messages/group-names.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { Icon } from '../../ui/icon.tsx';
import { messages } from './messages.ts';

const marks = {
  pass: { style: 'is-met', word: 'met' },
  fail: { style: 'is-not-met', word: 'notMet' },
  excludes: { style: 'is-met', word: 'status.out' },
} as const;

/** The reasons of a call, met or not, the profiles nearest to an open one, and what would decide it. */
export function CallReasons({ classification }: { readonly classification: Classification }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const { group, reasons, missing, nearest, methods } = classification;
  const names = nearest.map((id) => methods.find(({ method }) => method === id)?.name[language] ?? id);
  return (
    <>
      {reasons.length > 0 && (
        <ul className="call-reasons" aria-label={t('reasons')}>
          {reasons.map((reason) => (
            <li key={JSON.stringify(reason)} className={marks[markOf(reason)].style}>
              <span className="call-mark">
                {markOf(reason) === 'excludes' ? '–' : <Icon name={markOf(reason) === 'pass' ? 'check' : 'cross'} size={12} />}
                <span className="for-readers">{t(marks[markOf(reason)].word)}</span>
              </span>
              {reasonWords(reason, language, classification)}
            </li>
          ))}
        </ul>
      )}
      {group === 'indeterminate' && names.length > 0 && (
        <p className="call-missing">
          <span className="quiet">{t('nearestProfiles')}</span> {names.join(' · ')}
        </p>
      )}
      {missing.length > 0 && (
        <p className="call-missing">
          <span className="quiet">{t('missing')}</span> {missing.map((feature) => featureName(feature, language)).join(' · ')}
        </p>
      )}
    </>
  );
}
