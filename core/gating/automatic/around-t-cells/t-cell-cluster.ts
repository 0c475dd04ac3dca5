import { bandwidthFor } from '../../density/density-range.ts';
import { GRID, type Grid, gridBin, gridOf } from '../../density/grid-2d.ts';
import { findClusters, type Mode } from '../../density/modes-2d.ts';
import type { StepInput } from '../kind/step.ts';

/** Half the width of the square around a mode in which cells are compared, on the display scale. */
const AROUND = 0.025;
/** A mode of fewer of the CD3+ events is no kind of cell. */
const LEAST_SHARE = 0.03;
/** Where T cells are, other lymphocytes are too. Nearly all of them are positive where beads are, that shine in every colour; few where
 * granulocytes and their doublets are. */
const [FEW, NEARLY_ALL] = [0.03, 0.985];
/** Modes of so equal x are told apart by side scatter. */
const EQUAL = 0.1;

/** Where on CD45 or size (x) and side scatter (y) the T cells are among all that counts as CD3+: fragments are dimmer and smaller, beads no mixture. */
export function clusterOfTCells(input: StepInput, positive: StepInput): Mode | undefined {
  const [all, own] = [gridOf(input, 0, 1), gridOf(positive, 0, 1)];
  const modes = findClusters(own, 1.6 * bandwidthFor(own.total)).filter(({ share }) => share >= LEAST_SHARE);
  const shares = modes.map((mode) => ({ mode, positive: around(own, mode) / Math.max(1, around(all, mode)) }));
  const mixed = shares.filter((each) => each.positive >= FEW && each.positive <= NEARLY_ALL);
  const candidates = (mixed.length > 0 ? mixed : shares.filter((each) => each.positive >= FEW)).map(({ mode }) => mode);
  const brightest = Math.max(...candidates.map(({ x }) => x));
  return candidates.filter(({ x }) => x > brightest - EQUAL).toSorted((a, b) => a.y - b.y)[0];
}

function around({ counts }: Grid, { x, y }: Mode): number {
  let sum = 0;
  for (let row = gridBin(y - AROUND); row <= gridBin(y + AROUND); row++)
    for (let column = gridBin(x - AROUND); column <= gridBin(x + AROUND); column++) sum += counts[row * GRID + column]!;
  return sum;
}
