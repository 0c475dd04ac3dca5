import '../../ui/panel.css';
import './classification-card.css';
import { callState } from '../../../core/biology/classification/call-state.ts';
import type { Classification } from '../../../core/biology/classification/classification.ts';
import { groupName, methodName } from '../../messages/group-names.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { classes } from '../../ui/classes.ts';
import { CallReasons } from './call-reasons.tsx';
import { messages } from './messages.ts';
import { Unfit } from './unfit.tsx';

export interface ClassificationCardProps {
  readonly classification: Classification;
  /** What the laboratory says that it is. */
  readonly declaredMethod?: string | undefined;
  readonly stale?: boolean;
  /** Of the protocol, as people read it. */
  readonly protocol: string;
}

/** What the measured composition is consistent with, and the rules that say so. It never proves how cells were cultured. */
export function ClassificationCard({ classification, declaredMethod, stale = false, protocol }: ClassificationCardProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const state = callState(classification);
  if (state === 'none') return null;
  if (state === 'unfit') return <Unfit protocol={protocol} />;
  const { group, method, methods, declared: verdict } = classification;
  const nameOf = (id: string) => methods.find((known) => known.method === id)?.name[language] ?? methodName(id, language);
  const open = group === 'indeterminate';
  return (
    <section
      className={classes('panel-section call', stale && 'stale')}
      aria-label={t('callHeading')}
      data-testid="classification"
      data-group={group}
    >
      <h3>{t('callHeading')}</h3>
      <p className="call-lead">{t(open ? 'noCall' : 'consistentWith')}</p>
      <p className="call-group">{groupName(group, language)}</p>
      <dl className="facts">
        {!open && (
          <>
            <dt>{t('method')}</dt>
            <dd>{nameOf(method)}</dd>
          </>
        )}
        {declaredMethod !== undefined && (
          <>
            <dt>{t('declared')}</dt>
            <dd>{verdict?.known === true ? nameOf(verdict.method) : declaredMethod}</dd>
          </>
        )}
        {verdict !== undefined && (
          <>
            <dt>{t('againstDeclaration')}</dt>
            <dd data-testid="verdict">{t(`declared.${verdict.verdict}`)}</dd>
          </>
        )}
      </dl>
      <CallReasons classification={classification} />
      <p className="call-caveat">{t('callCaveat')}</p>
    </section>
  );
}
