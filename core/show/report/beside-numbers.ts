import { joinCautions } from '../../base/caution.ts';
import { type Language, type Sentence, say } from '../../base/message.ts';
import { featureNames } from '../../biology/classification/reasons.ts';
import type { Withheld } from '../../biology/features/feature.ts';
import { compensationWords } from '../../data/compensation/describe-compensation.ts';
import { cautionText } from '../../gating/strategy/caution-text.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { findingWords } from './finding-words.ts';

const words = {
  compensation: { en: 'compensation: {words}', ja: '蛍光補正: {words}' },
  caution: { en: '! {sentence}', ja: '! {sentence}' },
  skipped: {
    en: 'without the gate "{gate}" (no {missing}), counted in "{countedIn}"',
    ja: 'ゲート「{gate}」なし({missing}がないため「{countedIn}」内を計数)',
  },
  unmeasured: { en: 'not in the panel: {markers}', ja: 'パネルにないもの: {markers}' },
  withheld: { en: 'withheld: {features} ({why})', ja: '算出保留: {features}({why})' },
} as const satisfies { readonly [word: string]: Sentence };

const reasonsWithheld = {
  'few-events': { en: 'too few events', ja: 'イベント不足' },
  'red-gate': { en: 'its gate needs manual review', ja: 'ゲートが要判断' },
  'no-reference': { en: 'no same-day reference', ja: '同日対照なし' },
} as const satisfies { readonly [why in Withheld['why']]: Sentence };

/** Findings about which channel stands for a marker, or why none does. */
const ofMarkers = /^(label-(left-out|control|mixture)|ambiguous-marker|combined-marker|stand-in-marker)$/;

/**
 * What stands beside the numbers of a sample wherever they are shown, one line each: how they were compensated, what makes them unsure, what is
 * withheld and why, gates that were skipped, what stands for a marker that is not labelled as such.
 */
export function besideNumbers({ compensation, populations, findings, withheld }: SampleAnalysis, lang: Language): readonly string[] {
  const cautions = joinCautions(...populations.map(({ gate }) => gate?.cautions));
  const skipped = findings.flatMap(({ code, values = {} }) => (code === 'gate-skipped' ? [values] : []));
  const cleaning = skipped.filter((gate) => 'countedIn' in gate && !cautions.some(({ values }) => values?.['gate'] === gate['gate']));
  const markers = new Set(skipped.filter((gate) => !('countedIn' in gate)).flatMap(({ missing }) => String(missing).split(', ')));
  const reasons = new Map<Withheld['why'], string[]>();
  for (const { feature, why } of withheld) reasons.set(why, [...(reasons.get(why) ?? []), featureNames[feature][lang]]);
  return [
    say(words.compensation, { words: compensationWords(compensation, lang) }, lang),
    ...cautions.map((caution) => say(words.caution, { sentence: cautionText(caution, lang) }, lang)),
    ...[...reasons].map(([why, features]) => say(words.withheld, { features: features.join(', '), why: reasonsWithheld[why][lang] }, lang)),
    ...cleaning.map((gate) => say(words.skipped, gate, lang)),
    ...findings.flatMap((finding) => (ofMarkers.test(finding.code) ? [findingWords(finding, lang)] : [])),
    ...(markers.size === 0 ? [] : [say(words.unmeasured, { markers: [...markers].join(', ') }, lang)]),
  ];
}
