import type { ControlEvents, ControlGates, SingleStain } from './control.ts';
import { type JudgedSpillover, judgedSpillover, type RowVerdict } from './judge-stains.ts';
import { checkResiduals, type Residual } from './residual-check.ts';
import { splitControl } from './split-control.ts';

/** One tube, stained with the dye that its detector reads; values over all detectors, in their order. */
export interface StainedTube extends ControlEvents {
  readonly detector: string;
  readonly file: string;
  readonly gates?: ControlGates | undefined;
}

/** Why a row is not used as it was computed, with the tube it is of. */
export interface JudgedRow extends RowVerdict {
  readonly detector: string;
  readonly file: string;
}

export interface ControlMatrix extends Omit<JudgedSpillover, 'matrix' | 'verdicts'> {
  readonly detectors: readonly string[];
  /** Row = stain, column = detector. A row that is held back or refused, and that nobody accepted, has no numbers. */
  readonly matrix: readonly (readonly (number | null)[])[];
  readonly rows: readonly JudgedRow[];
  /** Whether every row has numbers. */
  readonly isWhole: boolean;
  /** Light of each stain in other detectors as measured, and what the matrix leaves of it. */
  readonly before: readonly Residual[];
  readonly residuals: readonly Residual[];
  /** By tube: what was taken for positive and negative. */
  readonly gates: readonly ControlGates[];
}

/**
 * The matrix over the stained detectors, for the command line and the window alike: what is judged, what is held back, what is left.
 * `accepted` names detectors whose rows a person takes although they were held back or refused.
 * Throws `control-empty`, `control-twice` or `singular-spillover`.
 */
export function matrixFromControls(
  detectors: readonly string[],
  tubes: readonly StainedTube[],
  universal: ControlEvents | undefined,
  accepted: ReadonlySet<string>,
): ControlMatrix {
  const stains = tubes.map((tube): SingleStain => ({ ...tube, name: tube.detector, primary: detectors.indexOf(tube.detector) }));
  const places = new Set([...accepted].map((detector) => detectors.indexOf(detector)));
  const { verdicts, matrix, ...computed } = judgedSpillover(detectors.length, stains, universal, places);
  const open = new Set(verdicts.filter(({ isAccepted }) => !isAccepted).map(({ row }) => row));
  const out = new Set(verdicts.filter(({ state, isAccepted }) => state === 'refused' || !isAccepted).map(({ row }) => row));
  const used = stains.filter(({ primary }) => !out.has(primary));
  return {
    detectors,
    ...computed,
    matrix: matrix.map((row, i) => row.map((value) => (open.has(i) ? null : value))),
    rows: verdicts.map((verdict) => {
      const detector = detectors[verdict.row]!;
      return { ...verdict, detector, file: tubes.find((tube) => tube.detector === detector)?.file ?? '' };
    }),
    isWhole: open.size === 0,
    before: checkResiduals(
      matrix.map((row, i) => row.map((_, j) => (i === j ? 1 : 0))),
      used,
      universal,
    ),
    residuals: checkResiduals(matrix, used, universal),
    gates: stains.map((stain) => splitControl(stain, universal).gates),
  };
}
