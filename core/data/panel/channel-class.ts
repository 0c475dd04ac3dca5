import type { Channel } from '../events/channel.ts';
import { plainName } from './plain-name.ts';
import { scatterOf } from './scatter.ts';

export type ChannelClass = 'time' | 'scatter' | 'mass' | 'fluorescence';

/** What kind of signal a channel carries, by $PnTYPE and its names: it decides the default display scale. */
export function classOfChannel(channel: Channel): ChannelClass {
  if (isTime(channel)) return 'time';
  // the width alone is that of the trigger's pulse
  if (scatterOf(channel) !== undefined || /^(PULSE )?WIDTH$/.test(plainName(channel.name))) return 'scatter';
  if (/D[di]$/.test(channel.name.trim()) || /^(cell|event)_length$/i.test(channel.name.trim())) return 'mass';
  return 'fluorescence';
}

/** The channel that tells when an event came; the first where there are several. A word of a longer count ("TIME_LSW") begins again too often. */
export const clockOf = (channels: readonly Channel[]): Channel | undefined =>
  channels.find((channel) => isTime(channel) && !isClockWord(channel));

/** Channels that hold parts of a clock. */
export const clockWordsOf = (channels: readonly Channel[]): readonly Channel[] => channels.filter(isClockWord);

const isClockWord = (channel: Channel): boolean => /^(TIME|CLOCK)[_\s-]*[LM]SW$|^T[LM]SW$/i.test(channel.name.trim());

function isTime({ name, detail }: Channel): boolean {
  const stated = detail.type?.trim().toLowerCase() ?? '';
  if (stated !== '') return stated === 'time';
  return /^((HDR-)?(T|TIME|CLOCK)|TIME[\s\d_(-].*|TIME ?STAMP|EVENT[ _]TIME|時間|時刻|经过时间|时间|시간)$/.test(plainName(name));
}
