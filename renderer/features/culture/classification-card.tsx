import '../../ui/panel.css';
import './classification-card.css';
import type { Classification } from '../../../core/biology/classification/classification.ts';
import { groupName, methodName } from '../../messages/group-names.ts';
import { useLanguage, useWords } from '../../messages/language.ts';
import { classes } from '../../ui/classes.ts';
import { CallReasons } from './call-reasons.tsx';

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
  const { group, method, methods, declared: verdict } = classification;
  const nameOf = (id: string) => methods.find((known) => known.method === id)?.name[language] ?? methodName(id, language);
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
            <dd>{nameOf(method)}</dd>
          </>
        )}
        {declaredMethod !== undefined && (
          <>
            <dt>{speak('declared')}</dt>
            <dd>{verdict?.known === true ? nameOf(verdict.method) : declaredMethod}</dd>
          </>
        )}
        {verdict !== undefined && (
          <>
            <dt>{speak('againstDeclaration')}</dt>
            <dd data-testid="verdict">{speak(`declared.${verdict.verdict}`)}</dd>
          </>
        )}
      </dl>
      <CallReasons classification={classification} />
      <p className="call-caveat">{speak('callCaveat')}</p>
    </section>
  );
}
