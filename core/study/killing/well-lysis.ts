import { meanOf } from '../../base/math/spread.ts';
import { type Estimate, scaleEstimate, welchEstimate } from '../../base/math/welch.ts';
import { deadFractionOfWells, type TargetCounts, viableCountLysis } from '../../biology/killing/flow-lysis.ts';
import type { PlateFit } from '../../biology/killing/joint-fit.ts';
import { fitCountPlate, fitFlowPlate, fitPlate } from '../../biology/killing/plate-fit.ts';
import { releaseLysis } from '../../biology/killing/release-lysis.ts';
import { type Assay, isRelease, isSeries } from './assay.ts';
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
/** By what formula a lysis was reckoned. */
export type LysisForm = 'release' | 'abbott' | 'killed-control' | 'count' | 'count-beads' | 'count-volume' | 'internal-control' | 'series';

type Measure = 'beads' | 'volume' | 'reference';
const countForms: { readonly [M in Measure]: LysisForm } = {
  beads: 'count-beads',
  volume: 'count-volume',
  reference: 'internal-control',
};

const has = (wells: readonly ReadWell[], measure: Measure): boolean => wells.every((well) => (well[measure] ?? 0) > 0);

/** What viable targets are counted against: beads or volume where all wells have them, else equal volumes. */
function measureOf(wells: readonly ReadWell[], readout: Assay['readout']): Measure | undefined {
  if (isSeries(readout)) return undefined;
  if (readout === 'internal-control') return 'reference';
  return (['beads', 'volume'] as const).find((measure) => has(wells, measure));
}

const lives = (wells: readonly ReadWell[], measure: Measure | undefined): readonly number[] =>
  wells.map((well) => (well.live ?? Number.NaN) / (measure === undefined ? 1 : (well[measure] ?? Number.NaN)));

export interface FormedLysis {
  readonly form: LysisForm;
  readonly lysis: Estimate;
}

/** Lysis in percent of wells of one E:T, with the t interval over wells; undefined where the controls do not allow one. */
export function lysisOf(
  test: readonly ReadWell[],
  effectorAlone: readonly ReadWell[],
  controls: Controls,
  { readout }: Pick<Assay, 'readout'>,
): FormedLysis | undefined {
  const { alone, maximum, blank, blankDetergent } = controls;
  const formed = (form: LysisForm, lysis: Estimate | undefined) => lysis && { form, lysis };
  if (isRelease(readout)) {
    const lysis = releaseLysis({
      test: signals(test),
      spontaneous: signals(alone),
      maximum: signals(maximum),
      effectorAlone: signals(effectorAlone),
      blank: signals(blank),
      blankDetergent: signals(blankDetergent),
    });
    return formed('release', lysis);
  }
  if (readout === 'dead-fraction')
    return maximum.length === 0
      ? formed('abbott', deadFractionOfWells(counts(test), counts(alone)))
      : formed('killed-control', killedLysis(test, alone, maximum));
  const measure = measureOf([...test, ...alone], readout);
  return formed(
    isSeries(readout) ? 'series' : measure === undefined ? 'count' : countForms[measure],
    viableCountLysis(lives(test, measure), lives(alone, measure)),
  );
}

/**
 * The same wells by the other form, where their counts allow it: dead fraction beside the count and the count beside dead fraction. A count
 * stands by beads or volume alone.
 */
export function otherForm(test: readonly ReadWell[], controls: Controls, { readout }: Assay): FormedLysis | undefined {
  const wells = [...test, ...controls.alone];
  if (readout === 'viable-count')
    return wells.every(({ dead, targets }) => dead !== undefined && targets !== undefined && targets > 0)
      ? lysisOf(test, [], controls, { readout: 'dead-fraction' })
      : undefined;
  if (readout !== 'dead-fraction' || !wells.every(({ live }) => live !== undefined)) return undefined;
  return has(wells, 'beads') || has(wells, 'volume') ? lysisOf(test, [], controls, { readout: 'viable-count' }) : undefined;
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

/** Points by which lysis moves where one gate of the plate stands a little lower or higher in all its wells. */
export function gateMove(
  test: readonly ReadWell[],
  controls: Controls,
  assay: Pick<Assay, 'readout'>,
  { lysis }: FormedLysis,
): number | undefined {
  const count = Math.min(...[...test, ...controls.alone].map(({ moved = [] }) => moved.length));
  if (!(count > 0) || isRelease(assay.readout)) return undefined;
  const at = (wells: readonly ReadWell[], i: number) => wells.map((well) => ({ ...well, ...well.moved?.[i] }));
  const changes = Array.from({ length: count }, (_, i) => {
    const moved = lysisOf(at(test, i), [], { ...controls, alone: at(controls.alone, i), maximum: at(controls.maximum, i) }, assay);
    return moved === undefined ? 0 : Math.abs(moved.lysis.value - lysis.value);
  });
  return Math.max(...changes);
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
  if (readout !== 'dead-fraction') {
    const measure = measureOf([...test, ...alone], readout);
    const left = lives(test, measure);
    return fitCountPlate({ alone: lives(alone, measure), test: test.map((well, i) => ({ ratio: ratio(well), live: left[i]! })) }, plateau);
  }
  return fitFlowPlate({ alone: counts(alone), test: counts(test).map((count, i) => ({ ...count, ratio: ratio(test[i]!) })) }, plateau);
}
