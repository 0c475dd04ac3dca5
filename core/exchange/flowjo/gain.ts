import type { NamedMatrices } from '../../gating/strategy/dimension.ts';
import { attributeOf, element, type XmlElement } from '../xml/tree.ts';
import { isTimeName } from './read-transforms.ts';

/** What a file says of itself, as the workspace keeps it, and how FlowJo takes it. */
export interface FileFacts {
  readonly keywords: readonly (readonly [name: string, value: string])[];
  /** Whether values are divided by $PnG. */
  readonly usesGain: boolean;
}

/** Channels whose $PnG FlowJo leaves alone where the standard would divide by it: not time, whose $PnG is a step. */
export function amplifiedChannels({ keywords, usesGain }: FileFacts): ReadonlySet<string> {
  if (usesGain) return new Set();
  const values = new Map(keywords.map(([name, value]) => [name.toUpperCase(), value.trim()]));
  const found = [...values].flatMap(([keyword, value]) => {
    const n = /^\$P(\d+)G$/.exec(keyword)?.[1];
    const name = n === undefined ? undefined : values.get(`$P${n}N`);
    const gain = Number(value);
    return name === undefined || isTimeName(name) || !(gain > 0) || gain === 1 ? [] : [name];
  });
  return new Set(found);
}

/** Whether $PnG would change the values of a channel, or of those that it is compensated by. */
export function isAmplified(
  { channel, compensation }: { readonly channel: string; readonly compensation: string },
  amplified: ReadonlySet<string>,
  matrices: NamedMatrices,
): boolean {
  if (amplified.size === 0) return false;
  if (compensation === 'uncompensated') return amplified.has(channel);
  const detectors = Object.hasOwn(matrices, compensation) ? matrices[compensation]?.detectors : undefined;
  // FlowJo writes "/" as "_"
  const plain = new Set([...amplified].map((name) => name.replaceAll('/', '_')));
  return detectors === undefined || detectors.some((detector) => plain.has(detector.replaceAll('/', '_')));
}

/**
 * Whether FlowJo divides a sample's values by $PnG: by the settings of its cytometer, the one with its $CYT, else the only one.
 * FlowJo 10 does not unless it is told to.
 */
export function usesGain(cytometers: readonly XmlElement[], keywords: readonly (readonly [name: string, value: string])[]): boolean {
  const named = keywords.find(([name]) => name.toUpperCase() === '$CYT')?.[1];
  const own = cytometers.filter((cytometer) => named !== undefined && attributeOf(cytometer, 'cyt') === named);
  const [first, ...others] = own.length > 0 ? own : cytometers;
  return first !== undefined && others.length === 0 && attributeOf(first, 'useGain') === '1';
}

/** The settings that make FlowJo take values as the FCS standard defines them. */
export const cytometerWithGain = (cyt: string): XmlElement => element('Cytometer', { name: cyt, cyt, useFCS3: 1, useGain: 1 });
