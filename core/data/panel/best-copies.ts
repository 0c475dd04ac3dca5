import type { Channel } from '../events/channel.ts';
import { featureOfChannel } from './pulse.ts';

const features = ['area', undefined, 'height', 'width'] as const;

/** Keeps the best pulse feature and the compensated copies; several that remain are truly different detectors. */
export function bestCopies(candidates: readonly Channel[]): readonly Channel[] {
  if (candidates.length < 2) return candidates;
  const ranks = candidates.map(rank);
  const best = Math.min(...ranks);
  return candidates.filter((_, i) => ranks[i] === best);
}

const rank = (channel: Channel): number => (/^(Comp-|<)/i.test(channel.name) ? 0 : 10) + features.indexOf(featureOfChannel(channel));
