import { encodeFcs } from '../core/data/fcs/write/write.ts';
import type { FcsContent } from '../core/data/fcs/write/write-content.ts';
import type { CultureId } from './culture-specs.ts';
import { seedRandom } from './random.ts';
import { simulateSample } from './simulate-sample.ts';

/** What goes wrong in a laboratory. A shifted gate is a person's: it is placed where the runs are gated, and its file is as any other. */
export const plantedFaults = ['shifted-gate', 'swapped-tube', 'wrong-matrix', 'drifted-instrument'] as const;
export type PlantedFault = (typeof plantedFaults)[number];

export interface PlantedRun {
  readonly name: string;
  readonly fault: PlantedFault | undefined;
  readonly content: readonly FcsContent[];
  readonly bytes: () => Uint8Array;
}

const usual: CultureId = 'expanded-nk';
/** The culture of another patient's tube. */
const other: CultureId = 'cik';
/** Gain of every detector for stains after a drift. */
const DRIFT = 2.5;

/** Runs of one laboratory: lots of one culture, and as many of each fault as asked for, at places drawn by the seed. */
export function* plantedRuns(order: {
  readonly count: number;
  readonly ofEach: number;
  readonly events: number;
  readonly seed: number;
}): Generator<PlantedRun> {
  const random = seedRandom(`planted ${order.seed}`);
  const places = new Map<number, PlantedFault>();
  for (const fault of plantedFaults)
    for (let planted = 0; planted < order.ofEach; ) {
      const place = Math.floor(random.uniform() * order.count);
      if (places.has(place)) continue;
      places.set(place, fault);
      planted += 1;
    }
  for (let i = 0; i < order.count; i++) {
    const fault = places.get(i);
    const culture = fault === 'swapped-tube' ? other : usual;
    const number = String(i + 1).padStart(4, '0');
    const lot = `SIM-P-${number}`;
    const { content } = simulateSample({
      ...{ culture, seed: order.seed * 10_000 + i, events: order.events, instrument: 'modern', lot, donor: `SIM-DONOR-${number}` },
      ...(fault === 'swapped-tube' ? { keywords: new Map([['DECLARED METHOD', 'expanded NK cells']]) } : {}),
    });
    const planted = fault === 'wrong-matrix' ? content.map(wrongMatrix) : fault === 'drifted-instrument' ? content.map(drifted) : content;
    yield { name: `run-${number}.fcs`, fault, content: planted, bytes: () => encodeFcs(planted) };
  }
}

/** The matrix of a day without any spillover. */
function wrongMatrix(content: FcsContent): FcsContent {
  const [count = '0', ...rest] = (content.keywords?.get('$SPILLOVER') ?? '').split(',');
  const side = Number(count);
  const identity = Array.from({ length: side ** 2 }, (_, i) => (i % (side + 1) === 0 ? '1' : '0'));
  return {
    ...content,
    keywords: new Map([...(content.keywords ?? []), ['$SPILLOVER', [count, ...rest.slice(0, side), ...identity].join(',')]]),
  };
}

function drifted(content: FcsContent): FcsContent {
  const columns = content.columns.map((column, i) =>
    content.channels[i]?.marker === undefined ? column : Float32Array.from(column as ArrayLike<number>, (value) => value * DRIFT),
  ) as FcsContent['columns'];
  return { ...content, columns };
}
