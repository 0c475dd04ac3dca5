import type { Reason } from '../../biology/classification/classification.ts';
import type { Withheld } from '../../biology/features/feature.ts';
import { cleans, isExpected } from '../../gating/strategy/cleaning.ts';
import type { GatedSample } from '../../gating/strategy/population.ts';
import type { PreparedSample } from './prepared-sample.ts';

/**
 * What holds any call back: what withholds the composition however well its gates stand, and a cleaning gate that was skipped although the file may
 * have its channel, until a person says which.
 */
export function holdBack({ candidates }: PreparedSample, { skipped }: GatedSample, withheld: readonly Withheld[]): readonly Reason[] {
  const cautions = withheld.find(({ feature }) => feature === 'nk')?.cautions ?? [];
  const waits = skipped.flatMap(({ node, missing }): Reason[] => {
    if (!cleans(node) || !isExpected(node)) return [];
    const gate = node.populations.map(({ name }) => name).join(', ');
    return missing.flatMap((id) => {
      const names = candidates(id);
      return names.length === 0
        ? []
        : [{ code: 'waits-for-channel', passed: false, values: { gate, missing: id, candidates: names.join(', ') } }];
    });
  });
  return [...cautions.map(({ code, values }) => ({ code, passed: false, ...(values === undefined ? {} : { values }) })), ...waits];
}
