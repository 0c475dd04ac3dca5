import { meanOf } from '../../base/math/spread.ts';
import type { TargetCounts } from './flow-lysis.ts';
import { fitJoint, type PlateFit } from './joint-fit.ts';

/** Signals of a release plate: controls, and test wells with their effector-target ratio. */
export interface ReleasePlate {
  readonly spontaneous: readonly number[];
  readonly maximum: readonly number[];
  readonly test: readonly { readonly ratio: number; readonly signal: number }[];
}

/**
 * Control and test wells fitted together on the log scale (a constant coefficient of variation): signal = S + (M - S) A (1 - exp(-k x)).
 * A profile on lysis percentages alone would be too sure, since all of them share their controls. A plateau that is given (percent) is
 * kept. Undefined with signals of 0 or less, or fewer wells than parameters.
 */
export function fitPlate(plate: ReleasePlate, plateau?: number): PlateFit | undefined {
  const { spontaneous, maximum, test } = plate;
  const isWhole = spontaneous.length > 0 && maximum.length > 0 && test.length > 0;
  if (!isWhole || [...spontaneous, ...maximum, ...test.map(({ signal }) => signal)].some((signal) => !(signal > 0))) return undefined;
  const [S, M] = [meanOf(spontaneous), meanOf(maximum)];
  if (!(M > S)) return undefined;
  return fitJoint(
    {
      begin: [Math.log(S), Math.log(M)],
      wells: spontaneous.length + maximum.length + test.length,
      ratios: test,
      residuals([logS, logM], A, k) {
        const [low, high] = [Math.exp(logS!), Math.exp(logM!)];
        return [
          ...spontaneous.map((signal) => Math.log(signal / low)),
          ...maximum.map((signal) => Math.log(signal / high)),
          ...test.map(({ ratio, signal }) => Math.log(signal) - Math.log(low + (high - low) * (A / 100) * -Math.expm1(-k * ratio))),
        ];
      },
    },
    plateau,
  );
}

/** Dead targets of a flow plate, by well: targets alone, and test wells with their effector-target ratio. */
export interface FlowPlate {
  readonly alone: readonly TargetCounts[];
  readonly test: readonly (TargetCounts & { readonly ratio: number })[];
}

/**
 * The same of dead fractions, s + (1 - s) A (1 - exp(-k x)): over-dispersed binomial, by the root of the arcsine, on which its deviation is
 * the same everywhere (Anscombe, Biometrika 1948;35:246); wells count by their targets, of which more than the wells' own scatter allows say nothing more.
 */
export function fitFlowPlate({ alone, test }: FlowPlate, plateau?: number): PlateFit | undefined {
  const all = [...alone, ...test];
  if (alone.length === 0 || test.length === 0 || all.some(({ dead, targets }) => !(targets > 0 && dead >= 0 && dead <= targets)))
    return undefined;
  const turned = ({ dead, targets }: TargetCounts) => Math.asin(Math.sqrt((dead + 0.375) / (targets + 0.75)));
  const at = (fraction: number) => Math.asin(Math.sqrt(Math.min(1, Math.max(0, fraction))));
  const spontaneous = meanOf(alone.map(({ dead, targets }) => (dead + 0.375) / (targets + 0.75)));
  return fitJoint(
    {
      begin: [Math.log(spontaneous / (1 - spontaneous))],
      wells: all.length,
      ratios: test,
      residuals([logit], A, k) {
        const s = 1 / (1 + Math.exp(-logit!));
        return [
          ...alone.map((well) => turned(well) - at(s)),
          ...test.map((well) => turned(well) - at(s + (1 - s) * (A / 100) * -Math.expm1(-k * well.ratio))),
        ];
      },
    },
    plateau,
  );
}

/** Viable targets by well (cells, or a ratio to beads): targets alone, and test wells with their effector-target ratio. */
export interface CountPlate {
  readonly alone: readonly number[];
  readonly test: readonly { readonly ratio: number; readonly live: number }[];
}

/** The same of targets that are left, N (1 - A (1 - exp(-k x))), on the log scale. */
export function fitCountPlate({ alone, test }: CountPlate, plateau?: number): PlateFit | undefined {
  if (alone.length === 0 || test.length === 0 || [...alone, ...test.map(({ live }) => live)].some((live) => !(live > 0))) return undefined;
  return fitJoint(
    {
      begin: [Math.log(meanOf(alone))],
      wells: alone.length + test.length,
      ratios: test,
      residuals([logN], A, k) {
        return [
          ...alone.map((live) => Math.log(live) - logN!),
          ...test.map(({ ratio, live }) => Math.log(live) - logN! - Math.log(1 - (A / 100) * -Math.expm1(-k * ratio))),
        ];
      },
    },
    plateau,
  );
}
