import type { FcsDescription, WrittenChannel } from './write-content.ts';

/** Bits that one value takes in DATA; those of $PnB, unless the content asks for padding. Characters count eight each. */
export function storedBits(channel: WrittenChannel, content: FcsDescription): number {
  const type = channel.datatype ?? content.datatype;
  if (type === 'A') return channel.bits * 8;
  if (type !== 'I' || content.padding === undefined) return channel.bits;
  const bytes = Math.ceil(channel.bits / 8);
  return 8 * (content.padding === 'bytes' ? bytes : ([1, 2, 4, 8].find((word) => word >= bytes) ?? 8));
}

/** Whether some value is not a whole number of bytes, so that events are one stream of bits. */
export function isPacked(content: FcsDescription): boolean {
  return content.channels.some((channel) => storedBits(channel, content) % 8 !== 0);
}

/** Bits of one event. */
export function rowBits(content: FcsDescription): number {
  return content.channels.reduce((total, channel) => total + storedBits(channel, content), 0);
}

/** Bytes of the DATA segment. Bits of packed integers run on from one event to the next. */
export function dataBytes(content: FcsDescription): number {
  return Math.ceil((rowBits(content) * content.eventCount) / 8);
}
