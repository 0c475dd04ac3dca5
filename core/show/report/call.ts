import { type Catalogue, type Language, type Sentence, say } from '../../base/message.ts';
import type { Classification } from '../../biology/classification/classification.ts';
import { featureNames } from '../../biology/classification/reasons.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { groupNames, methodNames, type Translate } from './messages.ts';
import type { CallSection } from './model.ts';
import { markOf, reasonWords } from './reason-words.ts';

/** The culture method that the sample is consistent with, and the rules that say so. */
export function callSection({ classification, sample }: SampleAnalysis, language: Language, t: Translate): CallSection {
  const { group, method, reasons, missing } = classification;
  const declared = sample.metadata.declaredMethod;
  const { nearest, declared: verdict } = classification;
  const nameOf = (id: string) => nameOfMethod(classification, id, language);
  const facts = [
    ...(group === 'indeterminate' ? [] : [{ label: t('method'), value: nameOf(method) }]),
    ...(declared === undefined ? [] : [{ label: t('declared'), value: verdict === undefined ? declared : nameOf(verdict.method) }]),
    ...(verdict === undefined ? [] : [{ label: t('verdict'), value: t(`verdict.${verdict.verdict}`, { method: nameOf(verdict.method) }) }]),
    ...(group !== 'indeterminate' || nearest.length === 0
      ? []
      : [{ label: t('nearestProfiles'), value: nearest.map(nameOf).join(language === 'ja' ? '、' : ', ') }]),
  ];
  return {
    heading: t('callHeading'),
    lead: t(group === 'indeterminate' ? 'noCall' : 'consistentWith'),
    group: say(groupNames[group], {}, language),
    facts: facts.map((fact) => t('labelled', fact)),
    reasonsHeading: t('reasons'),
    reasons: reasons.map((reason) => ({
      mark: markOf(reason),
      word: t(markWords[markOf(reason)]),
      text: reasonWords(reason, language, classification),
    })),
    missing: missing.length === 0 ? undefined : { heading: t('missing'), items: missing.map((feature) => featureName(feature, language)) },
    caveat: t('callCaveat'),
  };
}

const markWords = { pass: 'met', fail: 'notMet', excludes: 'statusOut' } as const;

/** A feature's name; a panel name or a method that the catalogue does not know stays as it is. */
const featureName = (id: string, language: Language): string => nameIn(featureNames, id, language);
/** By the profiles; those of older protocols by the catalogue. */
const nameOfMethod = ({ methods }: Pick<Classification, 'methods'>, id: string, language: Language): string =>
  methods.find(({ method }) => method === id)?.name[language] ?? nameIn(methodNames, id, language);

function nameIn(names: Catalogue, id: string, language: Language): string {
  const name: Sentence | undefined = Object.hasOwn(names, id) ? names[id] : undefined;
  return name === undefined ? id : say(name, {}, language);
}
