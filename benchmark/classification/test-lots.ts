import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import { type CultureSpec, cultures, type Spread } from '../../test-data/culture-specs.ts';
import type { LotOverride } from '../../test-data/lot.ts';
import { type Random, seedRandom } from '../../test-data/random.ts';
import { type SampleOrder, simulateSample } from '../../test-data/simulate-sample.ts';
import { type Case, panels } from './case.ts';
import type { TestMethod } from './methods.ts';

const parts = ['nk', 'nktLike', 't'] as const;
const percentages = ['gammaDelta', 'cd16', 'cd69', 'hlaDr'] as const;
const ratios = ['log10Cd4Cd8', 'blast'] as const;

/** A simulated lot on the modern analyser: drawn around the method's centre, shifted by its site, gated from its bytes like any other. */
export function simulateLot(method: TestMethod, number: number, events: number, kind: 'lot' | 'low', reference: SampleAnalysis): Case {
  const name = `${method.method} ${kind} #${number}`;
  const random = seedRandom(`classification/${name}`);
  const order: SampleOrder = {
    ...{ culture: method.culture, seed: Math.floor(random.uniform() * 2 ** 31), events, instrument: 'modern', lot: name },
    composition: drawQuantities(method, random),
  };
  const { content } = simulateSample(order);
  return { name, kind, method: method.method, group: method.group, panels, content: content[0]!, reference };
}

/** Normal on the percentage scale, where profiles expect lots to scatter on the logit scale; each site shifts the odds of every part. */
function drawQuantities({ culture, centres = {} }: TestMethod, random: Random): LotOverride {
  const spec: CultureSpec = cultures[culture];
  const draw = (key: keyof LotOverride): number => {
    const [centre, sd] = centres[key] ?? (spec[key] as Spread);
    return centre + sd * Math.max(-2.2, Math.min(2.2, random.normal()));
  };
  const shifted = (percent: number, by: number): number => {
    const odds = (Math.max(0.1, percent) / Math.max(0.5, 100 - percent)) * Math.exp(by * random.normal());
    return (100 * odds) / (1 + odds);
  };
  const drawn = Object.fromEntries([
    ...percentages.map((key) => [key, Math.min(99, shifted(draw(key), 0.15))]),
    ...ratios.map((key) => [key, draw(key)]),
    ['viability', Math.min(99, Math.max(62, draw('viability') - 6 * Math.abs(random.normal())))],
    ['debris', draw('debris') * random.between(0.6, 2)],
    ['doublets', draw('doublets') * random.between(0.6, 1.6)],
  ]);
  const room = 100 - Math.max(0, draw('b')) - random.between(0.5, 3.5);
  const composed = parts.map((key) => shifted(draw(key), 0.15));
  const sum = composed.reduce((total, value) => total + value, 0);
  const scale = room / sum;
  return { ...drawn, ...Object.fromEntries(parts.map((key, i) => [key, composed[i]! * scale])) };
}
