import { deviationOf, meanOf } from '../../core/base/math/spread.ts';
import type { Estimate } from '../../core/base/math/welch.ts';
import { areaUnderLysis, commonSlope } from '../../core/biology/killing/compare-curves.ts';
import { type Curve, type DosePoint, fitExponential, fitVonKrogh, ratioAt } from '../../core/biology/killing/dose-response.ts';
import { effectorRatio, ratioSeries } from '../../core/biology/killing/effector-ratio.ts';
import {
  abbott,
  beadLysis,
  deadFractionLysis,
  deadFractionOfWells,
  disintegration,
  internalControlLysis,
  viableCountLysis,
} from '../../core/biology/killing/flow-lysis.ts';
import { kineticsOf } from '../../core/biology/killing/kinetics.ts';
import { lyticUnits, lyticUnitsOf, potencyDose } from '../../core/biology/killing/lytic-units.ts';
import { fitPlate } from '../../core/biology/killing/plate-fit.ts';
import { releaseLysis } from '../../core/biology/killing/release-lysis.ts';
import { copiedWells, judgeLow, judgeMonotone, type Limits, spontaneousOverMaximum } from '../../core/biology/killing/validity.ts';
import { differenceOfProportions } from '../../core/statistics/difference-of-proportions.ts';
import { type Inputs, type Outputs, type ScienceFunctions, zip } from './inputs.ts';

const percents = [20, 30, 50];

const estimate = (of: Estimate | undefined): Outputs => {
  if (of === undefined) return { lysis: null };
  const { value, ...rest } = of;
  return { lysis: value, ...rest };
};

const points = (of: Inputs, lysis = 'lysis', ratios = 'et'): readonly DosePoint[] =>
  zip(of.list(ratios), of.list(lysis), (ratio, percent) => ({ ratio, lysis: percent }));

/** Ratios and lytic units of a curve at the usual percentages; null where its plateau is lower. */
function unitsOfCurve(curve: Curve, targets: number): Outputs {
  return Object.fromEntries(
    percents.flatMap((percent) => {
      const ratio = ratioAt(curve, percent);
      return [
        [`x${percent}`, ratio ?? null],
        [`lu${percent}per1e7`, ratio === undefined ? null : lyticUnits(ratio, targets)],
      ];
    }),
  );
}

const release = (of: Inputs) => ({ test: of.list('E'), spontaneous: of.list('S'), maximum: of.list('M') });
const wells = (of: Inputs, name: string) => of.list<readonly [number, number]>(name).map(([dead, targets]) => ({ dead, targets }));

export const killingFunctions: ScienceFunctions = {
  'release-lysis': (of) => ({
    ...estimate(releaseLysis(release(of))),
    spontaneousOverMaximum: spontaneousOverMaximum(of.list('S'), of.list('M')),
  }),
  'release-lysis-corrected': (of) => ({
    ...estimate(
      releaseLysis({
        ...release(of),
        effectorAlone: of.list('effectorAlone'),
        blank: of.list('blank'),
        blankDetergent: of.list('blankDetergent'),
      }),
    ),
    uncorrected: releaseLysis(release(of))?.value ?? null,
  }),
  cv: (of) => ({ cvE: cvOf(of.list('E')), cvS: cvOf(of.list('S')), ...(of.has('M') ? { cvM: cvOf(of.list('M')) } : {}) }),
  'dead-fraction-counting': (of) => ({
    ...deadFractionLysis(
      { dead: of.number('dead'), targets: of.number('targets') },
      { dead: of.number('deadAlone'), targets: of.number('targetsAlone') },
    ),
  }),
  'dead-fraction': (of) => estimate(deadFractionOfWells(wells(of, 'wells'), wells(of, 'alone'))),
  'killed-control': (of) => ({ lysis: 100 * abbott(of.number('dead'), of.number('deadAlone'), of.number('deadKilled')) }),
  'viable-count': (of) => estimate(viableCountLysis(of.list('live'), of.list('alone'))),
  'viable-count-beads': (of) => ({
    ...beadLysis(
      { live: of.number('liveEvents'), beads: of.number('beadEvents') },
      { live: of.number('aloneLiveEvents'), beads: of.number('aloneBeadEvents') },
      of.number('beadsAdded'),
    ),
  }),
  disintegration(of) {
    const { byFraction, byCount, isDisintegrated } = disintegration(
      { alive: of.number('aliveEvents'), dead: of.number('deadEvents') },
      { alive: of.number('aliveAlone'), dead: of.number('deadAlone') },
    );
    return { deadFraction: byFraction, countMethod: byCount, warning: isDisintegrated };
  },
  'internal-control': (of) => ({
    ...internalControlLysis(
      { specific: of.number('specific'), reference: of.number('reference') },
      { specific: of.number('specificAlone'), reference: of.number('referenceAlone') },
    ),
  }),
  'difference-of-proportions': (of) => ({
    ...differenceOfProportions(
      { count: of.number('positive'), total: of.number('nk') },
      { count: of.number('positiveUnstimulated'), total: of.number('nkUnstimulated') },
    ),
  }),
  et: (of) => ({ ...effectorRatio(of.number('effectors') / of.number('targets'), effectors(of)) }),
  'et-series': (of) => ({ series: ratioSeries(of.number('start'), of.number('step'), of.number('points')) }),
  'et-nk-axis': (of) => ({ nk: of.list('series').map((ratio) => effectorRatio(ratio, effectors(of)).nk) }),
  'lu-exponential': (of) => unitsOfCurve({ form: 'exponential', A: of.number('A'), k: of.number('k') }, of.number('targets')),
  'lu-von-krogh': (of) =>
    unitsOfCurve({ form: 'von-krogh', A: of.number('A'), K: of.number('K'), n: of.number('n') }, of.number('targets')),
  'fit-exponential'(of) {
    const fit = fitExponential(points(of), of.optional('A'));
    return fit === undefined ? {} : { A: fit.curve.A, k: fit.curve.k, rss: fit.rss, ...unitsOfCurve(fit.curve, of.number('targets')) };
  },
  'fit-von-krogh'(of) {
    const fit = fitVonKrogh(points(of), of.optional('A'));
    if (fit === undefined) return {};
    const { A, K, n } = fit.curve;
    return { A, K, n, rss: fit.rss, ...unitsOfCurve(fit.curve, of.number('targets')) };
  },
  'lu-state'(of) {
    const curve = fitExponential(points(of), of.optional('A'))?.curve;
    return Object.fromEntries(
      percents.flatMap((percent) => {
        const units = lyticUnitsOf(points(of), curve, percent, of.number('targets'));
        return [
          [`lu${percent}`, units.state],
          ...(units.state === 'not-reached' ? [[`lu${percent}below`, units.below] as const] : []),
          ...(units.state === 'above-range' ? [[`lu${percent}above`, units.above] as const] : []),
          ...(units.state === 'value' ? [[`lu${percent}value`, units.value] as const] : []),
        ];
      }),
    );
  },
  'fit-plate'(of) {
    const fit = fitPlate(
      {
        spontaneous: of.list('S'),
        maximum: of.list('M'),
        test: zip(of.list('et'), of.list('E'), (ratio, signal) => ({ ratio, signal })),
      },
      of.optional('A'),
    );
    if (fit === undefined) return {};
    return {
      A: fit.A,
      k: fit.k,
      residualCv: 100 * fit.deviation,
      ...Object.fromEntries(
        percents.flatMap((percent) => {
          const units = fit.unitsAt(percent, of.number('targets'));
          return [
            [`lu${percent}`, units?.value ?? null],
            [`lu${percent}low`, units?.low ?? null],
            [`lu${percent}high`, units?.high ?? null],
          ];
        }),
      ),
    };
  },
  'common-slope': (of) => ({ ...commonSlope(points(of, 'first'), points(of, 'second')) }),
  auc(of) {
    const { area, meanLysis } = areaUnderLysis(points(of));
    return { auc: area, meanLysis };
  },
  purity(of) {
    const units = (lysis: string, purity: number) => {
      const fit = fitExponential(points(of, lysis).map((point) => ({ ...point, ratio: point.ratio * purity })));
      const ratio = fit && ratioAt(fit.curve, 20);
      return ratio === undefined ? Number.NaN : lyticUnits(ratio, of.number('targets'));
    };
    const [first, second] = [of.number('purityFirst') / 100, of.number('puritySecond') / 100];
    return {
      lu20firstPer1e7total: units('first', 1),
      lu20secondPer1e7total: units('second', 1),
      lu20totalRatio: units('first', 1) / units('second', 1),
      lu20per1e7nk: units('first', first),
      lu20nkRatio: units('first', first) / units('second', second),
    };
  },
  potency: (of) => ({
    byTotal: potencyDose(of.number('lu20per1e7total'), of.number('viableCells')),
    byNk: potencyDose(of.number('lu20per1e7nk'), (of.number('viableCells') * of.number('purity')) / 100),
  }),
  kinetics(of) {
    const { cytolysis, kt50, area } = kineticsOf({ hours: of.list('hours'), test: of.list('test'), alone: of.list('alone') });
    return { cytolysis, kt50: kt50 ?? null, auc: area };
  },
  'spontaneous-limit'(of) {
    const limits = of.record<Limits>('limits');
    return { verdicts: of.list<readonly [string, number]>('cases').map(([assay, ratio]) => judgeLow(ratio, limits[assay]!)) };
  },
  monotone(of) {
    const se = of.list('se');
    const { inversions, sizeInSe, isMonotone } = judgeMonotone(points(of).map((point, i) => ({ ...point, se: se[i]! })));
    return { inversions, sizeInSe, monotone: isMonotone };
  },
  'copied-values': (of) => ({ copied: copiedWells(of.list('wells')) }),
  window(of) {
    const ratio = spontaneousOverMaximum(of.list('S'), of.list('M'));
    return {
      spontaneousOverMaximum: ratio,
      verdict: judgeLow(ratio, of.has('limits') ? limitsOf(of.list('limits')) : calcein),
    };
  },
};

const limitsOf = ([good, accept]: readonly number[]): Limits => [good!, accept!];

/** Where a vector names no assay: the wider of the shipped limits. */
const calcein: Limits = [0.2, 0.3];

const cvOf = (values: readonly number[]): number => (100 * deviationOf(values)) / meanOf(values);

function effectors(of: Inputs) {
  const basis = of.text('basis');
  if (basis !== 'total' && basis !== 'viable') throw new TypeError('"basis" is neither total nor viable');
  return { basis, viability: of.number('viability'), nkOfViable: of.number('nkOfViable') } as const;
}
