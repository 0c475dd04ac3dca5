import { deviationOf, meanOf } from '../../base/math/spread.ts';
import { Problem } from '../../base/problem.ts';
import { areaUnderLysis } from '../../biology/killing/compare-curves.ts';
import type { DosePoint } from '../../biology/killing/dose-response.ts';
import { deadFractionLysis } from '../../biology/killing/flow-lysis.ts';
import { kineticsOf } from '../../biology/killing/kinetics.ts';
import { lyticUnitsOf, potencyDose } from '../../biology/killing/lytic-units.ts';
import { differenceOfProportions } from '../../statistics/difference-of-proportions.ts';
import { type Assay, type EffectorAxis, effectorAxes, isRelease } from './assay.ts';
import { judgePlate, worstVerdict } from './judge-plate.ts';
import type { Effector, Plate } from './plate.ts';
import type { EffectorResult, LysisRow, LyticUnitsRow, PlateResult, Ratios, Spread, UnitsOfAxis } from './plate-result.ts';
import { type PlateProblem, type ReadWell, readWells } from './read-wells.ts';
import { type Controls, curveOf, gateMove, lysisOf, otherForm, signals } from './well-lysis.ts';

/** One plate by an assay definition: lysis, curves, lytic units and whether the plate is valid. An invalid plate keeps its numbers. */
export function measurePlate(plate: Plate, assay: Assay, ofFiles: readonly PlateProblem[] = []): PlateResult {
  const { wells, excluded, problems: ofWells } = readWells(plate, assay);
  const problems = [...ofFiles, ...ofWells];
  const of = (role: ReadWell['role']) => wells.filter((well) => well.role === role);
  const controls: Controls = {
    alone: of('target-alone'),
    maximum: of('maximum'),
    blank: of('blank'),
    blankDetergent: of('blank-detergent'),
  };
  const ofAll = [
    ...problems.filter(({ effector, isNote }) => effector === undefined && isNote !== true).map(({ problem }) => problem),
    ...wrongControls(controls, assay),
  ];
  const effectors = plate.effectors
    .filter(({ id }) => plate.wells.some(({ role, effector }) => role === 'test' && effector === id))
    .map((effector) => {
      const own = problems.filter((one) => one.effector === effector.id).map(({ problem }) => problem);
      return measureEffector(effector, wells, controls, assay, [...ofAll, ...own], plate.times);
    });
  const isReleased = isRelease(assay.readout);
  const spontaneous = isReleased ? spreadOf(signals(controls.alone)) : undefined;
  const maximum = isReleased ? spreadOf(signals(controls.maximum)) : undefined;
  const ratio = spontaneous && maximum && spontaneous.mean / maximum.mean;
  const rules = judgePlate({ plate, assay, wells, controls, effectors, ratio, isUnreadable: ofWells.length > 0 });
  return {
    ...{ name: plate.name, date: plate.date, hours: plate.hours, assay, controls: { spontaneous, maximum, ratio } },
    ...{ effectors, rules, verdict: worstVerdict(rules), excluded, problems, gates: plate.gates ?? [] },
  };
}

function spreadOf(values: readonly number[]): Spread | undefined {
  if (values.length === 0) return undefined;
  const mean = meanOf(values);
  return { wells: values.length, mean, cv: values.length < 2 ? undefined : deviationOf(values) / mean };
}

function wrongControls({ alone, maximum, blank, blankDetergent }: Controls, { readout }: Assay): readonly Problem[] {
  if (alone.length === 0) return [new Problem('plate-no-target-alone', noAlone)];
  if (!isRelease(readout)) return [];
  if (maximum.length === 0) return [new Problem('plate-no-maximum', noMaximum)];
  const mean = (wells: readonly ReadWell[], background: readonly ReadWell[]) =>
    meanOf(signals(wells)) - (background.length === 0 ? 0 : meanOf(signals(background)));
  const [low, high] = [mean(alone, blank), mean(maximum, blankDetergent)];
  return high > low
    ? []
    : [new Problem('plate-maximum-low', maximumLow, { maximum: Number(high.toPrecision(4)), spontaneous: Number(low.toPrecision(4)) })];
}

function measureEffector(
  effector: Effector,
  wells: readonly ReadWell[],
  controls: Controls,
  assay: Assay,
  withheld: readonly Problem[],
  plateTimes: Plate['times'],
): EffectorResult {
  const nothing = { effector, rows: [], curve: undefined, units: [], degranulation: [], area: undefined, withheld };
  if (withheld.length > 0) return nothing;
  const own = wells.filter((well) => well.effector?.id === effector.id);
  const test = own.filter(({ role }) => role === 'test');
  const aloneAt = (et: number) => own.filter((well) => well.role === 'effector-alone' && well.et === et);
  const ets = [...new Set(test.map(({ et = Number.NaN }) => et))].sort((a, b) => b - a);
  const rows = ets.flatMap((et): readonly LysisRow[] => {
    const here = test.filter((well) => well.et === et);
    const formed = lysisOf(here, aloneAt(et), controls, assay);
    if (formed === undefined) return [];
    const other = otherForm(here, controls, assay);
    const moved = gateMove(here, controls, assay, formed);
    const wells = here.map(({ well }) => well);
    const kinetics = seriesKinetics(here, controls, plateTimes);
    return [
      {
        ratios: ratiosOf(et, effector),
        wells,
        ...formed,
        ...(other && { other }),
        ...(moved !== undefined && { gateMove: moved }),
        ...(kinetics && { kinetics }),
        ...countingOf(here, controls, assay),
      },
    ];
  });
  const backgroundAt = (et: number): number => (aloneAt(et).length === 0 ? 0 : meanOf(signals(aloneAt(et))));
  const fit = test.length === 0 ? undefined : curveOf(test, backgroundAt, controls, assay);
  const points: readonly DosePoint[] = rows.map(({ lysis }, i) => ({ ratio: ets[i]!, lysis: lysis.value }));
  const curve = fit && { A: fit.A, k: fit.k };
  const units = assay.units.map((percent): LyticUnitsRow => {
    const state = lyticUnitsOf(points, fit && { form: 'exponential', A: fit.A, k: fit.k }, percent, assay.targetsPerWell);
    const interval = fit?.unitsAt(percent, assay.targetsPerWell);
    const by = (axis: EffectorAxis): UnitsOfAxis | undefined => {
      const factor = perPlated(axis, effector);
      if (factor === undefined) return undefined;
      if (state.state === 'too-few-ratios') return { state: 'too-few-ratios' };
      if (state.state === 'above-range') return { state: 'above-range', above: state.above / factor };
      if (fit === undefined) return { state: 'no-curve' };
      if (state.state === 'not-reached') return { state: 'not-reached', below: state.below / factor };
      return {
        state: 'value',
        value: state.value / factor,
        low: interval?.low && interval.low / factor,
        high: interval?.high && interval.high / factor,
      };
    };
    const axes = { total: by('total'), viable: by('viable'), nk: by('nk') };
    const potency = potencyOf(effector, axes[assay.effector], assay.effector);
    return { percent, axes, ...(potency && { potency }) };
  });
  const degranulation = degranulationOf(effector, own, ets);
  return { effector, rows, curve, units, degranulation, area: points.length < 2 ? undefined : areaUnderLysis(points), withheld };
}

/** CD107a of each E:T against effectors without targets: those of the same E:T where there are such, else all of the effector. */
function degranulationOf(effector: Effector, own: readonly ReadWell[], ets: readonly number[]): EffectorResult['degranulation'] {
  const counted = own.filter(({ nkCells }) => nkCells !== undefined);
  const sum = (wells: readonly ReadWell[]) =>
    wells.reduce(({ count, total }, { degranulated = 0, nkCells = 0 }) => ({ count: count + degranulated, total: total + nkCells }), {
      count: 0,
      total: 0,
    });
  const alone = counted.filter(({ role }) => role === 'effector-alone');
  return ets.flatMap((et) => {
    const test = counted.filter((well) => well.role === 'test' && well.et === et);
    const same = alone.filter((well) => well.et === et);
    const [with_, without] = [sum(test), sum(same.length > 0 ? same : alone)];
    const difference = differenceOfProportions(with_, without);
    if (difference === undefined) return [];
    const percent = ({ count, total }: typeof with_): number => (100 * count) / total;
    return [
      {
        ...{ ratios: ratiosOf(et, effector), wells: test.map(({ well }) => well) },
        ...{ stimulated: percent(with_), alone: percent(without), ...difference },
      },
    ];
  });
}

/** Percent cytolysis against targets alone over the hours of a plate of series. */
function seriesKinetics(test: readonly ReadWell[], { alone }: Controls, hours: Plate['times']): LysisRow['kinetics'] {
  const of = (wells: readonly ReadWell[]) => wells.flatMap(({ series }) => (series === undefined ? [] : [series]));
  const [own, base] = [of(test), of(alone)];
  if (hours === undefined || own.length === 0 || base.length === 0) return undefined;
  const mean = (series: readonly (readonly number[])[]) => hours.map((_, i) => meanOf(series.map((one) => one[i]!)));
  return { hours, ...kineticsOf({ hours, test: mean(own), alone: mean(base) }) };
}

/** Units for 1e7 effectors and the number of cells are of the same axis. */
function potencyOf(effector: Effector, units: UnitsOfAxis | undefined, axis: EffectorAxis): LyticUnitsRow['potency'] {
  const factor = perPlated(axis, effector);
  if (units?.state !== 'value' || factor === undefined || effector.cells === undefined) return undefined;
  const cells = effector.cells * factor;
  const of = (value: number | undefined) => value && potencyDose(value, cells);
  return { value: potencyDose(units.value, cells), low: of(units.low), high: of(units.high) };
}

/** Effectors of an axis for one that was plated. */
function perPlated(axis: EffectorAxis, { basis, viability, nkOfViable }: Effector): number | undefined {
  if (axis === basis) return 1;
  const viable = basis === 'viable' ? 1 : viability && viability / 100;
  if (axis === 'total') return viability && 100 / viability;
  if (axis === 'viable') return viable;
  return viable && nkOfViable && (viable * nkOfViable) / 100;
}

const ratiosOf = (et: number, effector: Effector): Ratios =>
  Object.fromEntries(
    effectorAxes.map((axis) => {
      const factor = perPlated(axis, effector);
      return [axis, factor && et * factor];
    }),
  ) as Ratios;

function countingOf(test: readonly ReadWell[], { alone }: Controls, { readout }: Assay): { readonly countingSe?: number } {
  if (readout !== 'dead-fraction') return {};
  const sum = (wells: readonly ReadWell[]) =>
    wells.reduce((all, { dead = 0, targets = 0 }) => ({ dead: all.dead + dead, targets: all.targets + targets }), { dead: 0, targets: 0 });
  return { countingSe: deadFractionLysis(sum(test), sum(alone)).countingSe };
}

const noAlone = { en: 'The plate has no well of targets alone.', ja: 'プレートに標的細胞のみのウェルがありません。' };
const noMaximum = { en: 'The plate has no well of maximum release.', ja: 'プレートに最大遊離のウェルがありません。' };
const maximumLow = {
  en: 'The maximum ({maximum}) does not stand above the spontaneous signal ({spontaneous}): no lysis can be reckoned.',
  ja: '最大遊離({maximum})が自然遊離({spontaneous})を上回らないため、傷害率を算出できません。',
};
