import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import { type CultureSpec, cultures } from '../../test-data/culture-specs.ts';
import { type Random, seedRandom } from '../../test-data/random.ts';
import type { Donor } from '../autogating/donor.ts';
import type { Shares } from '../autogating/labelled-sample.ts';
import { mixDonor } from '../autogating/mix-donor.ts';
import type { Disturbance, MixtureScenario } from '../autogating/scenarios.ts';
import type { Case } from './case.ts';
import type { TestMethod } from './methods.ts';

const perturbations: readonly Disturbance[] = [
  {},
  { gain: 1.25 },
  { shift: 0.5, gain: 1.1 },
  { spill: 0.015 },
  { doublets: 4 },
  { debris: 12, dead: 8 },
];

/** Real cells mixed as a method's lots are: parts from a Dirichlet around its centre. Activation markers of real blood say nothing of a
 * culture, so these are seen by the first two panels only. */
export function mixLot(donor: Donor, method: TestMethod, number: number, events: number, reference: SampleAnalysis): Case {
  const name = `${method.method} of ${donor.name.slice(0, 6)} #${number}`;
  const random = seedRandom(`classification/${name}`);
  const spec: CultureSpec = cultures[method.culture];
  const of = (key: 'nk' | 'nktLike' | 't') => (method.centres?.[key] ?? spec[key])[0];
  const centre = [of('nk'), of('nktLike'), of('t')];
  const rest = Math.max(1.5, 100 - centre[0]! - centre[1]! - centre[2]!);
  const shares = dirichlet(
    [...centre, rest].map((percent) => Math.max(0.35, percent * 0.35)),
    random,
  );
  const disturbance = { ...perturbations[number % perturbations.length]!, blasts: method.blasts };
  const { content } = mixDonor(donor, scenario(name, shares, events, disturbance), number);
  return { name, kind: 'lot', method: method.method, group: method.group, panels: ['A', 'B'], content, reference };
}

/** Any composition at all. */
export function mixSimplex(donor: Donor, number: number, events: number, reference: SampleAnalysis): Case & { readonly shares: Shares } {
  const name = `simplex of ${donor.name.slice(0, 6)} #${number}`;
  const random = seedRandom(`classification/${name}`);
  const shares = dirichlet([1, 1, 1, 1], random);
  const { content } = mixDonor(donor, scenario(name, shares, events, {}), number);
  return { name, kind: 'simplex', panels: ['A'], content, reference, shares };
}

/** Unstimulated cells of the donor in the proportions of blood. */
export const mixReference = (donor: Donor, events: number) =>
  mixDonor(donor, scenario('reference', { nk: 14, 'nkt-like': 4, t: 66, 'double-negative': 16 }, events, {}), 0).content;

const scenario = (name: string, shares: Shares, events: number, disturbance: Disturbance): MixtureScenario => ({
  ...{ name, group: 'blood', source: 'mixture', plain: false, events, shares, disturbance },
});

function dirichlet(weights: readonly number[], random: Random): Shares {
  const draws = weights.map((weight) => gamma(weight, random));
  const sum = draws.reduce((total, value) => total + value, 0);
  const [nk, nkt, t, dn] = draws.map((value) => (100 * value) / sum);
  return { nk: nk!, 'nkt-like': nkt!, t: t!, 'double-negative': dn! };
}

/** Marsaglia and Tsang, ACM TOMS 2000;26:363. */
function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * random.uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
