import './ancestry-strip.css';
import { formatCount, formatPercent } from '../../../core/show/plot/number-format.ts';
import { CommandIcon } from '../../commands/command-button.tsx';
import { useMessages } from '../../messages/language.ts';
import { useTitleOf } from '../../messages/population-titles.ts';
import type { Standing } from '../../store/live-populations.ts';
import { classes } from '../../ui/classes.ts';
import { FileName } from '../../ui/file-name.tsx';
import { Icon } from '../../ui/icon.tsx';
import { messages } from './messages.ts';

export interface AncestryStripProps {
  /** The sample that the plots show. */
  readonly sample?: string | undefined;
  /** The population that the plots show, '' for all events; undefined where none is in question. */
  readonly path: string | undefined;
  readonly count?: number | undefined;
  readonly percentOfParent?: number | undefined;
  readonly standing?: Standing | undefined;
  /** To an ancestor, or to the population itself. */
  readonly onGo: (path: string) => void;
}

/** Where in the gate hierarchy the plots stand, from all events down; each step leads there. */
export function AncestryStrip({ sample, path, count, percentOfParent, standing, onGo }: AncestryStripProps) {
  const t = useMessages(messages);
  const titleOf = useTitleOf();
  const about = standing === 'about' ? '~' : '';
  const names = path === undefined || path === '' ? [] : path.split('/');
  const steps =
    path === undefined
      ? []
      : [
          { path: '', name: t('allEvents') },
          ...names.map((_, i) => names.slice(0, i + 1).join('/')).map((above) => ({ path: above, name: titleOf(above) })),
        ];
  return (
    <nav className="ancestry" aria-label={t('ancestry')} data-testid="ancestry">
      <CommandIcon command="sample.previous" testId="previous-sample" />
      <CommandIcon command="sample.next" testId="next-sample" />
      {sample !== undefined && (
        <span className="ancestry-sample">
          <FileName name={sample} />
        </span>
      )}
      <ol className="ancestry-path">
        {steps.map((step, i) => (
          <li key={step.path}>
            {i > 0 && <Icon name="right" size={12} />}
            <button
              type="button"
              className="ancestry-step one-line"
              aria-current={step.path === path ? 'page' : undefined}
              title={step.name}
              onClick={() => onGo(step.path)}
              data-testid={`ancestry-${step.path}`}
            >
              {step.name}
            </button>
          </li>
        ))}
      </ol>
      {count !== undefined && path !== undefined && (
        <span className={classes('ancestry-count', standing === 'awaited' && 'stale')}>
          <span title={t('count')}>
            {about}
            {formatCount(count)}
          </span>
          {percentOfParent !== undefined && path !== '' && (
            <span title={t('percentOfParent')}>
              {' '}
              · {about}
              {formatPercent(percentOfParent)}%
            </span>
          )}
        </span>
      )}
    </nav>
  );
}
