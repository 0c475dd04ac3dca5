import type { FcsContent } from '../core/data/fcs/write/write-content.ts';
import { seedRandom } from './random.ts';
import { simulateSample } from './simulate-sample.ts';

/** Distinct events that a benchmark sample is drawn from. */
const pool = 20_000;
const jitters = 4096;
const eventsPerSecond = 50_000;

/** Some events of a benchmark sample. */
export interface BenchPiece {
  readonly columns: readonly Float32Array[];
  /** Index into `populationNames` for single live cells, else 255. */
  readonly population: Uint8Array;
}

export interface BenchEvents {
  /** Channels and keywords of the sample; its columns are the pool's, not the sample's. */
  readonly base: FcsContent;
  /** The next events. What comes does not depend on how many are taken at once. */
  next(count: number): BenchPiece;
}

/** Draws events with replacement from a small simulated culture, each value moved by about one per cent. */
export function drawBenchEvents(channels: number, seed: number): BenchEvents {
  const { content, truth } = simulateSample({ culture: 'cik', seed, events: pool, instrument: 'modern' });
  const base = withChannels(content[0], channels);
  const random = seedRandom(seed + 1);
  const jitter = Float64Array.from({ length: jitters }, () => 1 + 0.01 * random.normal());
  const sources = base.columns.slice(0, channels).map((column) => Float64Array.from(column, Number));
  const steps = sources.map((_, index) => index * 977);
  const labels = Uint8Array.from(truth.kind, (kind, event) => (kind === 0 ? truth.population[event]! : 255));
  let done = 0;
  const fill = (source: Float64Array, index: number, picks: Uint32Array): Float32Array => {
    const out = new Float32Array(picks.length);
    if (base.channels[index]?.name === 'Time') return out.map((_, event) => (100 * (done + event)) / eventsPerSecond);
    let step = steps[index] ?? 0;
    for (let event = 0; event < picks.length; event++) {
      step = (step + picks[event]! + 1) & (jitters - 1);
      out[event] = source[picks[event]!]! * jitter[step]!;
    }
    steps[index] = step;
    return out;
  };
  return {
    base: { ...base, channels: base.channels.slice(0, channels), keywords: trimSpillover(base, channels) },
    next(count) {
      const picks = Uint32Array.from({ length: count }, () => random.uniform() * pool);
      const columns = sources.map((source, index) => fill(source, index, picks));
      done += count;
      return { columns, population: Uint8Array.from(picks, (pick) => labels[pick]!) };
    },
  };
}

/** As many channels as asked for: beyond those of the instrument others with the same values, which nothing else names. */
function withChannels(simulated: FcsContent | undefined, channels: number): FcsContent {
  if (simulated === undefined) throw new Error('nothing was simulated');
  const own = simulated.channels.length;
  const more = Array.from({ length: Math.max(0, channels - own) }, (_, i) => i);
  const { marker: _, ...plain } = simulated.channels[0]!;
  return {
    ...simulated,
    channels: [...simulated.channels, ...more.map((i) => ({ ...plain, name: `Extra${i + 1}` }))],
    columns: [...simulated.columns, ...more.map((i) => simulated.columns[i % own]!)],
  };
}

/** A matrix may only name channels that are there. */
function trimSpillover(base: FcsContent, channels: number): ReadonlyMap<string, string> {
  const keywords = new Map(base.keywords);
  const fields = keywords.get('$SPILLOVER')?.split(',') ?? [];
  const size = Number(fields[0]);
  const present = new Set(base.channels.slice(0, channels).map((channel) => channel.name));
  const kept = [...Array(size).keys()].filter((index) => present.has(fields[1 + index] ?? ''));
  const names = kept.map((index) => fields[1 + index] ?? '');
  const cells = kept.flatMap((row) => kept.map((column) => fields[1 + size + row * size + column] ?? ''));
  if (kept.length < 2) keywords.delete('$SPILLOVER');
  else keywords.set('$SPILLOVER', [kept.length, ...names, ...cells].join(','));
  return keywords;
}
