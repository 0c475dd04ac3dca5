import type { QuadrantGate } from '../../../gating/gates/quadrant/schema.ts';
import { writeDividers } from './dividers.ts';
import type { GateWriter } from './form.ts';
import { writePieces } from './pieces.ts';

/** The dividers' cells below and above, clockwise from the upper left. */
const cells = [
  [0, 1],
  [1, 1],
  [1, 0],
  [0, 0],
];

/** With one divider each way; with a step in the level one, in pieces. */
export const writeQuadrant: GateWriter<QuadrantGate> = (gate, context) => {
  const [left, right] = gate.y;
  return left === right ? writeDividers({ values: [[gate.x], [left]], cells }, context) : writePieces(gate, context);
};
