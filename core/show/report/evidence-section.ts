import type { Catalogue, Language } from '../../base/message.ts';
import type { Evidence } from '../../gating/automatic/kind/step.ts';
import type { PopulationResult } from '../../statistics/population-result.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import type { Translate } from './messages.ts';
import type { EvidenceSection } from './model.ts';
import { lightWords } from './populations-section.ts';
import { sentenceOf } from './sentence-of.ts';

/** Why each automatic gate stands where it does: one entry a gate, however many populations it gives. */
export function evidenceSection(
  { populations }: SampleAnalysis,
  evidenceSentences: Catalogue,
  language: Language,
  t: Translate,
): EvidenceSection {
  const gates = populations.flatMap(({ gate }, i) => {
    const siblings = populations.filter((other) => isSameGate(other, populations[i]!));
    if (!gate?.automatic || siblings[0] !== populations[i]) return [];
    const { light, evidence } = gate.automatic;
    const name = `${siblings.map((sibling) => sibling.name).join(', ')} (${gate.dimensions.join(' × ')})`;
    return [
      {
        name,
        light,
        word: t(lightWords[light]),
        sentences: evidence.map((one) => sentenceOf(evidenceSentences, withAxisName(one, gate.dimensions), language)),
      },
    ];
  });
  return { heading: t('gatesHeading'), gates };
}

/** A step knows its axes as x and y, or as nothing where it has one; people know them by their panel name. */
function withAxisName(evidence: Evidence, [x = '', y = '']: readonly string[]): Evidence {
  const axis = evidence.values?.['axis'];
  return axis === undefined
    ? evidence
    : { ...evidence, values: { ...evidence.values, axis: axis === 'y' ? y : axis === 'x' || axis === '' ? x : axis } };
}

/** Populations of one gate have one parent, the gate's dimensions and its coordinates, also after a passage through JSON. */
function isSameGate(a: PopulationResult, b: PopulationResult): boolean {
  const key = ({ path, gate }: PopulationResult): string => JSON.stringify([path.split('/').slice(0, -1), gate?.dimensions, gate?.gate]);
  return a === b || (a.gate !== undefined && key(a) === key(b));
}
