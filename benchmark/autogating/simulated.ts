import { type CultureId, cultures } from '../../test-data/culture-specs.ts';
import { drawLot, type LotOverride, populationShares } from '../../test-data/lot.ts';
import { type PopulationName, populationNames, populations } from '../../test-data/populations.ts';
import { seedRandom } from '../../test-data/random.ts';
import { simulateSample } from '../../test-data/simulate-sample.ts';
import { type LabelledSample, percentages, type Scenario, type Shares } from './labelled-sample.ts';

export interface SimulatedScenario extends Scenario {
  readonly culture: CultureId;
  readonly composition?: LotOverride;
  readonly instrument: 'modern' | 'calibur';
}

const all = Object.keys(cultures) as readonly CultureId[];

/** Every culture with lots of its own, both instruments, and compositions that leave a kind out. */
export const simulatedScenarios: readonly SimulatedScenario[] = [
  ...all.map((culture): SimulatedScenario => simulated(`simulated ${culture}`, culture)),
  // no pulse area there, so doublets stay in whatever the gates do: reported, not promised
  ...all.map(
    (culture): SimulatedScenario => ({
      ...simulated(`simulated ${culture}, 4 colours`, culture),
      ...{ instrument: 'calibur', group: 'hard', plain: false },
    }),
  ),
  { ...simulated('simulated CIK, a million events', 'cik'), events: 1_000_000, plain: false },
  ...[0.1, 99].map(
    (nk): SimulatedScenario => ({
      ...simulated(`simulated NK ${nk}`, 'expanded-nk', { nk, nktLike: 0.5, t: nk < 50 ? 97 : 0.2, debris: 8 }),
      group: 'extreme',
      plain: false,
    }),
  ),
];

function simulated(name: string, culture: CultureId, composition?: LotOverride): SimulatedScenario {
  return {
    ...{ name, group: 'blood', source: 'simulation', events: 20_000, plain: true, culture, instrument: 'modern' },
    ...(composition === undefined ? {} : { composition }),
  };
}

export function simulateLabelled(scenario: SimulatedScenario, repeat: number): LabelledSample {
  const { culture, composition, instrument, events } = scenario;
  const lot = `${scenario.name}/${repeat}`;
  const seed = Math.floor(seedRandom(lot).uniform() * 2 ** 31);
  const order = { culture, seed, events, instrument, lot, ...(composition === undefined ? {} : { composition }) };
  const { content, truth } = simulateSample(order);
  const { nk, nktLike, t, neither } = truth.summary;
  return {
    scenario,
    repeat,
    content: content[0]!,
    drawn: drawnShares(populationShares(drawLot(culture, lot, composition))),
    present: percentages([nk, nktLike, t, neither]),
  };
}

/** Shares of the four parts among lymphoid cells: monocytes are no part. */
function drawnShares(of: Readonly<Record<PopulationName, number>>): Shares {
  const counts = [0, 0, 0, 0];
  const place = { nk: 0, 'nkt-like': 1, t: 2, neither: 3 } as const;
  for (const name of populationNames) {
    const { quarter } = populations[name];
    if (quarter !== 'monocyte') counts[place[quarter]]! += of[name];
  }
  return percentages(counts);
}
