import { type Transform, transformSchema } from '../../data/transforms/transforms.ts';
import { attributeOf, childNamed, elementsOf, type XmlElement } from '../xml/tree.ts';
import { numberAttribute } from '../xml/values.ts';
import type { ScaleReader } from './transforms/form.ts';
import { readerOf } from './transforms/scale-forms.ts';
import type { WorkspaceTransform } from './workspace.ts';

/** The scales of a sample by parameter. One of an unknown kind, or with parameters outside its domain, is named and left undefined. */
export function readTransforms(element: XmlElement | undefined): ReadonlyMap<string, WorkspaceTransform> {
  const found = new Map<string, WorkspaceTransform>();
  for (const scale of element === undefined ? [] : elementsOf(element)) {
    const name = attributeOf(childNamed(scale, 'parameter') ?? scale, 'name');
    if (name === undefined) continue;
    const reader = readerOf(scale.local);
    const gain = reader?.hasGain ? numberAttribute(scale, 'gain') : undefined;
    const isStep = gain !== undefined && gain > 0 && Number.isFinite(gain) && isTimeName(name);
    found.set(name, { transform: readScale(scale, reader), step: isStep ? gain : undefined, element: scale });
  }
  return found;
}

/** FlowJo gives time in seconds: the gain of its linear axis is the length of one step. */
export const isTimeName = (name: string): boolean => /^(hdr-t|time(\s|$|-|_|\d).*)$/i.test(name.trim());

function readScale(scale: XmlElement, reader: ScaleReader | undefined): Transform | undefined {
  const number = (name: string, fallback?: number) => numberAttribute(scale, name) ?? fallback;
  const parsed = transformSchema.safeParse(reader?.read(number));
  return parsed.success ? parsed.data : undefined;
}
