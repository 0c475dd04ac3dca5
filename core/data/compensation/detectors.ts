import type { Channel } from '../events/channel.ts';
import { classOfChannel } from '../panel/channel-class.ts';
import { featureOfChannel, type PulseFeature, readPulse } from '../panel/pulse.ts';

/** In which order a detector's channels are taken where several have the same number of detectors. */
const features: readonly (PulseFeature | undefined)[] = ['area', 'height', undefined];

/**
 * One channel for each fluorescence detector: all of one feature of the pulse, that which most detectors have (area before height), so that
 * a matrix does not hold the same light twice. A detector without that feature is left out.
 */
export function detectorsOf(channels: readonly Channel[]): readonly Channel[] {
  const light = channels.filter((channel) => classOfChannel(channel) === 'fluorescence');
  const sets = features.map((feature) => onePerStem(light.filter((channel) => featureOfChannel(channel) === feature)));
  return sets.reduce((best, set) => (set.length > best.length ? set : best));
}

const onePerStem = (channels: readonly Channel[]): readonly Channel[] =>
  [...new Map(channels.toReversed().map((channel) => [readPulse(channel.name).stem, channel])).values()].toReversed();
