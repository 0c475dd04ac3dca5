import { gateSchema } from '../../../gating/gates/gates.ts';
import { childrenNamed, type XmlElement } from '../../xml/tree.ts';
import { refuseInvalid, refuseValue, requireFinite } from '../../xml/values.ts';
import type { ReadShape } from './form.ts';

/** A gate as its kind's schema takes it, refused at its element where it does not. */
export function drawn(element: XmlElement, gate: unknown, populations: readonly string[]): ReadShape {
  const parsed = gateSchema.safeParse(gate);
  if (parsed.success) return { gate: parsed.data, populations };
  return refuseInvalid(element, parsed.error, gate);
}

export function coordinatesOf(point: XmlElement, count: number): readonly number[] {
  const coordinates = childrenNamed(point, 'coordinate').map((coordinate) => requireFinite(coordinate, 'value'));
  if (coordinates.length !== count)
    refuseValue(point, {
      en: `${count} coordinates are needed, ${coordinates.length} are given`,
      ja: `座標は${count}個必要ですが、${coordinates.length}個です`,
    });
  return coordinates;
}
