import type { UsedChannel } from '../../../core/gating/strategy/used-channels.ts';
import { formatCount, formatNumber, formatPercent } from '../../../core/show/plot/number-format.ts';
import type { PopulationResult } from '../../../core/statistics/population-result.ts';
import { useMessages } from '../../messages/language.ts';
import type { LivePopulation } from '../../store/live-populations.ts';
import { classes } from '../../ui/classes.ts';
import { Percent } from '../../ui/percent.tsx';
import { messages } from './messages.ts';

export interface PopulationNumbersProps {
  readonly population: LivePopulation;
  readonly parentCount: number | undefined;
  readonly minimumEvents?: number;
}

/** Events, percent of parent with its counting interval, percent of total. */
export function PopulationNumbers({ population, parentCount, minimumEvents = 0 }: PopulationNumbersProps) {
  const { path, count, percentOfParent, percentOfTotal, interval, standing = 'exact' } = population;
  const about = standing === 'about' ? '~' : '';
  const t = useMessages(messages);
  return (
    <dl
      className={classes('inspector-numbers', standing === 'awaited' && 'stale')}
      title={standing === 'exact' ? undefined : t(standing === 'about' ? 'about' : 'recalculating')}
    >
      <div className="inspector-number">
        <dt>{t('count')}</dt>
        <dd>
          {about}
          {formatCount(count)}
        </dd>
      </div>
      {path !== '' && (
        <div className="inspector-number">
          <dt title={t('percentOfParent')}>{t('percentOfParentShort')}</dt>
          <dd>
            <Percent
              percent={percentOfParent}
              interval={interval}
              count={count}
              total={parentCount}
              minimum={minimumEvents}
              standing={standing}
            />
          </dd>
        </div>
      )}
      {path !== '' && (
        <div className="inspector-number">
          <dt title={t('percentOfTotal')}>{t('percentOfTotalShort')}</dt>
          <dd>
            {about}
            {formatPercent(percentOfTotal)}
          </dd>
        </div>
      )}
    </dl>
  );
}

export interface MediansProps {
  readonly population: PopulationResult;
  readonly channels: readonly UsedChannel[];
  readonly stale: boolean;
}

/** Medians of linear values, one line a channel. */
export function Medians({ population: { medians }, channels, stale }: MediansProps) {
  const t = useMessages(messages);
  const measured = channels.filter(({ id }) => Object.hasOwn(medians, id));
  if (measured.length === 0) return null;
  return (
    <section className="panel-section" aria-label={t('medians')}>
      <h3 title={t('mediansHint')}>{t('medians')}</h3>
      <dl className={classes('medians', stale && 'stale')}>
        {measured.map(({ id, name }) => {
          const median = medians[id];
          return [
            <dt key={`${id} name`} className="one-line" title={name}>
              {id}
            </dt>,
            <dd key={`${id} value`} data-testid={`median-${id}`}>
              {median === undefined ? '–' : formatNumber(median)}
            </dd>,
          ];
        })}
      </dl>
    </section>
  );
}
