import type { ProfileRule } from '../../../core/biology/profiles/profile.ts';
import { formatValue } from '../../../core/show/plot/number-format.ts';
import { featureName } from '../../messages/group-names.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { DraftInput } from '../../ui/draft-input.tsx';
import { parseNumber } from '../../ui/parse-number.ts';
import type { ProfileTableProps } from './figure-table.tsx';
import { messages } from './messages.ts';
import { SourceCell } from './source-cell.tsx';

/** The limits outside which a sample is not consistent with the method. An emptied limit is none. */
export function LimitTable({ profile, sources, onChange }: ProfileTableProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const set = (at: number, side: 'atLeast' | 'atMost', text: string) => {
    const value = parseNumber(text);
    const rules = profile.rules.map((rule, i): ProfileRule => {
      if (i !== at) return rule;
      const { [side]: _, ...rest } = rule;
      return { ...rest, source: 'own', ...(value === undefined ? {} : { [side]: value }) };
    });
    onChange({ ...profile, rules });
  };
  return (
    <table className="culture-table" data-testid="limit-table">
      <thead>
        <tr>
          <th>{t('profileLimits')}</th>
          <th className="is-number">{t('atLeastColumn')}</th>
          <th className="is-number">{t('atMostColumn')}</th>
          <th>{t('sourceColumn')}</th>
        </tr>
      </thead>
      <tbody>
        {profile.rules.map((rule, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no name and keep their order
          <tr key={i}>
            <td>{featureName(rule.feature, language)}</td>
            {(['atLeast', 'atMost'] as const).map((side) => (
              <td key={side} className="culture-number">
                <DraftInput
                  value={rule[side] === undefined ? '' : formatValue(rule[side])}
                  onCommit={(text) => set(i, side, text)}
                  label={`${featureName(rule.feature, language)}: ${t(`${side}Column`)}`}
                  numeric
                  testId={`limit-${i}-${side}`}
                />
              </td>
            ))}
            <SourceCell sources={sources} tag={rule.source} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
