import { Problem } from '../../base/problem.ts';
import { kindOfTransform, type Transform, transformSchema } from '../../data/transforms/transforms.ts';
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
    const gain = reader?.hasGain ? numberOf(scale, 'gain') : undefined;
    // 1 and 0 are what FlowJo writes where it goes by the file's own step
    const isStep = gain !== undefined && gain > 0 && gain !== 1 && Number.isFinite(gain) && isTimeName(name);
    const transform = readScale(scale, reader);
    const isStraight = transform === undefined ? reader?.isStraight === true : kindOfTransform(transform).isStraight;
    found.set(name, { transform, step: isStep ? gain : undefined, element: scale, ...(isStraight ? { isStraight } : {}) });
  }
  return found;
}

/** FlowJo gives time in seconds: the gain of its linear axis is the length of one step. */
export const isTimeName = (name: string): boolean => /^(hdr-t|time(\s|$|-|_|\d).*)$/i.test(name.trim());

/** A number of a scale; NaN where it is none, which no scale takes: its gates are refused, not the document. */
function numberOf(scale: XmlElement, name: string): number | undefined {
  try {
    return numberAttribute(scale, name);
  } catch (error) {
    if (error instanceof Problem) return Number.NaN;
    throw error;
  }
}

function readScale(scale: XmlElement, reader: ScaleReader | undefined): Transform | undefined {
  const number = (name: string, fallback?: number) => numberOf(scale, name) ?? fallback;
  const parsed = transformSchema.safeParse(reader?.read(number));
  return parsed.success ? parsed.data : undefined;
}
