import { type Transform, transformSchema } from '../../data/transforms/transforms.ts';
import { attributeOf, childNamed, elementsOf, type XmlElement } from '../xml/tree.ts';
import { numberAttribute } from '../xml/values.ts';
import type { WorkspaceTransform } from './workspace.ts';

/** The scales of a sample by parameter. One of an unknown kind, or with parameters outside its domain, is named and left undefined. */
export function readTransforms(element: XmlElement | undefined): ReadonlyMap<string, WorkspaceTransform> {
  const found = new Map<string, WorkspaceTransform>();
  for (const scale of element === undefined ? [] : elementsOf(element)) {
    const name = attributeOf(childNamed(scale, 'parameter') ?? scale, 'name');
    if (name === undefined) continue;
    const gain = scale.local === 'linear' ? numberAttribute(scale, 'gain') : undefined;
    const isStep = gain !== undefined && gain > 0 && Number.isFinite(gain) && isTimeName(name);
    found.set(name, { transform: readScale(scale), step: isStep ? gain : undefined, element: scale });
  }
  return found;
}

/** FlowJo gives time in seconds: the gain of its linear axis is the length of one step. */
export const isTimeName = (name: string): boolean => /^(hdr-t|time(\s|$|-|_|\d).*)$/i.test(name.trim());

function readScale(scale: XmlElement): Transform | undefined {
  const number = (name: string, fallback?: number) => numberAttribute(scale, name) ?? fallback;
  const parsed = transformSchema.safeParse(asTransform(scale.local, number));
  return parsed.success ? parsed.data : undefined;
}

function asTransform(kind: string, number: (name: string, fallback?: number) => number | undefined): unknown {
  switch (kind) {
    case 'linear':
      return { kind: 'flowjo-linear', min: number('minRange', 0), max: number('maxRange') };
    case 'log':
      return { kind: 'flowjo-log', offset: number('offset'), decades: number('decades') };
    case 'biex':
      return {
        kind: 'biexponential',
        width: number('width'),
        positive: number('pos'),
        negative: Math.max(0, number('neg', 0) ?? 0),
        top: number('maxRange'),
      };
    case 'fasinh':
      return { kind: 'arcsinh', T: number('T'), M: number('M'), A: number('A', 0) };
    case 'logicle':
    case 'hyperlog':
      return { kind, T: number('T'), W: number('W'), M: number('M'), A: number('A', 0) };
    default:
      return undefined;
  }
}
