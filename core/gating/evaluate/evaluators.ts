import { add, type Bitmask } from '../../data/events/bitmask.ts';
import type { ScaledColumn } from '../../data/events/event-table.ts';
import { evaluateGate, type Gate } from '../gates/gates.ts';
import type { PolygonGate } from '../gates/polygon/polygon.ts';
import { rasterise } from '../gates/polygon/raster.ts';
import type { RectangleGate } from '../gates/rectangle/rectangle.ts';
import type { GridAxis } from '../strategy/flowjo-grid.ts';

/**
 * `exact` compares every event where it lies. `flowjo` counts as FlowJo does: polygons on a grid of 256 channels, and events beyond
 * an end of an axis as if they lay at it. Approximate until compared with counts of the FlowJo in question.
 */
export const evaluators = ['exact', 'flowjo'] as const;
export type Evaluator = (typeof evaluators)[number];

export interface EvaluationPart {
  readonly columns: readonly ScaledColumn[];
  /** Linear values of the same dimensions; only the grid asks for them. */
  readonly linear: () => readonly Float64Array[];
  readonly eventCount: number;
  readonly population: (path: string) => Bitmask;
}

/** A gate as FlowJo counts it: `drawn` has its coordinates linear. Other kinds than polygons and rectangles are exact there too. */
export function evaluateAsFlowjo(
  gate: Gate,
  drawn: Gate,
  axes: readonly (GridAxis | undefined)[],
  part: EvaluationPart,
  members: readonly Bitmask[],
): void {
  const [x, y] = axes;
  if (drawn.kind === 'polygon' && x !== undefined && y !== undefined) evaluateOnGrid(drawn, x, y, part, members[0] as Bitmask);
  else if (drawn.kind === 'rectangle')
    evaluateGate(openedAtEnds(drawn, axes), { ...part, columns: part.linear() as readonly ScaledColumn[] }, members);
  else evaluateGate(gate, part, members);
}

function evaluateOnGrid(drawn: PolygonGate, x: GridAxis, y: GridAxis, part: EvaluationPart, members: Bitmask): void {
  const vertices = drawn.vertices.map(([vx, vy]): [number, number] => [x.vertexCell(vx), y.vertexCell(vy)]);
  const cells = rasterise(vertices, x.cells, y.cells);
  const wanted = drawn.outside ? 0 : 1;
  const [xs, ys] = part.linear();
  const [across, up] = [x.eventCells(xs!), y.eventCells(ys!)];
  for (let event = 0; event < part.eventCount; event++) {
    const [column, row] = [across[event]!, up[event]!];
    if (column >= 0 && row >= 0 && cells[row * x.cells + column] === wanted) add(members, event);
  }
}

/** A bound at or beyond the end of its axis holds nothing back. */
function openedAtEnds(gate: RectangleGate, axes: readonly (GridAxis | undefined)[]): RectangleGate {
  const ranges = gate.ranges.map(({ min, max }, i) => ({
    ...(min === undefined || min <= (axes[i]?.lowest ?? Number.NEGATIVE_INFINITY) ? {} : { min }),
    ...(max === undefined || max >= (axes[i]?.highest ?? Number.POSITIVE_INFINITY) ? {} : { max }),
  }));
  return { ...gate, ranges };
}
