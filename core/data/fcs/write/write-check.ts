import type { FcsDescription, WrittenChannel } from './write-content.ts';
import { refuseToWrite } from './write-problems.ts';
import { isPacked, storedBits } from './write-width.ts';

/**
 * Refuses what the version's standard forbids: sizes per data type, byte orders, amplification of floats, names.
 * Values and keywords are looked at where they are encoded.
 */
export function checkDescription(content: FcsDescription): void {
  const { version, datatype, byteOrder, channels } = content;
  const modern = version === 'FCS3.1' || version === 'FCS3.2';
  if (version === 'FCS3.2' && datatype === 'A') refuseToWrite('fcs-write-setting', { setting: '$DATATYPE A', version });
  if (modern && typeof byteOrder !== 'string' && !['1,2,3,4', '4,3,2,1'].includes(byteOrder.join(',')))
    refuseToWrite('fcs-write-setting', { setting: `$BYTEORD ${byteOrder.join(',')}`, version });
  if (version === 'FCS2.0' && content.offsets === 'text') refuseToWrite('fcs-write-setting', { setting: '$BEGINDATA', version });
  if (version === 'FCS2.0' && content.supplementalText?.size) refuseToWrite('fcs-write-setting', { setting: '$BEGINSTEXT', version });
  const names = new Set<string>();
  for (const [index, channel] of channels.entries()) {
    const reason = forbidden(channel, content, modern) ?? (modern && names.has(channel.name) ? `$PnN ${channel.name}` : undefined);
    if (reason) refuseToWrite('fcs-write-channel', { channel: channel.name || index + 1, reason, version });
    names.add(channel.name);
  }
  const mixed = isPacked(content) && channels.some((channel) => (channel.datatype ?? datatype) !== 'I');
  if (mixed) refuseToWrite('fcs-write-setting', { setting: '$PnB', version });
}

function forbidden(channel: WrittenChannel, content: FcsDescription, modern: boolean): string | undefined {
  const { amplification, gain, name, bits } = channel;
  if (channel.datatype && content.version !== 'FCS3.2') return `$PnDATATYPE ${channel.datatype}`;
  if (channel.datatype && content.datatype === 'A') return `$PnDATATYPE ${channel.datatype}`;
  if (modern && (name === '' || name.includes(','))) return `$PnN "${name}"`;
  const type = channel.datatype ?? content.datatype;
  const sizes = { I: [1, 64], F: [32, 32], D: [64, 64], A: [1, 99] } as const;
  const [least, most] = sizes[type];
  if (!Number.isInteger(bits) || bits < least || bits > most) return `$PnB ${bits} ($DATATYPE ${type})`;
  if (!Number.isFinite(channel.range) || channel.range <= 0) return `$PnR ${channel.range}`;
  if ((type === 'I' || type === 'A') && !Number.isInteger(channel.range)) return `$PnR ${channel.range}`;
  if (gain !== undefined && !(gain > 0 && Number.isFinite(gain))) return `$PnG ${gain}`;
  if (amplification) {
    const { decades, offset } = amplification;
    const usable = decades > 0 && offset >= 0 && Number.isFinite(decades + offset);
    if (!usable || type === 'F' || type === 'D' || (modern && offset === 0)) return `$PnE ${decades},${offset}`;
    if (modern && gain !== undefined) return `$PnG ${gain}`;
  }
  if (type !== 'A' && typeof content.byteOrder !== 'string' && !fitsOrder(content.byteOrder, storedBits(channel, content)))
    return `$BYTEORD ${content.byteOrder.join(',')}`;
  return undefined;
}

/** A mixed order such as 3,4,1,2 says nothing of values of another width. */
function fitsOrder(order: readonly number[], bits: number): boolean {
  const sorted = order.toSorted((a, b) => a - b);
  if (order.length === 0 || sorted.some((value, index) => value !== index + 1)) return false;
  return isMonotone(order) || bits === 8 || (bits % 8 === 0 && order.length === bits / 8);
}

function isMonotone(order: readonly number[]): boolean {
  return order.every((value, index) => value === index + 1) || order.every((value, index) => value === order.length - index);
}
