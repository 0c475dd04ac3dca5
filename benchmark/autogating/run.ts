import type { Host } from '../../core/analyse.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { type Dividers, fixedGates, minimumDensity, oneDimensionalMixture } from './baselines.ts';
import type { Donor } from './donor.ts';
import { fewKinds, kindScenarios, simulateKind } from './kinds.ts';
import type { LabelledSample } from './labelled-sample.ts';
import { type Baselines, measureSample, type Outcome } from './measure.ts';
import { mixDonor } from './mix-donor.ts';
import { mixtureScenarios } from './scenarios.ts';
import { simulatedScenarios, simulateLabelled } from './simulated.ts';

export interface RunOptions {
  /** Repeats of every scenario and donor. */
  readonly repeats: number;
  /** A few scenarios, few events: for tests. */
  readonly small: boolean;
  readonly onOutcome?: (outcome: Outcome) => void;
}

export const baselineNames = ['fixed', 'mindensity', 'mixture1d'] as const;

/** Runs every scenario: mixtures of each donor with fixed gates drawn on the other, and simulated cultures. */
export async function runScenarios(donors: readonly Donor[], protocol: Protocol, host: Host, options: RunOptions): Promise<Outcome[]> {
  const { repeats, small, onOutcome } = options;
  const outcomes: Outcome[] = [];
  async function run(samples: Iterable<LabelledSample>, drawn: Dividers): Promise<void> {
    const baselines: Baselines = { fixed: fixedGates(drawn), mindensity: minimumDensity, mixture1d: oneDimensionalMixture };
    for (const sample of samples) {
      const outcome = await measureSample(sample, protocol, host, baselines);
      outcomes.push(outcome);
      onOutcome?.(outcome);
    }
  }
  const wanted = mixtureScenarios
    .filter((_, i) => !small || i % 9 === 0)
    .map((scenario) => (small ? { ...scenario, events: 4000 } : scenario));
  for (const [i, donor] of donors.entries()) {
    const other = donors[(i + 1) % donors.length]!;
    const drawn = await drawOn(mixDonor(other, mixtureScenarios[0]!, 0), protocol, host);
    await run(
      each(wanted, repeats, (scenario, repeat) => mixDonor(donor, scenario, repeat)),
      drawn,
    );
  }
  const simulated = simulatedScenarios.filter(({ events }, i) => !small || (i % 4 === 0 && events < 100_000));
  const drawn = await drawOn(simulateLabelled(simulatedScenarios[0]!, 0), protocol, host);
  await run(
    each(simulated, repeats, (scenario, repeat) => simulateLabelled(small ? { ...scenario, events: 4000 } : scenario, repeat)),
    drawn,
  );
  return outcomes;
}

/** Runs the kinds of samples that are hard to gate; without baselines, which know nothing of them. */
export async function runKinds(protocol: Protocol, host: Host, { repeats, small, onOutcome }: RunOptions): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const wanted = small ? fewKinds.map((scenario) => ({ ...scenario, events: 4000 })) : kindScenarios;
  for (const sample of each(wanted, repeats, simulateKind)) {
    const outcome = await measureSample(sample, protocol, host, {});
    outcomes.push(outcome);
    onOutcome?.(outcome);
  }
  return outcomes;
}

function* each<S extends { readonly events: number }>(
  scenarios: readonly S[],
  repeats: number,
  make: (scenario: S, repeat: number) => LabelledSample,
): Generator<LabelledSample> {
  for (const scenario of scenarios)
    for (let repeat = 0; repeat < (scenario.events > 100_000 ? 1 : repeats); repeat++) yield make(scenario, repeat);
}

/** Where the valleys of a balanced sample stand: gates that are then left alone. */
async function drawOn(sample: LabelledSample, protocol: Protocol, host: Host): Promise<Dividers> {
  let drawn: Dividers = [0, 0];
  await measureSample(sample, protocol, host, { drawn: (input) => (drawn = minimumDensity(input)) });
  return drawn;
}

/** Undisturbed samples of 20,000 events, for quality control. */
export function* qualitySamples(donors: readonly Donor[], { repeats, small }: RunOptions): Generator<LabelledSample> {
  const events = small ? 8000 : 20_000;
  for (const donor of donors)
    yield* each(mixtureScenarios.filter(({ plain }) => plain).slice(0, small ? 1 : 6), 1, (scenario, repeat) =>
      mixDonor(donor, { ...scenario, events }, repeat),
    );
  yield* each(simulatedScenarios.slice(0, small ? 1 : 6), small ? 1 : repeats, (scenario, repeat) =>
    simulateLabelled({ ...scenario, events }, repeat + 100),
  );
}
