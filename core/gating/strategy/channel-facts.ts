import { quantileInPlace, selectInPlace } from '../../base/math/median.ts';
import type { Channel } from '../../data/events/channel.ts';
import { CHUNK } from '../../data/events/chunk.ts';
import type { SampleColumns } from '../../data/events/sample-columns.ts';
import { classOfChannel } from '../../data/panel/channel-class.ts';
import type { ChannelFacts } from '../../data/transforms/choose.ts';
import { findCutOff } from './cut-off.ts';

/** A few negative values tell more of the spread about zero than none: a product of one kind may have no more. */
const MIN_NEGATIVES = 10;

/** A channel whose default scale is to be chosen. */
export interface UnscaledChannel {
  readonly channel: Channel;
  readonly compensated: boolean;
}

/** Channels that are looked at in one pass over the events. */
const TOGETHER = 4;

/** High quantiles are told by so many events at most, from all over the file. */
const LOOKED_AT = 16_384;
/** Events beyond a scale that do not widen it: so many, or this share where that is more. */
const FEW = 2;
const FEW_SHARE = 0.01;
/** More negative values than this share are noise about zero. */
const FEW_NEGATIVES = 0.001;
/** More bright values than this share show how far signals reach. */
const FEW_BRIGHT = 0.001;

/** What the default scales of channels are chosen from, in one sample. */
export function channelFacts(asked: readonly UnscaledChannel[], columns: SampleColumns): readonly ChannelFacts[] {
  const lists = Array.from({ length: TOGETHER }, () => ({ values: new Float64Array(0) }));
  const facts: ChannelFacts[] = [];
  while (facts.length < asked.length) {
    const group = asked.slice(facts.length, facts.length + TOGETHER);
    const tallies = group.map((_, i) => ({ largest: 0, smallest: 0, negatives: 0, list: lists[i]! }));
    columns.pass(
      group.map(({ channel }) => ({ of: channel.index - 1 })),
      (made) => {
        for (let i = 0; i < made.length; i++) tally(tallies[i]!, made[i]!);
      },
    );
    facts.push(...group.map((one, i) => factsOf(one, tallies[i]!, columns)));
  }
  return facts;
}

interface Tally {
  largest: number;
  smallest: number;
  negatives: number;
  /** The negative values, as many as there are. */
  readonly list: { values: Float64Array };
}

function tally(of: Tally, values: Float64Array): void {
  const { list } = of;
  if (of.negatives + values.length >= list.values.length) {
    const wider = new Float64Array(2 * (of.negatives + values.length));
    wider.set(list.values.subarray(0, of.negatives));
    list.values = wider;
  }
  const found = list.values;
  let { largest, smallest, negatives } = of;
  for (let event = 0; event < values.length; event++) {
    const value = values[event]!;
    if (value > largest && value !== Number.POSITIVE_INFINITY) largest = value;
    found[negatives] = value;
    if (value < 0) {
      negatives++;
      if (value < smallest) smallest = value;
    }
  }
  of.largest = largest;
  of.smallest = smallest;
  of.negatives = negatives;
}

function factsOf(
  { channel, compensated }: UnscaledChannel,
  { largest, smallest, negatives, list }: Tally,
  columns: SampleColumns,
): ChannelFacts {
  const { amplification, range } = channel;
  const statedTop = amplification === undefined ? range / (channel.gain ?? 1) : amplification.offset * 10 ** amplification.decades;
  const upper = upperValues(channel, columns);
  const floor = -Math.max(Number.isFinite(statedTop) ? statedTop : 0, upper.reach);
  const within = keepAbove(list.values, negatives, floor);
  return {
    class: classOfChannel(channel),
    ...upper,
    statedTop,
    logDecades: amplification?.decades,
    compensated,
    largest,
    smallest,
    hasNegatives:
      negatives >
      fewOf(
        columns.shards.reduce((sum, { eventCount }) => sum + eventCount, 0),
        FEW_NEGATIVES,
      ),
    negatives: within,
    negativeQuantile: within >= MIN_NEGATIVES ? quantileInPlace(list.values, 0.05, within) : undefined,
  };
}

const fewOf = (events: number, share = FEW_SHARE): number => Math.max(FEW, Math.floor(share * events));

/** Keeps the values at or above a floor at the front of a list; gives their number. */
function keepAbove(values: Float64Array, length: number, floor: number): number {
  let kept = 0;
  for (let i = 0; i < length; i++) if (values[i]! >= floor) values[kept++] = values[i]!;
  return kept;
}

function upperValues(channel: Channel, columns: SampleColumns): Pick<ChannelFacts, 'reach' | 'upperQuantile' | 'bulk' | 'cutOff'> {
  const events = columns.shards.reduce((sum, { eventCount }) => sum + eventCount, 0);
  const every = Math.max(1, Math.floor(events / LOOKED_AT));
  const values = new Float64Array(Math.min(events, 2 * LOOKED_AT + CHUNK * columns.shards.length));
  let n = 0;
  columns.pass(
    [{ of: channel.index - 1 }],
    ([made]) => {
      for (let event = 0; event < made!.length; event++) if (Number.isFinite(made![event]!)) values[n++] = made![event]!;
    },
    { every },
  );
  if (n === 0) return { reach: 0, upperQuantile: 0 };
  const below = (few: number) => selectInPlace(values, n, Math.max(0, n - 1 - few) | 0);
  const cutOff = findCutOff(values.subarray(0, n), below(fewOf(n, FEW_BRIGHT)));
  return { upperQuantile: quantileInPlace(values, 0.998, n), bulk: quantileInPlace(values, 0.95, n), reach: below(fewOf(n)), cutOff };
}
