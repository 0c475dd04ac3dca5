import { analyseSample, type Host } from '../../core/analyse.ts';
import { bytesSource } from '../../core/base/byte-source.ts';
import type { Classification } from '../../core/biology/classification/classification.ts';
import type { Classifier } from '../../core/biology/classification/classifier.ts';
import { classify } from '../../core/biology/classification/classify.ts';
import type { Features } from '../../core/biology/features/feature.ts';
import { featuresOf } from '../../core/biology/lots/reference.ts';
import { encodeFcs } from '../../core/data/fcs/write/write.ts';
import type { FcsContent } from '../../core/data/fcs/write/write-content.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import { type Case, featuresOfPanel, type Panel, panels } from './case.ts';

/** What came out for one case on one panel. */
export interface Outcome {
  readonly case: Omit<Case, 'content' | 'reference'>;
  readonly panel: Panel;
  /** By the shipped profiles, or by those fitted to other lots. */
  readonly by: 'shipped' | 'fitted';
  readonly classification: Classification;
  readonly events: number;
}

/** From bytes, like any sample: no shortcut past the gates. */
export const analyseContent = (content: FcsContent, protocol: Protocol, host: Host): Promise<SampleAnalysis> =>
  analyseSample(bytesSource('case.fcs', encodeFcs([content])), protocol, host, {});

/** Gates a case once and classifies it as each panel sees it: features that a panel lacks are absent. */
export async function measureCase(given: Case, protocol: Protocol, fitted: Classifier, host: Host): Promise<readonly Outcome[]> {
  const analysis = await analyseContent(given.content, protocol, host);
  const features = featuresOf(analysis, given.reference);
  const { content: _, reference: __, ...kept } = given;
  const events = analysis.composition?.denominatorCount ?? 0;
  return panels.flatMap((panel) =>
    (['shipped', 'fitted'] as const).map((by) => {
      const classifier = by === 'shipped' ? protocol.classifier : fitted;
      return { case: kept, panel, by, classification: classify(classifier, seenBy(panel, features)), events };
    }),
  );
}

function seenBy(panel: Panel, features: Features): Features {
  const seen = featuresOfPanel(panel);
  return new Map([...features].filter(([id]) => seen.has(id)));
}
