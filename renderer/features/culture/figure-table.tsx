import { compositionIds, markerIds, unitOf } from '../../../core/biology/features/feature-kinds.ts';
import type { Figure, Profile } from '../../../core/biology/profiles/profile.ts';
import type { ProfileSet } from '../../../core/biology/profiles/profile-set.ts';
import { formatValue } from '../../../core/show/plot/number-format.ts';
import { featureName } from '../../messages/group-names.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { DraftInput } from '../../ui/draft-input.tsx';
import { parseNumber } from '../../ui/parse-number.ts';
import { messages } from './messages.ts';
import { figureOf, withFigure } from './profile-draft.ts';
import { SourceCell } from './source-cell.tsx';

export interface ProfileTableProps {
  readonly profile: Profile;
  readonly sources: ProfileSet['sources'];
  readonly onChange: (profile: Profile) => void;
}

const ends = ['typical', 'low', 'high'] as const;

/** What lots of the method look like, feature by feature, each with its source. */
export function FigureTable({ profile, sources, onChange }: ProfileTableProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const rows = [...compositionIds, ...markerIds].flatMap((id) => {
    const figure = figureOf(profile, id);
    return figure === undefined ? [] : [{ id, figure }];
  });
  return (
    <table className="culture-table" data-testid="figure-table">
      <thead>
        <tr>
          <th>{t('figureColumn')}</th>
          <th className="is-number">{t('typicalColumn')}</th>
          <th className="is-number">{t('lowColumn')}</th>
          <th className="is-number">{t('highColumn')}</th>
          <th>{t('sourceColumn')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, figure }) => (
          <tr key={id}>
            <td>
              {featureName(id, language)}
              {unitOf(id) === 'percent' && <span className="quiet"> %</span>}
            </td>
            {ends.map((end) => (
              <td key={end} className="culture-number">
                <DraftInput
                  value={formatValue(figure[end])}
                  onCommit={(text) => onChange(withFigure(profile, id, edited(figure, end, parseNumber(text) ?? figure[end])))}
                  problemOf={(text) => (isRising({ ...figure, [end]: parseNumber(text) ?? Number.NaN }) ? undefined : t('figureInvalid'))}
                  label={`${featureName(id, language)}: ${t(`${end}Column`)}`}
                  numeric
                  testId={`figure-${id}-${end}`}
                />
              </td>
            ))}
            <SourceCell sources={sources} tag={figure.source} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const isRising = ({ low, typical, high }: Figure): boolean => low < high && low <= typical && typical <= high;

/** What a person types is theirs, and no longer calibrated. */
function edited(figure: Figure, end: (typeof ends)[number], value: number): Figure {
  const { calibration: _, ...rest } = figure;
  return { ...rest, [end]: value, source: 'own' };
}
