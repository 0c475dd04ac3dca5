import { joinCautions } from '../../base/caution.ts';
import { ENGINE } from '../../base/engine.ts';
import { localTime } from '../../base/local-time.ts';
import type { Language } from '../../base/message.ts';
import { qualitySentences } from '../../gating/quality/quality-findings.ts';
import { cautionText } from '../../gating/strategy/caution-text.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { isOfAudit } from '../../study/verdict/judged-of.ts';
import { percentText } from '../plot/number-format.ts';
import { findingWords } from '../report/finding-words.ts';
import { reasonWords } from '../report/reason-words.ts';
import { sentenceOf } from '../report/sentence-of.ts';
import type { ActsSection } from './model.ts';
import type { NameOf } from './population-names.ts';
import type { Say } from './say.ts';

type Act = ActsSection['rows'][number];

export interface Acts {
  /** Set by hand: populations. */
  readonly manual: readonly Act[];
  /** From the protocol: gates skipped, populations absent, what makes every number unsure. */
  readonly deviations: readonly Act[];
  /** Of the file, in reading it. */
  readonly repairs: readonly Act[];
  /** The acquisition, and the declaration that the cells speak against. */
  readonly doubts: readonly Act[];
}

export interface ActsOptions {
  readonly language: Language;
  readonly timeZone: string;
  readonly say: Say;
  readonly nameOf: NameOf;
}

/** Everything that departs from the protocol or from a sound file, in the order in which a reader must see it. */
export function actsOf(analysis: SampleAnalysis, options: ActsOptions): Acts {
  const { language, say, nameOf, timeZone } = options;
  const { manual = [], populations, absent = [], findings, quality, software } = analysis;
  const told = (what: string): Act => ({ when: '–', who: say('program'), what, why: '' });
  const cautions = joinCautions(...populations.map(({ gate }) => gate?.cautions));
  const skipped = findings.filter(
    ({ code, values = {} }) =>
      code === 'gate-skipped' && 'countedIn' in values && !cautions.some((caution) => caution.values?.['gate'] === values['gate']),
  );
  return {
    manual: manual.map(({ population, by, at, reason, group, before, after }) => ({
      when: localTime(at, timeZone),
      who: by,
      what: say('change', {
        population: nameOf(population),
        before: percentText(before?.percent, language),
        after: percentText(after.percent, language),
      }),
      why: group === undefined ? reason : say('gatedByGroup', { text: reason, group }),
    })),
    deviations: [
      ...(software.engine === undefined || software.engine === ENGINE
        ? []
        : [told(say('olderEngine', { engine: software.engine, now: ENGINE }))]),
      ...cautions.map((caution) => told(cautionText(caution, language))),
      ...skipped.map((finding) => told(findingWords(finding, language))),
      ...absences(absent, say, nameOf).map(told),
    ],
    repairs: findings.filter(({ kind }) => kind === 'repair').map((finding) => told(findingWords(finding, language))),
    doubts: [
      ...findings.filter(isOfAudit).map((finding) => told(findingWords(finding, language))),
      ...contradictions(analysis, language, say).map(told),
      ...(quality?.findings ?? [])
        .filter(({ severity }) => severity !== 'note')
        .map((finding) => told(sentenceOf(qualitySentences, finding, language))),
    ],
  };
}

/** Populations that the sample cannot have, those that lack the same together. */
function absences(absent: NonNullable<SampleAnalysis['absent']>, say: Say, nameOf: NameOf): readonly string[] {
  const lacks = [...new Set(absent.map(({ missing }) => missing.join(', ')))];
  return lacks.map((missing) => {
    const populations = absent.filter((one) => one.missing.join(', ') === missing).map(({ path }) => nameOf(path));
    return say('absentPopulation', { population: populations.join(', '), missing });
  });
}

/** Why the cells speak against the method that was declared. */
function contradictions({ classification }: SampleAnalysis, language: Language, say: Say): readonly string[] {
  const { declared, methods } = classification;
  if (declared?.verdict !== 'not-consistent') return [];
  const method = methods.find((one) => one.method === declared.method)?.name[language] ?? declared.method;
  const failed = declared.reasons.filter(({ passed }) => !passed);
  const limits = failed.filter(({ values }) => values?.['outcome'] === 'fails');
  return (limits.length > 0 ? limits : failed).map((reason) =>
    say('contradicted', { method, reason: reasonWords(reason, language, classification) }),
  );
}
