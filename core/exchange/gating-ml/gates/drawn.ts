import { gateSchema } from '../../../gating/gates/gates.ts';
import { childrenNamed, type XmlElement } from '../../xml/tree.ts';
import { refuse, requireFinite } from '../../xml/values.ts';
import type { ReadShape } from './form.ts';

/** A gate as its kind's schema takes it, refused at its element where it does not. */
export function drawn(element: XmlElement, gate: unknown, populations: readonly string[]): ReadShape {
  const parsed = gateSchema.safeParse(gate);
  if (parsed.success) return { gate: parsed.data, populations };
  return refuse('xml-value', element, { element: element.local, why: parsed.error.issues[0]?.message ?? '' });
}

export function coordinatesOf(point: XmlElement, count: number): readonly number[] {
  const coordinates = childrenNamed(point, 'coordinate').map((coordinate) => requireFinite(coordinate, 'value'));
  if (coordinates.length !== count)
    refuse('xml-value', point, { element: point.local, why: `${count} coordinates are needed, ${coordinates.length} are given` });
  return coordinates;
}
