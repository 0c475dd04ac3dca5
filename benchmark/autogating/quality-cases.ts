import type { Host } from '../../core/analyse.ts';
import { bytesSource } from '../../core/base/byte-source.ts';
import { has } from '../../core/data/events/bitmask.ts';
import { encodeFcs } from '../../core/data/fcs/write/write.ts';
import { assessQuality } from '../../core/gating/quality/assess-quality.ts';
import type { QualityInput } from '../../core/gating/quality/quality.ts';
import { type QualityOptions, qualityOptionsSchema } from '../../core/gating/quality/quality-options.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { qualityInputOf } from '../../core/study/sample/assess-prepared.ts';
import { prepareSample } from '../../core/study/sample/prepared-sample.ts';
import { readSample } from '../../core/study/sample/raw-sample.ts';
import { type Random, seedRandom } from '../../test-data/random.ts';
import { type BenchRow, quantile, row } from '../rows/bench-row.ts';
import type { LabelledSample } from './labelled-sample.ts';

interface Scores {
  readonly falseRemoval: number[];
  readonly balanced: number[];
}

/** Size of the step faults on the display scale. */
const STEP = 0.1;

/** Every sample clean, then with a step in one channel for a part of the time; by both modes. */
export async function runQuality(samples: Iterable<LabelledSample>, protocol: Protocol, host: Host): Promise<readonly BenchRow[]> {
  const modes = {
    '': qualityOptionsSchema.parse({ budgetPercent: 60 }),
    'peacoqc-': qualityOptionsSchema.parse({ mode: 'peacoqc', budgetPercent: 100 }),
  };
  const scores: { [mode: string]: Scores } = Object.fromEntries(
    Object.keys(modes).map((mode) => [mode, { falseRemoval: [], balanced: [] }]),
  );
  for (const sample of samples) {
    const raw = await readSample(bytesSource('simulated.fcs', encodeFcs([sample.content])), host);
    const prepared = prepareSample(raw, protocol, host.pool);
    const input = qualityInputOf(prepared, protocol);
    const random = seedRandom(`quality/${sample.scenario.name}/${sample.repeat}`);
    const faults = [0, 1, 2].map(() => stepFault(input, random));
    for (const [mode, options] of Object.entries(modes)) {
      scores[mode]!.falseRemoval.push(assessQuality(input, options).removedPercent);
      for (const { faulty, from, to } of faults) scores[mode]!.balanced.push(balancedAccuracy(faulty, from, to, options));
    }
    prepared.release();
    raw.table.release();
  }
  return Object.entries(scores).flatMap(([mode, { falseRemoval, balanced }]) => [
    row(`${mode}clean-false-removal-percent`, '%', Math.max(...falseRemoval), falseRemoval),
    row(`${mode}fault-balanced-accuracy-percent`, '%', quantile(balanced, 0.1), balanced),
  ]);
}

/** A channel that stands elsewhere by a step from one event to another: 10 to 40 % of the file, anywhere in it. */
function stepFault(input: QualityInput, random: Random) {
  const length = Math.floor(input.eventCount * random.between(0.1, 0.4));
  const from = Math.floor(random.uniform() * (input.eventCount - length));
  const to = from + length;
  const stained = input.channels.filter(({ kind }) => kind === 'fluorescence');
  const chosen = stained[Math.floor(random.uniform() * stained.length)]!;
  const step = random.chance(0.5) ? STEP : -STEP;
  const channels = input.channels.map((channel) => {
    if (channel !== chosen) return channel;
    let first = 0;
    const parts = channel.parts.map((part) => {
      const moved = Float64Array.from(part, (value, i) => (first + i >= from && first + i < to ? value + step : value));
      first += part.length;
      return moved;
    });
    return { ...channel, parts };
  });
  return { faulty: { ...input, channels }, from, to };
}

function balancedAccuracy(input: QualityInput, from: number, to: number, options: QualityOptions): number {
  const { kept } = assessQuality(input, options);
  let [found, spared] = [0, 0];
  for (let event = 0; event < input.eventCount; event++) {
    const bad = event >= from && event < to;
    if (bad === has(kept, event)) continue;
    if (bad) found++;
    else spared++;
  }
  return 50 * (found / (to - from) + spared / (input.eventCount - (to - from)));
}
