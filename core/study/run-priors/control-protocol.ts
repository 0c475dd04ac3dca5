import { labelHasWord } from '../../data/panel/label.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { ControlSample } from './learn-control.ts';

/**
 * The protocol by which an FMO control is read: a channel whose label leaves the omitted marker out ("FMO CD56") is that marker's. Where the
 * control says it by $PnN, any such label is.
 */
export function controlProtocol(protocol: Protocol, { kind, omits = '' }: Pick<ControlSample, 'kind' | 'omits'>): Protocol {
  if (kind !== 'fmo') return protocol;
  const { entries } = protocol.panel;
  const named = entries.filter(({ id, aliases }) => id === omits || aliases.some((alias) => labelHasWord(omits, alias)));
  const omitted = new Set(named.length > 0 ? named : entries);
  return { ...protocol, panel: { entries: entries.map((entry) => (omitted.has(entry) ? { ...entry, leftOut: true } : entry)) } };
}
