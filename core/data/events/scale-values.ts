import type { Channel } from './channel.ts';
import type { LinearColumn, RawColumn } from './event-table.ts';

/**
 * Channel values to linear scale values, into `out` (at least `eventCount` long): offset * 10^(decades * x / range) where
 * $PnE says logarithmic, x / gain where $PnG does and the channel is not time (FCS 3.1, section 3.2.20), else x itself.
 */
export function toLinear(
  column: RawColumn,
  channel: Channel,
  eventCount: number,
  out: Float64Array = new Float64Array(eventCount),
): LinearColumn {
  const { amplification, gain = 1, range } = channel;
  if (isLinear(channel)) {
    out.set(column.length > eventCount ? column.subarray(0, eventCount) : column);
  } else if (amplification && range > 0) {
    // Powers of ten of the exponent as the standard writes it, so that whole decades come out exact.
    const rate = amplification.decades / range;
    for (let event = 0; event < eventCount; event++) out[event] = amplification.offset * 10 ** (rate * column[event]!);
  } else {
    for (let event = 0; event < eventCount; event++) out[event] = column[event]! / gain;
  }
  // Brand: this is where raw values become linear ones.
  return out as LinearColumn;
}

/** Whether the stored values are linear ones already. */
export function isLinear(channel: Channel): boolean {
  const { amplification, gain = 1, range } = channel;
  if (amplification && range > 0) return false;
  return !(gain > 0 && gain !== 1 && !isTime(channel));
}

/** Whether a channel is time: by $PnTYPE (FCS 3.2) or by its name. The $PnG of a time channel is a time step, not a gain. */
export function isTime({ name, detail }: Channel): boolean {
  return /^time$/i.test(detail.type ?? '') || /^(time|(hdr-t|tlsw|tmsw)$)/i.test(name);
}
