import type { Channel } from '../../events/channel.ts';
import type { FcsDataset } from '../fcs-file.ts';
import { found } from '../findings.ts';

/**
 * Beckman's LMD files hold the same events twice, and only the first data set says what was stained. A later data set of as many
 * events takes over the markers: of the channel of the same detector, or of the same place where it names no channel at all.
 * $PnN stays as it is.
 */
export function carryMarkers(dataset: FcsDataset, first: FcsDataset): FcsDataset {
  if (dataset.eventCount !== first.eventCount || dataset.eventCount === 0) return dataset;
  const unnamed = dataset.channels.every(({ name }) => name === '') && dataset.channels.length === first.channels.length;
  const carried: Channel[] = [];
  const channels = dataset.channels.map((channel, index) => {
    const marker = channel.marker ?? (unnamed ? markerOf(first.channels[index]) : markerOfDetector(channel.name, first.channels));
    if (marker === undefined || marker === channel.marker) return channel;
    carried.push(channel);
    return { ...channel, marker };
  });
  if (carried.length === 0) return dataset;
  const finding = found('markers-carried', { count: carried.length, dataset: first.index + 1 }, dataset.extent?.start);
  return { ...dataset, channels, findings: [...dataset.findings, finding] };
}

const markerOf = (channel: Channel | undefined): string | undefined => channel?.marker ?? (channel?.name || undefined);

/** "FL3" of "FL3 INT LOG": scatter and fluorescence detectors as Beckman names them. */
const detectorOf = (name: string): string | undefined => /^FL\d{1,2}(?=\s|$)/i.exec(name)?.[0].toUpperCase();

/** What the channels of one detector are labelled with, if they agree and say more than their own names. */
function markerOfDetector(name: string, channels: readonly Channel[]): string | undefined {
  const detector = detectorOf(name);
  if (detector === undefined) return undefined;
  const same = channels.filter((channel) => detectorOf(channel.name) === detector);
  const markers = new Set(same.flatMap(({ marker, name }) => (marker === undefined || marker === name ? [] : [marker])));
  return markers.size === 1 ? [...markers][0] : undefined;
}
