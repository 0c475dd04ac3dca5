import type { Classification, MethodJudgement } from '../../../core/biology/classification/classification.ts';
import { setName } from '../../../core/biology/profiles/profile-set.ts';
import { percentText } from '../../../core/show/plot/number-format.ts';
import { pText } from '../../../core/show/report/culture-section.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icons.ts';
import { messages } from './messages.ts';

export interface MethodTableProps {
  readonly classification: Classification;
  readonly chosen: string | undefined;
  readonly onChoose: (method: string) => void;
}

const marks: { readonly [S in MethodJudgement['status']]: IconName } = { in: 'check', out: 'cross', open: 'more', inactive: 'note' };

/** Every profile held against the sample, with its status in shape and word. */
export function MethodTable({ classification, chosen, onChoose }: MethodTableProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const { methods, profiles } = classification;
  return (
    <section className="page-section">
      <h3>{t('profilesHeading')}</h3>
      <p className="page-note">{t('profilesNote', { name: setName(profiles, language), revision: profiles.revision })}</p>
      <table className="culture-table" data-testid="method-table">
        <thead>
          <tr>
            <th>{t('profileColumn')}</th>
            <th>{t('statusColumn')}</th>
            <th className="is-number">{t('pColumn')}</th>
            <th colSpan={2}>{t('posteriorColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {methods.map(({ method, name, status, distance, posterior, posteriorDeclared }) => (
            <tr
              key={method}
              className={classes(method === chosen && 'is-chosen', `is-${status}`)}
              data-method={method}
              data-status={status}
            >
              <td>
                <button type="button" className="culture-row" onClick={() => onChoose(method)} aria-pressed={method === chosen}>
                  {name[language]}
                </button>
              </td>
              <td>
                <span className="culture-status">
                  <Icon name={marks[status]} size={12} /> {t(`status.${status}`)}
                </span>
              </td>
              <td className="is-number">{distance === undefined ? '–' : pText(distance.p)}</td>
              <td className="culture-bar-cell">
                {status !== 'inactive' && (
                  <span className="culture-probability">
                    <span className="culture-own" style={{ width: `${100 * posterior}%` }} />
                    {(posteriorDeclared ?? 0) > 0.01 && (
                      <span className="culture-declared" style={{ width: `${100 * (posteriorDeclared ?? 0)}%` }} />
                    )}
                  </span>
                )}
              </td>
              <td className="is-number">{status === 'inactive' ? '–' : percentText(100 * posterior, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
