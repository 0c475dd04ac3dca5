import type { Frame, Point } from '../../../core/show/plot/frame.ts';
import { isOfOneChannel, type Plot } from '../../../core/study/arrangement/plot.ts';
import type { GateDraft } from '../../store/state.ts';
import { fromPage } from '../../ui/charts/tile-frame.ts';
import { partAt } from './gate-editing.ts';
import { ownGate } from './oriented-gate.ts';
import type { TileGate } from './tile-gates.ts';

/** The nearest point of a plot's box, px. */
export const insideBox = ([x, y]: Point, { box }: Frame): Point => [
  Math.max(box.x, Math.min(box.x + box.width, x)),
  Math.max(box.y, Math.min(box.y + box.height, y)),
];

/** The gate below a point: of several the one with the fewest events, so that a gate inside another can be reached. */
export function hitGate(
  gates: readonly TileGate[],
  at: Point,
  within: Frame,
  isHistogram: boolean,
): { readonly gate: TileGate; readonly path: string } | undefined {
  const point = fromPage(within, at);
  const eventsOf = ({ populations }: TileGate) => populations.reduce((sum, { count }) => sum + count, 0);
  const order = [...gates].sort((a, b) => eventsOf(a) - eventsOf(b));
  for (const gate of order) {
    const part = partAt(gate.shown, isHistogram ? [point[0], 0] : point);
    const path = part === undefined ? undefined : gate.populations[part]?.path;
    if (path !== undefined) return { gate, path };
  }
  return undefined;
}

/** A gate of a tile as it would stand with another shape. */
export const draftOf = (tile: Plot, gate: TileGate, shown: TileGate['shown']): GateDraft => ({
  tile: tile.id,
  gate: ownGate(shown, gate.axes, { x: tile.x, y: isOfOneChannel(tile.kind) ? undefined : tile.y }),
  dimensions: gate.dimensions,
  ...(gate.id === undefined ? {} : { id: gate.id }),
});
