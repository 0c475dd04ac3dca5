import { growthOf, growthSentences } from '../../../core/biology/lots/growth.ts';
import { formatValue } from '../../../core/show/plot/number-format.ts';
import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { messages } from './messages.ts';

/** Fold expansion, doubling time and NK cells, where a person gave the counts. */
export function GrowthFacts({ analysis, others }: { readonly analysis: SampleAnalysis; readonly others: readonly SampleAnalysis[] }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const growth = growthOf(analysis, others);
  const three = (value: number) => formatValue(Number(value.toPrecision(3)));
  const power = (value: number) => {
    const exponent = Math.floor(Math.log10(value));
    return `${(value / 10 ** exponent).toFixed(2)} × 10${[...String(exponent)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '⁻').join('')}`;
  };
  const facts =
    growth === undefined
      ? []
      : [
          [t(growth.of === 'total' ? 'foldExpansionTotal' : 'foldExpansion'), growth.fold === undefined ? '–' : three(growth.fold)],
          [t('doublingTime'), growth.doublingDays === undefined ? '–' : three(growth.doublingDays)],
          [t('nkCount'), growth.nk === undefined ? '–' : `${power(growth.nk.count)} (${power(growth.nk.low)}–${power(growth.nk.high)})`],
          [t('nkFold'), growth.nkFold === undefined ? '–' : three(growth.nkFold)],
        ];
  return (
    <section className="culture-growth" data-testid="growth">
      <h3>{t('growth')}</h3>
      {growth === undefined && <p className="quiet small">{t('growthNone')}</p>}
      {growth?.withheld.map((reason) => (
        <p key={reason} className="quiet small">
          {growthSentences[reason][language]}
        </p>
      ))}
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label} className="culture-fact">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
