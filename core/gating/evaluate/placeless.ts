import type { Finding } from '../../base/finding.ts';
import { type Bitmask, count, or } from '../../data/events/bitmask.ts';
import type { SampleColumns } from '../../data/events/sample-columns.ts';
import type { GatingChannel } from '../strategy/gating-channel.ts';
import type { Population } from '../strategy/population.ts';

/** Events that have no place on a coordinate of a gate, which are in no gate on it: not in it, and not in its complement either. */
export interface Placeless {
  /** Those that the complement of a population may not hold; undefined where there are none. */
  readonly of: (population: Population) => Bitmask | undefined;
  /** Remembers of a population what it follows from. */
  readonly note: (population: Population, operands: readonly Population[]) => void;
  /** The ratios of gates that have no value for some events: what else has none was told when the file was read. */
  readonly findings: () => readonly Finding[];
}

export function openPlaceless(columns: SampleColumns, channelOf: (dimension: string) => GatingChannel | undefined): Placeless {
  const masks = new Map<Population, Bitmask>();
  const undefinedRatios = new Map<string, number>();
  const union = (some: readonly (Bitmask | undefined)[]): Bitmask | undefined =>
    some.reduce((all, one) => (all === undefined || one === undefined ? (all ?? one) : or(all, one)), undefined);
  const onDimension = (dimension: string): Bitmask | undefined => {
    const channel = channelOf(dimension);
    const mask = channel && columns.placeless(channel.source ?? channel.index);
    if (mask !== undefined && channel?.source?.kind === 'ratio') undefinedRatios.set(dimension, count(mask));
    return mask;
  };
  return {
    of: (population) => masks.get(population),
    note(population, operands) {
      const { parent, placed } = population;
      const own = (placed?.dimensions ?? []).map(onDimension);
      const mask = union([...own, parent && masks.get(parent), ...operands.map((operand) => masks.get(operand))]);
      if (mask !== undefined) masks.set(population, mask);
    },
    findings: () =>
      [...undefinedRatios].map(([dimension, events]) => ({ code: 'ratio-undefined', kind: 'note', values: { dimension, events } })),
  };
}
