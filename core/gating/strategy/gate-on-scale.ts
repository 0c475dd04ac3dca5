import type { Scale } from '../../data/transforms/kind/transform.ts';
import { type Gate, kindOf, mapCoordinates } from '../gates/gates.ts';
import type { CoordinateMap } from '../gates/kind/gate.ts';
import { polygonGate } from '../gates/polygon/schema.ts';

/** A place far beyond any frame, for what another scale has no place for (0 on a log axis). */
const FAR = 10;

/**
 * A gate as it looks on axes of other scales than those that it was drawn on: to be drawn, never to be evaluated. One scale a dimension,
 * in its order. Undefined where the kind has no such look (a combination of populations, a bent cross).
 */
export function gateOnScales(gate: Gate, own: readonly Scale[], shown: readonly Scale[]): Gate | undefined {
  if (own.every((scale, i) => scale === shown[i])) return gate;
  const maps = own.map((scale, i): CoordinateMap => {
    const other = shown[i] ?? scale;
    return other === scale ? (position) => position : (position) => held(other.scale(scale.unscale(position)));
  });
  const outline = kindOf(gate).bentOutline?.(gate);
  return mapCoordinates(outline === undefined ? gate : polygonGate(outline), maps);
}

const held = (position: number): number => (Number.isFinite(position) ? position : position > 0 ? FAR : -FAR);
