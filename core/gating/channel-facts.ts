import type { SampleColumns } from '../events/sample-columns.ts';
import type { Channel } from '../fcs/fcs-file.ts';
import { classOfChannel } from '../panel/channel-class.ts';
import { quantileInPlace } from '../statistics/median.ts';
import { type ChannelFacts, statedByData, TRANSFORMED_TOP } from '../transforms/choose.ts';

/** A few negative values tell more of the spread about zero than none: a product of one kind may have no more. */
const MIN_NEGATIVES = 10;

/** What the default scale of a channel is chosen from, in one sample. */
export function channelFacts(channel: Channel, columns: SampleColumns, compensated: boolean): ChannelFacts {
  const parts = columns.linear(channel.index - 1);
  let largest = 0;
  let smallest = 0;
  let negatives = 0;
  for (const part of parts) {
    for (let event = 0; event < part.length; event++) {
      const value = part[event]!;
      if (value > largest && value !== Number.POSITIVE_INFINITY) largest = value;
      if (value < 0) {
        negatives++;
        if (value < smallest) smallest = value;
      }
    }
  }
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
    negativeQuantile: negatives >= MIN_NEGATIVES ? quantileOfNegatives(parts, negatives) : undefined,
    ...(largest <= TRANSFORMED_TOP || statedByData({ statedTop, largest }) ? { upperQuantile: upperQuantile(parts) } : {}),
  };
}

/** A few far values must not set the top of a scale. */
function upperQuantile(parts: readonly Float64Array[]): number {
  const values = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let n = 0;
  for (const part of parts) for (let event = 0; event < part.length; event++) if (Number.isFinite(part[event]!)) values[n++] = part[event]!;
  return quantileInPlace(values, 0.998, n);
}

function quantileOfNegatives(parts: readonly Float64Array[], count: number): number {
  const values = new Float64Array(count);
  let n = 0;
  for (const part of parts) for (let event = 0; event < part.length; event++) if (part[event]! < 0) values[n++] = part[event]!;
  return quantileInPlace(values, 0.05);
}
