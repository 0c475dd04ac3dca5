import { quantileInPlace } from '../../base/math/median.ts';
import type { Channel } from '../../data/events/channel.ts';
import type { SampleColumns } from '../../data/events/sample-columns.ts';
import { classOfChannel } from '../../data/panel/channel-class.ts';
import { type ChannelFacts, statedByData, TRANSFORMED_TOP } from '../../data/transforms/choose.ts';

/** A few negative values tell more of the spread about zero than none: a product of one kind may have no more. */
const MIN_NEGATIVES = 10;

/** A channel whose default scale is to be chosen. */
export interface UnscaledChannel {
  readonly channel: Channel;
  readonly compensated: boolean;
}

/** Channels that are looked at in one pass over the events. */
const TOGETHER = 4;

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
  return {
    class: classOfChannel(channel),
    statedTop,
    logDecades: amplification?.decades,
    compensated,
    largest,
    smallest,
    negatives,
    negativeQuantile: negatives >= MIN_NEGATIVES ? quantileInPlace(list.values, 0.05, negatives) : undefined,
    ...(largest <= TRANSFORMED_TOP || statedByData({ statedTop, largest }) ? { upperQuantile: upperQuantile(channel, columns) } : {}),
  };
}

/** A few far values must not set the top of a scale. */
function upperQuantile(channel: Channel, columns: SampleColumns): number {
  const values = new Float64Array(columns.shards.reduce((sum, { eventCount }) => sum + eventCount, 0));
  let n = 0;
  columns.pass([{ of: channel.index - 1 }], ([made]) => {
    for (let event = 0; event < made!.length; event++) if (Number.isFinite(made![event]!)) values[n++] = made![event]!;
  });
  return quantileInPlace(values, 0.998, n);
}
