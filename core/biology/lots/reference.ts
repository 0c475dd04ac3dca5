import type { Problem } from '../../base/problem.ts';
import type { PopulationResult } from '../../statistics/population-result.ts';
import type { Classifier } from '../classification/classifier.ts';
import { classify } from '../classification/classify.ts';
import type { CultureAnalysis } from '../classification/culture-analysis.ts';
import { declarationOf } from '../classification/posterior.ts';
import type { Feature, Features } from '../features/feature.ts';
import type { FeatureId } from '../features/feature-kinds.ts';
import { parentPath } from '../features/measure-features.ts';
import { featuresFrom, listFeatures } from '../features/named-features.ts';
import { referenceProblem } from './reference-fit.ts';

/**
 * The ratio of two medians of one day drifts by about so much: standard deviation of its logarithm, assumed. It stands above the
 * counting error of a median over hundreds of cells.
 */
const DRIFT = 0.02;

/** Whether a sample may serve another as its same-day reference: declared as one, and comparable (see `referenceProblem`). */
export const isReferenceFor = (reference: CultureAnalysis, analysis: CultureAnalysis, undated = false): boolean =>
  reference.sample.metadata.role === 'reference' && referenceProblem(reference, analysis, undated) === undefined;

/** Features that only exist beside a same-day reference: medians against its medians. */
function referredFeatures(analysis: CultureAnalysis, reference: CultureAnalysis): ReadonlyMap<FeatureId, Feature> {
  const lymphocytes = (of: CultureAnalysis) => of.populations.find(({ path }) => path === of.composition?.denominator);
  const nk = (of: CultureAnalysis) => of.populations.find(({ role }) => role === 'nk');
  const made = [
    ['blast-index', ratio(analysis, reference, lymphocytes, 'FSC')],
    ['nkg2d-of-nk', ratio(analysis, reference, nk, 'NKG2D')],
  ] as const;
  return new Map(made.flatMap(([id, feature]) => (feature === undefined ? [] : [[id, feature] as const])));
}

function ratio(
  analysis: CultureAnalysis,
  reference: CultureAnalysis,
  populationOf: (analysis: CultureAnalysis) => PopulationResult | undefined,
  channel: string,
): Feature | undefined {
  const [own, other] = [populationOf(analysis), populationOf(reference)];
  const [above, below] = [own?.medians[channel], other?.medians[channel]];
  const nameOf = (of: CultureAnalysis) => of.channels.find(({ id }) => id === channel)?.name;
  if (own === undefined || above === undefined || below === undefined || !(above > 0 && below > 0)) return undefined;
  if (nameOf(analysis) !== nameOf(reference)) return undefined;
  const reach = Math.exp(1.96 * DRIFT);
  const value = above / below;
  const gates = analysis.populations.filter(({ path }) => own.path === path || own.path.startsWith(`${path}/`));
  return {
    value,
    low: value / reach,
    high: value * reach,
    unit: 'ratio',
    definition: {
      of: [own.path],
      within: [parentPath(own.path)],
      count: own.count,
      total: other?.count ?? 0,
      gates: gates.flatMap(({ gate }) => (gate === undefined ? [] : [{ dimensions: gate.dimensions, kind: gate.gate.kind }])),
      channel,
      reference: reference.sample.sha256,
      medians: { own: above, reference: below },
    },
  };
}

/** The features of a sample as its classification sees them: measured, and beside its reference where it has one. */
export function featuresOf(analysis: CultureAnalysis, reference?: CultureAnalysis): Features {
  const measured = featuresFrom(analysis.features);
  return reference === undefined ? measured : new Map([...measured, ...referredFeatures(analysis, reference)]);
}

/** The analysis with its classification made anew: by other profiles, beside a reference, or with another declaration. No event is read. */
export function reclassify<A extends CultureAnalysis>(analysis: A, classifier: Classifier, reference?: CultureAnalysis): A {
  const features = featuresOf(analysis, reference);
  const declared = declarationOf(analysis.sample.metadata);
  return { ...analysis, features: listFeatures(features), classification: classify(classifier, features, declared, analysis.holds) };
}

/**
 * A sample beside the reference among those that a person named for it; as it is where it is one of them itself.
 * @returns a problem (`reference-…`) where none of them can be held against it
 */
export function referTo<A extends CultureAnalysis>(analysis: A, references: readonly A[], classifier: Classifier): A | Problem {
  if (references.length === 0 || references.includes(analysis)) return analysis;
  const problems = references.map((reference) => referenceProblem(reference, analysis, true));
  const fit = references[problems.indexOf(undefined)];
  return fit === undefined ? problems[0]! : reclassify(analysis, classifier, fit);
}

/** Each sample beside its same-day reference among the others, by their roles. */
export function referAll<A extends CultureAnalysis>(analyses: readonly A[], classifier: Classifier): readonly A[] {
  return analyses.map((analysis) => {
    const reference = analyses.find((other) => isReferenceFor(other, analysis));
    return reference === undefined ? analysis : reclassify(analysis, classifier, reference);
  });
}
