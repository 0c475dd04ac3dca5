import { type ChannelFacts, chooseTransform, poolFacts } from '../../data/transforms/choose.ts';
import { channelFacts } from '../../gating/strategy/channel-facts.ts';
import { dimensionsOf } from '../../gating/strategy/used-channels.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { PreparedSample } from './prepared-sample.ts';

/** What the scales of one sample are chosen from, by panel name: plain data, so that a worker can hand it over. */
export type ScaleFacts = { readonly [entry: string]: ChannelFacts };

/** The facts of every channel that the protocol names and does not give a scale. */
export function scaleFacts({ columns, channel, raw }: PreparedSample, protocol: Protocol): ScaleFacts {
  const named = [...protocol.panel.entries.map(({ id }) => id), ...dimensionsOf(protocol.strategy)];
  const facts: [string, ChannelFacts][] = [];
  for (const entry of new Set(named)) {
    if (isFixed(protocol, entry)) continue;
    const used = channel(entry)?.used;
    const described = used && raw.dataset.channels[used.index - 1];
    if (described !== undefined && isRead(columns, described.index)) {
      facts.push([entry, channelFacts([{ channel: described, compensated: used?.compensated === true }], columns)[0]!]);
    }
  }
  return Object.fromEntries(facts);
}

/** The protocol with one scale an entry for the whole batch, chosen from all its samples; a scale that it has stays. */
export function freezeScales(protocol: Protocol, batch: readonly ScaleFacts[]): Protocol {
  const entries = [...new Set(batch.flatMap((facts) => Object.keys(facts)))].filter((entry) => !isFixed(protocol, entry));
  const chosen = entries.map((entry) => {
    const [first, ...others] = batch.flatMap((facts) => (Object.hasOwn(facts, entry) ? [facts[entry] as ChannelFacts] : []));
    return [entry, chooseTransform(poolFacts([first as ChannelFacts, ...others]))] as const;
  });
  return { ...protocol, transforms: { ...protocol.transforms, ...Object.fromEntries(chosen) } };
}

/** Whether the scale of a name does not depend on the sample: by the protocol, or as a dimension of its own. */
const isFixed = ({ transforms, dimensions = {} }: Protocol, entry: string): boolean =>
  Object.hasOwn(transforms, entry) || Object.hasOwn(dimensions, entry);

const isRead = ({ shards }: PreparedSample['columns'], index: number): boolean =>
  shards.every(({ columns }) => columns[index - 1] !== undefined);
