import type { PopulationResult, SampleAnalysis } from '../analysis.ts';
import type { Classifier } from './classifier.ts';
import { classify } from './classify.ts';
import type { Feature, Features } from './feature.ts';
import type { FeatureId } from './feature-kinds.ts';
import { parentPath } from './measure-features.ts';
import { featuresFrom, listFeatures } from './named-features.ts';
import { declarationOf } from './posterior.ts';

/**
 * The ratio of two medians of one day drifts by about so much: standard deviation of its logarithm, assumed. It stands above the
 * counting error of a median over hundreds of cells.
 */
const DRIFT = 0.02;

/** Whether a sample may serve another as its same-day reference: declared as one, on the same instrument and day. Files without a date only where a person named the reference for them. */
export function isReferenceFor(reference: SampleAnalysis, analysis: SampleAnalysis, undated = false): boolean {
  const [a, b] = [reference.sample, analysis.sample];
  const same = (['cytometer', 'serial', 'date'] as const).every((key) => a.instrument[key] === b.instrument[key]);
  const dated = a.instrument.date !== undefined || undated;
  return a.metadata.role === 'reference' && dated && same && a.sha256 !== b.sha256;
}

/** Features that only exist beside a same-day reference: medians against its medians. */
function referredFeatures(analysis: SampleAnalysis, reference: SampleAnalysis): ReadonlyMap<FeatureId, Feature> {
  const lymphocytes = (of: SampleAnalysis) => of.populations.find(({ path }) => path === of.composition?.denominator);
  const nk = (of: SampleAnalysis) => of.populations.find(({ role }) => role === 'nk');
  const made = [
    ['blast-index', ratio(analysis, reference, lymphocytes, 'FSC')],
    ['nkg2d-of-nk', ratio(analysis, reference, nk, 'NKG2D')],
  ] as const;
  return new Map(made.flatMap(([id, feature]) => (feature === undefined ? [] : [[id, feature] as const])));
}

function ratio(
  analysis: SampleAnalysis,
  reference: SampleAnalysis,
  populationOf: (analysis: SampleAnalysis) => PopulationResult | undefined,
  channel: string,
): Feature | undefined {
  const [own, other] = [populationOf(analysis), populationOf(reference)];
  const [above, below] = [own?.medians[channel], other?.medians[channel]];
  const nameOf = (of: SampleAnalysis) => of.channels.find(({ id }) => id === channel)?.name;
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
    },
  };
}

/** The features of a sample as its classification sees them: measured, and beside its reference where it has one. */
export function featuresOf(analysis: SampleAnalysis, reference?: SampleAnalysis): Features {
  const measured = featuresFrom(analysis.features);
  return reference === undefined ? measured : new Map([...measured, ...referredFeatures(analysis, reference)]);
}

/** The analysis with its classification made anew: by other profiles, beside a reference, or with another declaration. No event is read. */
export function reclassify(analysis: SampleAnalysis, classifier: Classifier, reference?: SampleAnalysis): SampleAnalysis {
  const features = featuresOf(analysis, reference);
  const declared = declarationOf(analysis.sample.metadata);
  return { ...analysis, features: listFeatures(features), classification: classify(classifier, features, declared) };
}

/** Each sample beside its same-day reference among the others. */
export function referAll(analyses: readonly SampleAnalysis[], classifier: Classifier, undated = false): readonly SampleAnalysis[] {
  return analyses.map((analysis) => {
    const reference = analyses.find((other) => isReferenceFor(other, analysis, undated));
    return reference === undefined ? analysis : reclassify(analysis, classifier, reference);
  });
}
