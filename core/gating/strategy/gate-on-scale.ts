import type { Scale } from '../../data/transforms/kind/transform.ts';
import { ellipseLine, type Line } from '../gates/curves.ts';
import { type Gate, mapCoordinates } from '../gates/gates.ts';
import type { CoordinateMap } from '../gates/kind/gate.ts';

/** Pieces of an edge that is straight on its own scale and curved on another. */
const PIECES = 16;
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
  if (gate.kind === 'polygon') return mapCoordinates({ ...gate, vertices: inPieces([...gate.vertices, gate.vertices[0]!]) }, maps);
  if (gate.kind === 'ellipsoid') {
    const outline = ellipseLine(gate).slice(0, -1);
    return mapCoordinates({ kind: 'polygon', vertices: outline.map(([x, y]): [number, number] => [x, y]) }, maps);
  }
  return mapCoordinates(gate, maps);
}

const held = (position: number): number => (Number.isFinite(position) ? position : position > 0 ? FAR : -FAR);

function inPieces(closed: Line): [number, number][] {
  return closed.slice(1).flatMap(([x1, y1], i) => {
    const [x0, y0] = closed[i]!;
    return Array.from({ length: PIECES }, (_, piece): [number, number] => {
      const share = piece / PIECES;
      return [x0 + share * (x1 - x0), y0 + share * (y1 - y0)];
    });
  });
}
