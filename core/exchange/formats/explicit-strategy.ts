import { kindOfTransform } from '../../data/transforms/transforms.ts';
import { isFixed } from '../../gating/gates/gates.ts';
import type { ExplicitDimension, NamedMatrix } from '../../gating/strategy/dimension.ts';
import type { GatedSample } from '../../gating/strategy/population.ts';
import type { GateNode } from '../../gating/strategy/strategy.ts';
import { statedStep } from '../../gating/strategy/time-step.ts';
import type { Protocol } from '../../study/protocol/protocol.ts';
import type { PreparedSample } from '../../study/sample/prepared-sample.ts';
import { isTimeInGatingMl } from '../gating-ml/names.ts';
import { openDimensionBook } from '../strategy/dimension-book.ts';
import type { ImportedStrategy } from '../strategy/imported-strategy.ts';

/**
 * A protocol's strategy as it stands in one sample, for another program: names of the panel become channels with their compensation and
 * scale, automatic steps the gates that they placed; gates that the sample's panel has no use for make room for their children.
 */
export function explicitStrategy(protocol: Protocol, sample: PreparedSample, gated: GatedSample): ImportedStrategy {
  const placed = new Map(gated.populations.map(({ path, placed }) => [path, placed]));
  const named = protocol.dimensions ?? {};
  const book = openDimensionBook();
  const matrices: { [name: string]: NamedMatrix } = { ...protocol.matrices };
  const { compensation } = protocol;
  // what the panel's matrix is called, as it has to have a name
  let ofProtocol = 'protocol';
  while (Object.hasOwn(matrices, ofProtocol)) ofProtocol += "'";
  if (compensation.use === 'matrix')
    matrices[ofProtocol] = { fluorochromes: compensation.channels, detectors: compensation.channels, matrix: compensation.matrix };

  const visit = (nodes: readonly GateNode[], parent: string): readonly GateNode[] =>
    nodes.flatMap((node): readonly GateNode[] => {
      const paths = node.populations.map(({ name }) => (parent === '' ? name : `${parent}/${name}`));
      const found = placed.get(paths[0] ?? '');
      if (found === undefined) return node.populations.flatMap(({ gates }) => visit(gates ?? [], parent));
      const populations = node.populations.map(({ gates: _, ...population }, part) => {
        const gates = visit(node.populations[part]?.gates ?? [], paths[part] ?? '');
        return gates.length === 0 ? population : { ...population, gates };
      });
      const gate = isFixed(node.gate) ? node.gate : found.gate;
      const { optional: _, ...rest } = node;
      return [{ ...rest, gate, dimensions: found.dimensions.map(dimensionName), populations }];
    });

  function dimensionName(id: string): string {
    const own = Object.hasOwn(named, id) ? named[id] : undefined;
    return book.nameOf(own === undefined || 'panel' in own ? panelDimension(id) : inFileSeconds(own));
  }
  /** A step that is the file's own need not be given. */
  function inFileSeconds(dimension: ExplicitDimension): ExplicitDimension {
    const stated = statedStep(sample.raw.dataset.keywords);
    const isStated = 'channel' in dimension && stated !== undefined && (dimension.step === stated || dimension.step === 'clock');
    return isStated && isTimeInGatingMl(dimension.channel) ? { ...dimension, step: 'FCS' } : dimension;
  }
  function panelDimension(id: string): ExplicitDimension {
    const channel = sample.channel(id);
    if (channel === undefined) throw new Error(`a gate stands on ${id}, which the sample lacks`);
    const { source } = sample.compensation;
    const reference = source === 'file' ? 'FCS' : source === 'protocol' ? ofProtocol : 'uncompensated';
    const values = { channel: channel.used.name, compensation: channel.used.compensated ? reference : 'uncompensated' };
    const { transform } = channel.used;
    const { coordinates } = channel;
    const { stretched } = kindOfTransform(transform);
    if (stretched === undefined || !isTimeInGatingMl(values.channel))
      return { ...values, transform, ...(coordinates === undefined ? {} : { coordinates }) };
    // elsewhere time is in seconds: the same positions on a scale of seconds
    const step = Number(sample.raw.dataset.keywords.get('$TIMESTEP') ?? 1) || 1;
    return { ...values, transform: stretched(transform, step), step: 'FCS' };
  }

  const notes = gated.refused.map(({ path }) => ({ code: 'population-unrepresentable' as const, about: path }));
  const strategy = visit(protocol.strategy, '');
  return { strategy, dimensions: book.dimensions, matrices, kept: [], notes };
}
