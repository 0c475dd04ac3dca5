import type { Language } from '../../base/message.ts';
import { featureNames } from '../../biology/classification/reasons.ts';
import { type FeatureId, unitOf } from '../../biology/features/feature-kinds.ts';
import type { Light } from '../../gating/automatic/kind/step.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { type JudgedItem, type JudgedSpecification, type Measured, measureFeature } from '../../study/specification/judge-specification.ts';
import type { Specification, SpecificationItem } from '../../study/specification/specification.ts';
import { formatCount } from '../plot/number-format.ts';
import type { CertificateModel, Marked, ResultRow, Tone } from './model.ts';
import { intervalText, judgedText, limitText, valueText } from './number-text.ts';
import type { NameOf } from './population-names.ts';
import type { Say } from './say.ts';

export interface ResultsInput {
  readonly analysis: SampleAnalysis;
  readonly judged: JudgedSpecification;
  readonly specification: Specification | undefined;
  readonly language: Language;
  readonly say: Say;
  readonly nameOf: NameOf;
}

/** Shown for information where no item speaks of them. */
const informative: readonly FeatureId[] = [
  'viability',
  'nk',
  'nkt-like',
  't',
  'double-negative',
  'denominator-events',
  'monocytes',
  'b',
  'cd4-cd8',
  'cd16-of-nk',
  'cd69-of-nk',
  'gd-of-cd3',
  'hla-dr-of-t',
  'cd25-of-t',
  'blast-index',
];
const MOST_INFORMATIVE = 10;

/** Items with approved limits first, each with its verdict; then what else was measured, for information. */
export function resultsOf(input: ResultsInput): CertificateModel['results'] {
  const { analysis, judged, specification, say } = input;
  const approved = specification?.approved;
  const features = new Set(judged.items.flatMap(({ item }) => ('feature' in item ? [item.feature] : [])));
  const others = informative.filter((id) => !features.has(id) && analysis.features.some((one) => one.id === id)).slice(0, MOST_INFORMATIVE);
  return {
    heading: say('results'),
    note:
      approved === undefined
        ? say('resultsOpen')
        : say('resultsNote', { ...approved, document: specification?.document === undefined ? '' : `${specification.document}, ` }),
    columns: [
      { title: say('item'), align: 'left', weight: 3.4 },
      { title: say('denominator'), align: 'left', weight: 2.5 },
      { title: say('limit'), align: 'right', weight: 1.5 },
      { title: say('result'), align: 'right', weight: 1.4 },
      { title: say('interval'), align: 'right', weight: 1.6 },
      { title: say('rating'), align: 'left', weight: 1.6 },
      { title: say('verdict'), align: 'left', weight: 2.1 },
    ],
    rows: [...judged.items.map((one) => itemRow(one, input)), ...others.map((id) => featureRow(id, input))],
  };
}

function itemRow(judged: JudgedItem, { analysis, language, say, nameOf }: ResultsInput): ResultRow {
  const { item, measured } = judged;
  const shown = measured.why === undefined ? judgedText(measured.value, measured.unit, item, language) : '–';
  return {
    informative: false,
    cells: [
      { text: itemName(item, language, nameOf, analysis) },
      { text: denominatorText(measured, nameOf) },
      { text: limitText(item, language, say) },
      { text: shown },
      { text: measured.why === undefined ? intervalText(measured) : '–' },
      ratingOf(measured, say),
      verdictOf(judged, say),
    ],
  };
}

function featureRow(id: FeatureId, { analysis, language, say, nameOf }: ResultsInput): ResultRow {
  const unit = ({ percent: '%', ratio: 'ratio', events: 'events' } as const)[unitOf(id)];
  const measured = measureFeature(id, analysis, unit);
  return {
    informative: true,
    cells: [
      { text: say('forInformation', { item: featureNames[id][language] }) },
      { text: denominatorText(measured, nameOf) },
      { text: say('noLimit'), tone: 'quiet' },
      { text: measured.why === undefined ? valueText(measured.value, unit, language) : '–' },
      { text: measured.why === undefined ? intervalText(measured) : '–' },
      ratingOf(measured, say),
      { text: '–', tone: 'quiet' },
    ],
  };
}

/** The item's own title; else that of its feature, or of its population. */
function itemName(
  item: SpecificationItem,
  language: Language,
  nameOf: NameOf,
  { populations }: Pick<SampleAnalysis, 'populations'>,
): string {
  if (item.title !== undefined) return item.title[language];
  if ('feature' in item) return featureNames[item.feature as FeatureId][language];
  const path = populations.find(({ path, role }) => path === item.population || role === item.population)?.path;
  return nameOf(path ?? item.population);
}

function denominatorText({ within, of, total, unit }: Measured, nameOf: NameOf): string {
  const names = (unit === 'events' ? of : within).map(nameOf).join(' + ');
  if (unit === 'events') return names || '–';
  return names === '' ? '–' : total === undefined || unit === 'ratio' ? names : `${names} ${formatCount(total)}`;
}

const tones: { readonly [L in Light]: Tone } = { green: 'good', amber: 'review', red: 'bad' };

/** A gate that a person placed has no light of its own. */
function ratingOf({ light, of }: Measured, say: Say): Marked {
  if (light !== undefined) return { text: say(`rating.${light}`), light, tone: tones[light] };
  return { text: of.length === 0 ? '–' : say('byHand'), tone: 'quiet' };
}

function verdictOf({ verdict, near, why }: JudgedItem, say: Say): Marked {
  if (verdict === 'not-rated') return { text: why === undefined ? say('verdict.not-rated') : say(`why.${why}`), tone: 'review' };
  const word = say(`verdict.${verdict}`);
  return { text: near ? say('verdict.near', { verdict: word }) : word, tone: verdict === 'fail' ? 'bad' : near ? 'review' : 'good' };
}
