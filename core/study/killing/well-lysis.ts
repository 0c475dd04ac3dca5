import { meanOf } from '../../base/math/spread.ts';
import { type Estimate, scaleEstimate, welchEstimate } from '../../base/math/welch.ts';
import { deadFractionOfWells, type TargetCounts, viableCountLysis } from '../../biology/killing/flow-lysis.ts';
import type { PlateFit } from '../../biology/killing/joint-fit.ts';
import { fitCountPlate, fitFlowPlate, fitPlate } from '../../biology/killing/plate-fit.ts';
import { releaseLysis } from '../../biology/killing/release-lysis.ts';
import { type Assay, isRelease } from './assay.ts';
import type { ReadWell } from './read-wells.ts';

/** Wells that every lysis of a plate stands on. */
export interface Controls {
  readonly alone: readonly ReadWell[];
  readonly maximum: readonly ReadWell[];
  readonly blank: readonly ReadWell[];
  readonly blankDetergent: readonly ReadWell[];
}

export const signals = (wells: readonly ReadWell[]): readonly number[] => wells.map(({ signal = Number.NaN }) => signal);
const counts = (wells: readonly ReadWell[]): readonly TargetCounts[] =>
  wells.map(({ dead = Number.NaN, targets = Number.NaN }) => ({ dead, targets }));
/** Viable targets of a well; a ratio to beads where all wells have them. */
function lives(wells: readonly ReadWell[], byBeads: boolean): readonly number[] {
  return wells.map(({ live = Number.NaN, beads }) => (byBeads && beads !== undefined ? live / beads : live));
}
const hasBeads = (wells: readonly ReadWell[]): boolean => wells.every(({ beads = 0 }) => beads > 0);

/** Lysis in percent of wells of one E:T, with the t interval over wells; undefined where the controls do not allow one. */
export function lysisOf(
  test: readonly ReadWell[],
  effectorAlone: readonly ReadWell[],
  controls: Controls,
  { readout }: Assay,
): Estimate | undefined {
  const { alone, maximum, blank, blankDetergent } = controls;
  if (isRelease(readout))
    return releaseLysis({
      test: signals(test),
      spontaneous: signals(alone),
      maximum: signals(maximum),
      effectorAlone: signals(effectorAlone),
      blank: signals(blank),
      blankDetergent: signals(blankDetergent),
    });
  if (readout === 'viable-count') {
    const byBeads = hasBeads([...test, ...alone]);
    return viableCountLysis(lives(test, byBeads), lives(alone, byBeads));
  }
  return maximum.length === 0 ? deadFractionOfWells(counts(test), counts(alone)) : killedLysis(test, alone, maximum);
}

/** Dead fractions between targets alone and targets that were killed. */
function killedLysis(test: readonly ReadWell[], alone: readonly ReadWell[], killed: readonly ReadWell[]): Estimate | undefined {
  const fractions = (wells: readonly ReadWell[]) => counts(wells).map(({ dead, targets }) => dead / targets);
  const [t, s, m] = [fractions(test), fractions(alone), fractions(killed)];
  const span = meanOf(m) - meanOf(s);
  if (!(span > 0)) return undefined;
  const lysis = (meanOf(t) - meanOf(s)) / span;
  return scaleEstimate(
    welchEstimate(lysis, [
      { values: t, weight: 1 / span },
      { values: s, weight: -(1 - lysis) / span },
      { values: m, weight: -lysis / span },
    ]),
    100,
  );
}

/** One curve through controls and test wells of an effector; undefined where they cannot be fitted. */
export function curveOf(
  test: readonly ReadWell[],
  backgroundAt: (ratio: number) => number,
  { alone, maximum, blank, blankDetergent }: Controls,
  { readout, plateau }: Assay,
): PlateFit | undefined {
  const ratio = (well: ReadWell): number => well.et ?? Number.NaN;
  if (isRelease(readout)) {
    const less = (wells: readonly ReadWell[], background: readonly ReadWell[]) => {
      const mean = background.length === 0 ? 0 : meanOf(signals(background));
      return signals(wells).map((signal) => signal - mean);
    };
    return fitPlate(
      {
        spontaneous: less(alone, blank),
        maximum: less(maximum, blankDetergent),
        test: test.map((well) => ({ ratio: ratio(well), signal: (well.signal ?? Number.NaN) - backgroundAt(ratio(well)) })),
      },
      plateau,
    );
  }
  if (readout === 'viable-count') {
    const byBeads = hasBeads([...test, ...alone]);
    const left = lives(test, byBeads);
    return fitCountPlate({ alone: lives(alone, byBeads), test: test.map((well, i) => ({ ratio: ratio(well), live: left[i]! })) }, plateau);
  }
  return fitFlowPlate({ alone: counts(alone), test: counts(test).map((count, i) => ({ ...count, ratio: ratio(test[i]!) })) }, plateau);
}
