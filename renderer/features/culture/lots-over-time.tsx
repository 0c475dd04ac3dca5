import { useMemo } from 'react';
import { findMethod } from '../../../core/biology/classification/declared.ts';
import { FEWEST_LOTS } from '../../../core/biology/control-charts/individuals.ts';
import type { ProfileSet } from '../../../core/biology/profiles/profile-set.ts';
import { useMessages } from '../../messages/language.ts';
import type { ClassifiedSample } from '../../store/classified.ts';
import { roleLabels } from '../trends/composition-figure.ts';
import { ControlChart } from '../trends/control-chart.tsx';
import { trendsOf } from '../trends/trend.ts';
import type { MessageKey } from './messages.ts';
import { messages } from './messages.ts';

export interface LotsOverTimeProps {
  readonly profiles: ProfileSet['methods'];
  readonly samples: readonly ClassifiedSample[];
  readonly method: string;
  /** As people read it. */
  readonly name: string;
  readonly selected: string;
  readonly onSelect: (key: string) => void;
}

/** Lots that were declared as one method, in order of acquisition: lots of different methods are no series. */
export function LotsOverTime({ profiles, samples, method, name, selected, onSelect }: LotsOverTimeProps) {
  const t = useMessages(messages);
  const { lots, lotCount } = useMemo(() => {
    const isOfMethod = ({ analysis }: ClassifiedSample) => {
      const declared = analysis.sample.metadata.declaredMethod;
      return declared !== undefined && findMethod(profiles, declared)?.method === method;
    };
    return trendsOf(samples.filter(isOfMethod).map(({ key, name: file, analysis }) => ({ id: key, name: file, analysis })));
  }, [profiles, samples, method]);
  const titles: { readonly [id: string]: MessageKey } = roleLabels;
  return (
    <section className="page-section" data-testid="lots-over-time" data-lots={lotCount}>
      <h3>{t('lotsOverTime', { method: name })}</h3>
      <p className="page-note">{t('lotHint', { fewest: FEWEST_LOTS })}</p>
      {lots.length === 0 && <p className="quiet small">{t('tooFewLots', { count: lotCount, fewest: FEWEST_LOTS })}</p>}
      <div className="small-charts">
        {lots.map((chart) => (
          <ControlChart
            key={chart.id}
            chart={chart}
            title={t('partPercent', { part: t(titles[chart.id] ?? 'composition') })}
            selected={selected}
            onSelect={onSelect}
          />
        ))}
      </div>
    </section>
  );
}
