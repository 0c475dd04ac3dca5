import { type Gate, kindOf } from '../../gating/gates/gates.ts';
import type { PlotGate } from '../../statistics/histograms/plot-data.ts';
import type { Box } from './drawing.ts';
import { type Frame, type Point, toPage } from './frame.ts';
import type { LabelRequest, Spot } from './gate-label.ts';

/** The labels of a gate, the first with its light, and where each may stand: those of a quadrant in the corners, others around or in their gate. */
export function labelRequests({ gate, populations, light }: PlotGate, frame: Frame): readonly LabelRequest[] {
  return populations.map((population, part) => ({
    ...population,
    light: part === 0 ? light : undefined,
    spots: spotsOf(gate, part, frame),
  }));
}

function spotsOf(gate: Gate, part: number, frame: Frame): readonly Spot[] {
  const place = kindOf(gate).labelPlace(gate, part, frame);
  return 'corners' in place ? place.corners.map((corner) => cornerOf(frame.box, corner)) : around(boxOf(place.around, frame));
}

const inset = 2;

/** In the order of a quadrant's populations: clockwise from the upper left. */
function cornerOf({ x, y, width, height }: Box, part: number): Spot {
  const isRight = part === 1 || part === 2;
  const isLow = part >= 2;
  return {
    x: isRight ? x + width - inset : x + inset,
    across: isRight ? 'end' : 'start',
    y: isLow ? y + height - inset : y + inset,
    down: isLow ? 'end' : 'start',
  };
}

function around({ x, y, width, height }: Box): readonly Spot[] {
  const [middle, centre, right, bottom] = [x + width / 2, y + height / 2, x + width, y + height];
  return [
    { x: middle, across: 'middle', y: y - inset, down: 'end' },
    { x: x + inset, across: 'start', y: y + inset, down: 'start' },
    { x: right - inset, across: 'end', y: y + inset, down: 'start' },
    { x: right + inset, across: 'start', y: centre, down: 'middle' },
    { x: x - inset, across: 'end', y: centre, down: 'middle' },
    { x: middle, across: 'middle', y: bottom + inset, down: 'start' },
    { x: x + inset, across: 'start', y: bottom - inset, down: 'end' },
    { x: right - inset, across: 'end', y: bottom - inset, down: 'end' },
    { x: middle, across: 'middle', y: centre, down: 'middle' },
  ];
}

/** The part of the page that these places span inside the frame. */
function boxOf(corners: readonly Point[], frame: Frame): Box {
  const points = corners.map((point) => toPage(frame, point));
  const { box } = frame;
  const clamp = (value: number, low: number, size: number): number => Math.max(low, Math.min(value, low + size));
  const xs = points.map(([x]) => clamp(x, box.x, box.width));
  const ys = points.map(([, y]) => clamp(y, box.y, box.height));
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
