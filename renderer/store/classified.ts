import type { Problem } from '../../core/base/problem.ts';
import type { Classifier } from '../../core/biology/classification/classifier.ts';
import { isReferenceFor, reclassify } from '../../core/biology/lots/reference.ts';
import { referenceProblem } from '../../core/biology/lots/reference-fit.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import { sampleAt } from './document.ts';
import { remembered } from './remembered.ts';
import type { ResultsState, SampleKey, SampleResult, State } from './state.ts';

/** A sample of the session with its call as the present profiles and the day's reference make it. */
export interface ClassifiedSample {
  readonly key: SampleKey;
  readonly name: string;
  readonly analysis: SampleAnalysis;
  /** The name of the sample that gave the blast index. */
  readonly reference: string | undefined;
  /** Why none of the session's references can be held against it; absent without any. */
  readonly referenceProblem?: Problem;
}

type Session = Pick<State, 'session' | 'results'>;

const byResults = new WeakMap<ResultsState['samples'], readonly SampleResult[]>();
let lastReferences: readonly SampleResult[] = [];

/** The same list as long as it holds the same samples: else each change of one sample would have the calls of all made anew. */
const referencesIn = ({ samples }: ResultsState): readonly SampleResult[] =>
  remembered(byResults, samples, () => {
    const found = [...samples.values()].filter(({ analysis }) => analysis?.value.sample.metadata.role === 'reference');
    const isSame = found.length === lastReferences.length && found.every((one, i) => one.analysis === lastReferences[i]?.analysis);
    if (!isSame) lastReferences = found;
    return lastReferences;
  });

interface Kept {
  readonly classifier: Classifier;
  readonly reference: SampleAnalysis | undefined;
  readonly references: readonly SampleResult[];
  readonly made: ClassifiedSample;
}
const kept = new WeakMap<SampleAnalysis, Kept>();

/** Follows a change of profiles at once, without a gate being set again: it takes the measured features only. */
export function classifiedOf({ session, results }: Session, { key, name, analysis }: SampleResult): ClassifiedSample | undefined {
  if (analysis === undefined) return undefined;
  const { classifier } = session.history.present.protocol;
  const references = referencesIn(results);
  const reference = references.find((other) => other.analysis && isReferenceFor(other.analysis.value, analysis.value, true));
  const known = kept.get(analysis.value);
  if (known?.classifier === classifier && known.reference === reference?.analysis?.value && known.references === references)
    return known.made;
  const [refused] = reference === undefined ? references.filter((other) => other.key !== key) : [];
  const problem = refused?.analysis && referenceProblem(refused.analysis.value, analysis.value, true);
  const made: ClassifiedSample = {
    key,
    name,
    analysis: reclassify(analysis.value, classifier, reference?.analysis?.value),
    reference: reference?.name,
    ...(problem === undefined ? {} : { referenceProblem: problem }),
  };
  kept.set(analysis.value, { classifier, reference: reference?.analysis?.value, references, made });
  return made;
}

export const classifiedSamples = (state: Session): readonly ClassifiedSample[] =>
  [...state.results.samples.values()].flatMap((result) =>
    sampleAt(state.session.history.present, result.key) === undefined ? [] : (classifiedOf(state, result) ?? []),
  );

export const shownClassified = (state: State): ClassifiedSample | undefined => {
  const result = state.results.samples.get(state.view.selected ?? '');
  return result && classifiedOf(state, result);
};
