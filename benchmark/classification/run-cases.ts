import type { Host } from '../../core/analyse.ts';
import { profilesOf } from '../../core/biology/classification/classifier.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { simulateSample } from '../../test-data/simulate-sample.ts';
import type { Donor } from '../autogating/donor.ts';
import type { Case } from './case.ts';
import { fittedSet } from './fitted-set.ts';
import { analyseContent, measureCase, type Outcome } from './measure-case.ts';
import { testMethods } from './methods.ts';
import { mixLot, mixReference, mixSimplex } from './mixtures.ts';
import { outsiderCount, simulateOutsider } from './outsiders.ts';
import { simulateLot } from './test-lots.ts';

export interface RunOptions {
  /** Lots of each method, of each source. */
  readonly lots: number;
  readonly small: boolean;
  /** Other lots: those of 0 are what the shipped limits were looked at with. */
  readonly seed: number;
  readonly onOutcome?: (outcome: Outcome) => void;
}

/** Every case of the benchmark, gated and classified. Profiles come with the protocol, or are fitted to lots of another generator: never to what they are tested on. */
export async function runCases(donors: readonly Donor[], protocol: Protocol, host: Host, options: RunOptions): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const fitted = { ...protocol.classifier, profiles: fittedSet(profilesOf(protocol.classifier)) };
  for await (const given of casesOf(donors, protocol, host, options))
    for (const outcome of await measureCase(given, protocol, fitted, host)) {
      outcomes.push(outcome);
      options.onOutcome?.(outcome);
    }
  return outcomes;
}

async function* casesOf(donors: readonly Donor[], protocol: Protocol, host: Host, { lots, small, seed }: RunOptions): AsyncGenerator<Case> {
  const events = small ? 5000 : 10_000;
  const blood = simulateSample({ culture: 'resting-blood', seed: 4711, events, instrument: 'modern', lot: 'reference of the day' });
  const reference = await analyseContent(blood.content[0]!, protocol, host);
  for (let turn = 0; turn < lots; turn++) {
    const number = turn + 1000 * seed;
    for (const method of testMethods) yield simulateLot(method, number, events, 'lot', reference);
    for (const method of testMethods) if (number % 4 === 0) yield simulateLot(method, number, 900 + 150 * (number % 5), 'low', reference);
    for (let which = 0; which < outsiderCount; which++)
      if (number % 2 === 0 || !small) yield simulateOutsider(which, number, events, reference);
  }
  for (const donor of donors) {
    const own = await analyseContent(mixReference(donor, events), protocol, host);
    for (let turn = 0; turn < Math.ceil(lots / 2); turn++) {
      const number = turn + 1000 * seed;
      for (const method of testMethods) yield mixLot(donor, method, number, events, own);
      for (let one = 0; one < 4; one++) yield mixSimplex(donor, 4 * number + one, events, own);
    }
  }
}
