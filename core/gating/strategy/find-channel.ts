import type { Channel } from '../../data/events/channel.ts';

/**
 * The channel that a gate names: its $PnN as written; else one that differs only in spaces around it, or in FlowJo's way of
 * writing "/" as "_"; else its $PnS. Only a single candidate counts: undefined where there is none or a choice.
 */
export function findChannel(name: string, channels: readonly Channel[]): Channel | undefined {
  const exact = channels.filter((channel) => channel.name === name);
  if (exact.length > 0) return single(exact);
  const trimmed = name.trim();
  const fits: readonly ((channel: Channel) => boolean)[] = [
    (channel) => channel.name.trim() === trimmed,
    (channel) => channel.name.trim().replaceAll('/', '_') === trimmed.replaceAll('/', '_'),
    (channel) => channel.name.trim().toLowerCase() === trimmed.toLowerCase(),
    (channel) => channel.marker?.trim() === trimmed,
  ];
  for (const fit of fits) {
    const found = channels.filter(fit);
    if (found.length > 0) return single(found);
  }
  return undefined;
}

const single = (found: readonly Channel[]): Channel | undefined => (found.length === 1 ? found[0] : undefined);
