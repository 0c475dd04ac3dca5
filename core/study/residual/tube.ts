import { Problem } from '../../base/problem.ts';
import type { CultureAnalysis } from '../../biology/classification/culture-analysis.ts';
import type { Counted } from '../../biology/rare/counted.ts';
import type { SampleMetadata } from '../../data/metadata/sample-metadata.ts';
import { lightOfGate } from '../../gating/strategy/population.ts';
import type { UsedChannel } from '../../gating/strategy/used-channels.ts';
import type { ResidualPlan } from './residual-plan.ts';

/** What one tube counted: `n` residual cells among `total` of the denominator. */
export interface Tube extends Counted {
  readonly file: string;
  readonly sha256: string;
  /** Of the events alone: the same events under another name are found by it. */
  readonly dataSha256?: string | undefined;
  /** 0 for the first data set of the file. */
  readonly dataset: number;
  readonly metadata: SampleMetadata;
  readonly channels: readonly UsedChannel[];
  /** Of the least sure gate on the way to either population; undefined where nothing speaks against any. */
  readonly light: 'green' | 'amber' | 'red' | undefined;
  readonly hasFlow?: { readonly p: number; readonly d: number; readonly n: number };
}

/**
 * What a tube counted of a plan's populations.
 * @throws Problem `residual-population-absent` where the sample has no number for one of them
 */
export function tubeOf(file: string, { sample, channels, populations }: CultureAnalysis, plan: ResidualPlan): Tube {
  const at = (path: string) => {
    const found = populations.find((population) => population.path === path);
    if (found === undefined) throw new Problem('residual-population-absent', absent, { population: path }, { path });
    return found;
  };
  const [cells, among] = [at(plan.population), at(plan.denominator)];
  const lights = populations
    .filter(({ path }) => [plan.population, plan.denominator].some((end) => end === path || end.startsWith(`${path}/`)))
    .map(({ gate }) => gate && lightOfGate(gate));
  const { sha256, dataSha256, dataset, metadata } = sample;
  const has = plan.hasFlow;
  return {
    ...{ file, sha256, dataSha256, dataset, metadata, channels },
    n: cells.count,
    total: among.count,
    light: (['red', 'amber', 'green'] as const).find((light) => lights.includes(light)),
    ...(has === undefined ? {} : { hasFlow: { p: at(has.p).count, d: at(has.d).count, n: at(has.n).count } }),
  };
}

const absent = {
  en: 'The plan counts the population "{population}", and this sample has no number for it.',
  ja: '計画書の集団「{population}」は、この検体では計数できません。',
};
