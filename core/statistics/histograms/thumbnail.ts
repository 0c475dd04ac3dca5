import type { SampleColumns } from '../../data/events/sample-columns.ts';
import { identityScale } from '../../data/transforms/kind/transform.ts';
import type { Population } from '../../gating/strategy/population.ts';
import type { ScaledChannel } from '../../gating/strategy/used-channels.ts';
import { statedRange } from './axis-range.ts';
import { axisOf, BINS, type PlotAxis, plotPopulation } from './plot-data.ts';
import { type GateToPlot, gatesToPlot } from './plot-gates.ts';

/** Bins of an axis of a thumbnail. */
export const THUMBNAIL_BINS = 64;
const MERGED = BINS / THUMBNAIL_BINS;

/** The events that a gate was placed in, in so few bins that those of a thousand samples are held at once. */
export interface Thumbnail {
  /** Path of the gate's first population. */
  readonly gate: string;
  /** Path of the population whose events are drawn. */
  readonly population: string;
  readonly count: number;
  /** As the instrument states its range: samples stand side by side. */
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  /** `THUMBNAIL_BINS` squared counts, row by row from the bottom, as `packCounts` packs them. */
  readonly counts: Uint8Array;
}

/** One for each gate that can be drawn. */
export const thumbnailsOf = (
  populations: readonly Population[],
  channel: (id: string) => ScaledChannel | undefined,
  columns: SampleColumns,
): readonly Thumbnail[] => gatesToPlot(populations, channel).map((gate) => thumbnailOf(gate, columns));

function thumbnailOf({ members, parent, x, y }: GateToPlot, columns: SampleColumns): Thumbnail {
  const axes = [sharedAxis(x, columns), sharedAxis(y, columns)] as const;
  const { density } = plotPopulation(parent, [], x, y, columns, axes);
  const counts = new Uint32Array(THUMBNAIL_BINS ** 2);
  for (let row = 0; row < BINS; row++)
    for (let column = 0; column < BINS; column++)
      counts[Math.floor(row / MERGED) * THUMBNAIL_BINS + Math.floor(column / MERGED)]! += density[row * BINS + column]!;
  return {
    gate: members[0]?.path ?? '',
    population: parent.path,
    count: parent.count,
    x: axes[0],
    y: axes[1],
    counts: packCounts(counts),
  };
}

/** The whole range that the instrument states; linear values on no scale state none. */
export const sharedAxis = (channel: ScaledChannel, columns: SampleColumns): PlotAxis =>
  channel.scale === identityScale ? axisOf(channel, columns) : { channel: channel.used, ...statedRange(channel) };

/** Counts as bytes: each in groups of seven bits, the lowest first; a zero is followed by how many zeros more there are. */
export function packCounts(counts: Uint32Array): Uint8Array {
  const bytes: number[] = [];
  const write = (value: number): void => {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
  };
  for (let i = 0; i < counts.length; i++) {
    write(counts[i]!);
    if (counts[i] !== 0) continue;
    const from = i;
    while (i + 1 < counts.length && counts[i + 1] === 0) i++;
    write(i - from);
  }
  return Uint8Array.from(bytes);
}

/** The counts again; undefined where the bytes are not of so many. */
export function unpackCounts(bytes: Uint8Array, length: number = THUMBNAIL_BINS ** 2): Uint32Array | undefined {
  const counts = new Uint32Array(length);
  let [at, i] = [0, 0];
  const read = (): number | undefined => {
    let [value, factor] = [0, 1];
    for (; at < bytes.length && value <= 0xffff_ffff; factor *= 128) {
      const byte = bytes[at++]!;
      value += (byte % 128) * factor;
      if (byte < 128) return value;
    }
    return undefined;
  };
  while (i < length) {
    const count = read();
    if (count === undefined || count > 0xffff_ffff) return undefined;
    counts[i++] = count;
    if (count !== 0) continue;
    const more = read();
    if (more === undefined || i + more > length) return undefined;
    i += more;
  }
  return at === bytes.length ? counts : undefined;
}
