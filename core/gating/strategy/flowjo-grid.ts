import { compileTransform, kindOfTransform, type Transform } from '../../data/transforms/transforms.ts';
import type { CoordinateMap } from '../gates/kind/gate.ts';
import type { GridAxis } from '../gates/kind/grid.ts';

/** Channels of FlowJo's gate grid: every polygon of its workspaces says gateResolution 256. */
export const GRID_CHANNELS = 256;

/**
 * From linear values. The rules were worked out by others from memberships that FlowJo exported; axes other than linear, log and
 * biexponential are taken by the rule of the linear one and have not been compared.
 */
export function gridAxis(transform: Transform): GridAxis {
  const { display, closedEnds } = kindOfTransform(transform);
  if (display !== undefined) {
    const { channels, channelOf, lowest } = display(transform);
    return { cells: channels, eventCells: cellsOnce(channelOf), vertexCell: channelOf, lowest, highest: Number.POSITIVE_INFINITY };
  }
  const { scale, unscale } = compileTransform(transform);
  const rounded = (value: number): number => Math.floor(scale(value) * GRID_CHANNELS + 0.5);
  return {
    cells: GRID_CHANNELS,
    eventCells: cellsOnce((value) => Math.max(0, Math.min(rounded(value), GRID_CHANNELS - 1))),
    // a log axis has no place for 0: such a vertex lies far below it, or on its floor where the scale puts it there
    vertexCell: (value) => Math.max(rounded(value), -1e9),
    lowest: closedEnds !== undefined ? unscale(0) : Number.NEGATIVE_INFINITY,
    highest: closedEnds === 'both' ? unscale(1) : Number.POSITIVE_INFINITY,
  };
}

function cellsOnce(cellOf: CoordinateMap): GridAxis['eventCells'] {
  const made = new WeakMap<Float64Array, Int16Array>();
  return (linear) => {
    const known = made.get(linear);
    if (known !== undefined) return known;
    const cells = Int16Array.from(linear, (value) => (Number.isNaN(value) ? -1 : cellOf(value)));
    made.set(linear, cells);
    return cells;
  };
}
