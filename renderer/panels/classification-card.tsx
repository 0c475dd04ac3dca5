import './panel.css';
import './classification-card.css';
import type { Classification } from '../../core/culture/classification.ts';
import { classes } from '../design/classes.ts';
import { Icon } from '../design/icon.tsx';
import { useLanguage, useWords } from '../i18n/language.ts';
import { featureName, groupName, methodName } from './group-names.ts';
import { reasonText } from './typeset-text.ts';

export interface ClassificationCardProps {
  readonly classification: Classification;
  /** What the laboratory says that it is. */
  readonly declaredMethod?: string | undefined;
  readonly stale?: boolean;
}

/** What the measured composition is consistent with, and the rules that say so. It never proves how cells were cultured. */
export function ClassificationCard({ classification, declaredMethod, stale = false }: ClassificationCardProps) {
  const speak = useWords();
  const language = useLanguage();
  const { group, method, reasons, missing } = classification;
  const open = group === 'indeterminate';
  return (
    <section
      className={classes('panel-section call', stale && 'stale')}
      aria-label={speak('callHeading')}
      data-testid="classification"
      data-group={group}
    >
      <h3>{speak('callHeading')}</h3>
      <p className="call-lead">{speak(open ? 'noCall' : 'consistentWith')}</p>
      <p className="call-group">{groupName(group, language)}</p>
      <dl className="facts">
        {!open && (
          <>
            <dt>{speak('method')}</dt>
            <dd>{methodName(method, language)}</dd>
          </>
        )}
        {declaredMethod !== undefined && (
          <>
            <dt>{speak('declared')}</dt>
            <dd>{declaredMethod}</dd>
          </>
        )}
      </dl>
      {reasons.length > 0 && (
        <ul className="call-reasons" aria-label={speak('reasons')}>
          {reasons.map((reason) => (
            <li key={JSON.stringify(reason)} className={reason.passed ? 'is-met' : 'is-not-met'}>
              <span className="call-mark">
                <Icon name={reason.passed ? 'check' : 'cross'} size={12} />
                <span className="for-readers">{speak(reason.passed ? 'met' : 'notMet')}</span>
              </span>
              {reasonText(reason, language)}
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <p className="call-missing">
          <span className="quiet">{speak('missing')}</span> {missing.map((feature) => featureName(feature, language)).join(' · ')}
        </p>
      )}
      <p className="call-caveat">{speak('callCaveat')}</p>
    </section>
  );
}
