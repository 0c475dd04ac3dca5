import { analyseSample, type Host } from '../../core/analyse.ts';
import { bytesSource } from '../../core/base/byte-source.ts';
import { encodeFcs } from '../../core/data/fcs/write/write.ts';
import { countingInterval } from '../../core/statistics/interval.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { cellsCounted, residualCells } from '../../core/study/residual/cells.ts';
import { measureResidual } from '../../core/study/residual/measure-residual.ts';
import type { ResidualPlan } from '../../core/study/residual/residual-plan.ts';
import { type Tube, tubeOf } from '../../core/study/residual/tube.ts';
import { holdGates } from '../../core/study/sample/hold-gates.ts';
import { type Random, seedRandom } from '../../test-data/random.ts';
import { poisson } from '../../test-data/simulate-atl.ts';
import type { Base } from './bases.ts';

export const spikes = [0, 1e-6, 1e-5, 1e-4, 1e-3] as const;

/** What the gates do to a base: gated once, held, and looked at with many spiked cells. */
export interface GatedBase {
  readonly name: string;
  readonly tube: Tube;
  readonly total: number;
  /** Events of the base that fall into the gate although nothing was put in, for one of the denominator. */
  readonly background: number;
  /** Of cells that were put in, how many the gate finds. */
  readonly recall: number;
  readonly light: Tube['light'];
}

/** Spiked cells of the tube that recall is measured on, for one live cell. */
const MANY = 0.01;

export async function gateBase({ name, spike }: Base, protocol: Protocol, plan: ResidualPlan, host: Host): Promise<GatedBase> {
  const analyse = (content: ReturnType<Base['spike']>['content'], by: Protocol) =>
    analyseSample(bytesSource(name, encodeFcs(content)), by, host);
  const clean = await analyse(spike(0, 1).content, protocol);
  const tube = tubeOf(name, clean, plan);
  const full = spike(MANY, 2);
  const spiked = tubeOf(name, await analyse(full.content, holdGates(protocol, clean, plan.denominator)), plan);
  const background = tube.n / tube.total;
  return {
    ...{ name, tube, total: tube.total, background, light: tube.light },
    recall: Math.min(1, (spiked.n - background * spiked.total) / full.spiked),
  };
}

export interface SpikeRow {
  readonly base: string;
  readonly spike: number;
  readonly events: number;
  readonly draws: number;
  /** Percent of draws whose two-sided interval holds the true fraction of cells in the gate. */
  readonly covered: number;
  /** Median width against that of the exact interval on the same count, computed apart. */
  readonly width: number;
  /** Percent of draws whose upper limit of cells in the bag is not below the truth. */
  readonly bagCovered: number;
  /** Percent called detected or quantified, beside a matched blank. */
  readonly detected: number;
}

const BAG = 1e9;
const CELLS_CV = 0.1;

/** A tube that says something of rare cells; smaller bases are drawn from with replacement. */
const FEWEST = 200_000;

/**
 * Draws tubes of a base with leukaemic cells at a level: counts follow from what the gates did to real or simulated events, drawn with
 * replacement. The same seed draws the same tubes.
 */
export function measureSpike(
  base: GatedBase,
  spike: number,
  plan: ResidualPlan,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): SpikeRow {
  const random = seedRandom(`${base.name}/${spike}/${seed}`);
  const { background, recall, tube } = base;
  const total = Math.max(FEWEST, base.total);
  let [covered, bag, detected] = [0, 0, 0];
  const widths: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const own = (n: number, name: string): Tube => ({ ...tube, sha256: `${name}${draw}`, dataSha256: undefined, n, total });
    const put = poisson(spike * total, random);
    const n = put - lost(put, recall, random) + poisson(background * total, random);
    const cells = cellsCounted({ cells: BAG * Math.exp(cvDeviation * random.normal()), cv: CELLS_CV });
    const result = measureResidual(plan, [own(n, 'a')], [own(poisson(background * total, random), 'b')]);
    const { sum } = result;
    if (sum === undefined) continue;
    if (sum.low <= spike + background && spike + background <= sum.high) covered++;
    const exact = countingInterval(n, total, { method: 'clopper-pearson', confidence: 0.95 });
    if (exact !== undefined && exact.high > exact.low) widths.push((100 * (sum.high - sum.low)) / (exact.high - exact.low));
    if ((residualCells(result, cells)?.upper ?? 0) >= spike * BAG) bag++;
    if (result.state === 'below-loq' || result.state === 'quantified') detected++;
  }
  const percent = (count: number) => (100 * count) / draws;
  widths.sort((a, b) => a - b);
  return {
    ...{ base: base.name, spike, events: total, draws, covered: percent(covered), width: widths[widths.length >> 1] ?? Number.NaN },
    bagCovered: percent(bag),
    detected: percent(detected),
  };
}

const cvDeviation = Math.sqrt(Math.log1p(CELLS_CV * CELLS_CV));

const lost = (put: number, recall: number, random: Random): number => Math.min(put, poisson(put * (1 - recall), random));
