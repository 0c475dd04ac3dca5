import type { AxisPrior } from '../automatic/kind/axis-prior.ts';
import type { CutPrior } from '../automatic/kind/cut-prior.ts';
import type { AxisControl, SameRun } from '../automatic/kind/same-run.ts';

/** What a run says of an axis, on the display scale. */
export interface RunAxis {
  readonly control?: { readonly kind: AxisControl['kind']; readonly file: string; readonly median: number; readonly edge: number };
  readonly siblings?: { readonly samples: number; readonly cut: number; readonly low: number; readonly high: number };
}

export function onAxis({ control, siblings }: SameRun = {}, scale: (linear: number) => number): RunAxis {
  return {
    ...(control === undefined
      ? {}
      : { control: { kind: control.kind, file: control.file, median: scale(control.median), edge: scale(control.edge) } }),
    ...(siblings === undefined
      ? {}
      : {
          siblings: { samples: siblings.samples, cut: scale(siblings.cut), low: scale(siblings.low), high: scale(siblings.high) },
        }),
  };
}

/** Siblings may differ by this much of the scale before their cut holds no more. */
const SIBLING_ROOM = 0.06;

/** The window of a cut: siblings replace what the protocol expects, and a control's negatives are on its lower side. */
export function windowIn({ control, siblings }: RunAxis, prior: CutPrior): CutPrior {
  const own =
    siblings === undefined ? prior : { low: siblings.low - SIBLING_ROOM, expected: siblings.cut, high: siblings.high + SIBLING_ROOM };
  if (control === undefined) return own;
  return {
    low: Math.max(Math.min(own.low, control.edge), control.median),
    expected: Math.max(own.expected, control.median),
    high: Math.max(own.high, control.edge),
  };
}

/** How far beyond a control's edge the negatives of a sample may reach, as a share of the way from their median to it. */
const BEYOND = 0.5;

/**
 * Where negatives end, held to what a control shows: not within its negatives and, where it carries the light of all other dyes (FMO),
 * not far above them.
 */
export function heldTo(control: RunAxis['control'], end: number): number {
  if (control === undefined) return end;
  const least = Math.max(end, control.edge);
  return control.kind === 'fmo' ? Math.min(least, control.edge + BEYOND * (control.edge - control.median)) : least;
}

/** A control knows the level of the negatives this well, as a share of the scale. */
const CONTROL_SPREAD = 0.04;

/** The levels of an axis: those of a control's negatives are known. */
export function levelsIn({ control }: RunAxis, prior: AxisPrior, zero: number): AxisPrior {
  if (control === undefined) return prior;
  const at = (control.median - zero) / (1 - zero);
  return {
    ...prior,
    negative: { at, spread: CONTROL_SPREAD },
    positive: { ...prior.positive, at: Math.max(prior.positive.at, at + 0.2) },
  };
}
