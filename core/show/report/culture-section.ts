import type { Language } from '../../base/message.ts';
import type { MethodJudgement } from '../../biology/classification/classification.ts';
import { featureNames } from '../../biology/classification/reasons.ts';
import type { NamedFeature } from '../../biology/features/named-features.ts';
import { setName } from '../../biology/profiles/profile-set.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { formatCount, formatPercent, formatRange, formatValue, percentText } from '../plot/number-format.ts';
import { lastName } from './composition-section.ts';
import type { MessageKey, Translate } from './messages.ts';
import type { TableSection } from './model.ts';

const statusWords: { readonly [S in MethodJudgement['status']]: MessageKey } = {
  in: 'statusIn',
  out: 'statusOut',
  open: 'statusOpen',
  inactive: 'statusInactive',
};

/** Every profile held against the sample: its status, its p-value, its posterior with and without the declaration. */
export function methodsSection({ classification }: SampleAnalysis, language: Language, t: Translate): TableSection {
  const { methods, profiles } = classification;
  const declared = methods.some(({ posteriorDeclared }) => posteriorDeclared !== undefined);
  return {
    heading: t('methodsHeading', { name: setName(profiles, language), revision: profiles.revision }),
    columns: [
      { title: t('profile'), align: 'left', weight: 4 },
      { title: t('profileStatus'), align: 'left', weight: 2 },
      { title: t('pValue'), align: 'right', weight: 1 },
      { title: t('posterior'), align: 'right', weight: 1.5 },
      ...(declared ? ([{ title: t('posteriorDeclared'), align: 'right', weight: 1.8 }] as const) : []),
    ],
    rows: methods.map(({ name, status, distance, posterior, posteriorDeclared }) => ({
      cells: [
        { text: name[language] },
        { text: t(statusWords[status]), quiet: status === 'out' || status === 'inactive' },
        { text: distance === undefined ? '–' : pText(distance.p) },
        { text: status === 'inactive' ? '–' : formatPercent(100 * posterior) },
        ...(declared ? [{ text: status === 'inactive' ? '–' : formatPercent(100 * (posteriorDeclared ?? 0)) }] : []),
      ],
    })),
    note: t('methodsNote'),
  };
}

export const pText = (p: number): string => (p < 0.001 ? '<0.001' : formatValue(Number(p.toPrecision(2))));

/** Every feature that the call could use: its value with the interval, how far it moves with its gate, and what was counted of what. */
export function featuresSection({ features }: SampleAnalysis, language: Language, t: Translate): TableSection {
  return {
    heading: t('featuresHeading'),
    columns: [
      { title: t('feature'), align: 'left', weight: 4 },
      { title: t('value'), align: 'right', weight: 1.3 },
      { title: t('featureInterval'), align: 'right', weight: 2 },
      { title: t('gateMove'), align: 'right', weight: 1.4 },
      { title: t('countedOf'), align: 'left', weight: 3.8 },
    ],
    rows: features.map((feature) => ({
      cells: [
        { text: featureNames[feature.id][language] },
        { text: valueText(feature, language) },
        { text: feature.unit === 'events' ? '–' : formatRange(feature.low, feature.high), quiet: true },
        { text: feature.gate === undefined ? '–' : `± ${formatValue(Number(feature.gate.toPrecision(2)))}` },
        { text: countedText(feature), quiet: true },
      ],
    })),
    note: t('featuresNote'),
  };
}

const valueText = ({ unit, value }: NamedFeature, language: Language): string =>
  unit === 'events' ? formatCount(value) : unit === 'ratio' ? formatValue(Number(value.toPrecision(3))) : percentText(value, language);

const countedText = ({ definition: { of, within, count, total, channel } }: NamedFeature): string => {
  const names = (paths: readonly string[]) => paths.map(lastName).filter(Boolean).join(' + ');
  if (channel !== undefined) return `${channel}: ${names(of)}`;
  return `${names(of)} ${formatCount(count)} / ${names(within)} ${formatCount(total)}`;
};
