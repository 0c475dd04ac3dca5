import type { Channel } from '../events/channel.ts';

export type ChannelClass = 'time' | 'scatter' | 'mass' | 'fluorescence';

/** What kind of signal a channel carries, from its names: it decides the default display scale. */
export function classOfChannel({ name, detail }: Channel): ChannelClass {
  const type = detail.type?.toLowerCase() ?? '';
  if (type === 'time' || /^(hdr-)?(t|time|clock)$/i.test(name.trim()) || /^time\b/i.test(name.trim())) return 'time';
  if (
    type.includes('scatter') ||
    /^(fsc?|ssc?|forward|side)([\s_-]|area|height|width|$|-?b?-?[ahw]\b)/i.test(name.trim()) ||
    /^(pulse )?width$/i.test(name.trim())
  )
    return 'scatter';
  if (/D[di]$/.test(name.trim()) || /^(cell|event)_length$/i.test(name.trim())) return 'mass';
  return 'fluorescence';
}

/** The channel that tells when an event came; the first where there are several. */
export const clockOf = (channels: readonly Channel[]): Channel | undefined =>
  channels.find((channel) => classOfChannel(channel) === 'time');
