import type { CultureAnalysis } from '../../biology/classification/culture-analysis.ts';
import { indexStrategy, mapGates } from '../../gating/strategy/edit-tree.ts';
import type { GateNode } from '../../gating/strategy/strategy.ts';
import type { Protocol } from '../protocol/protocol.ts';

/**
 * The protocol with the gates below a population held where they stand in one sample, on its scales: so that tubes of one sample and
 * their blanks are counted by the same gates. What stands above, and gates of that sample that were not placed, stay as the protocol has them.
 */
export function holdGates(
  protocol: Protocol,
  { populations, channels }: Pick<CultureAnalysis, 'populations' | 'channels'>,
  below: string,
): Protocol {
  const placed = new Map(populations.flatMap(({ path, gate }) => (gate === undefined ? [] : [[path, gate] as const])));
  const held = new Map<GateNode, NonNullable<ReturnType<typeof placed.get>>>();
  for (const { path, gate } of indexStrategy(protocol.strategy).populations) {
    const stands = placed.get(path);
    if (stands !== undefined && path.startsWith(`${below}/`) && !held.has(gate)) held.set(gate, stands);
  }
  const strategy = mapGates(protocol.strategy, (node) => {
    const stands = held.get(node);
    if (stands === undefined) return node;
    const { otherwise: _, ...rest } = node;
    return { ...rest, dimensions: [...stands.dimensions], gate: stands.gate };
  });
  const used = new Set([...held.values()].flatMap(({ dimensions }) => dimensions));
  const scales = channels.filter(({ id }) => used.has(id)).map(({ id, transform }) => [id, transform] as const);
  return { ...protocol, strategy: [...strategy], transforms: { ...protocol.transforms, ...Object.fromEntries(scales) } };
}
