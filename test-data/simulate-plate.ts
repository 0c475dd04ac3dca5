import type { Assay } from '../core/study/killing/assay.ts';
import type { Effector, Plate, WellRow } from '../core/study/killing/plate.ts';
import { type Random, seedRandom } from './random.ts';

/** How one product kills: percent lysis A (1 - exp(-k x)) over viable NK cells for one target. */
export interface Killer extends Effector {
  /** Plateau in percent. */
  readonly A: number;
  readonly k: number;
}

export interface PlateOrder {
  readonly name: string;
  readonly seed: number;
  readonly assay: Assay;
  readonly killers: readonly Killer[];
  /** Coefficient of variation of a well, a fraction. */
  readonly cv: number;
  /** Additive noise of a reader, in units of its signal. */
  readonly additive?: number;
  readonly ratios?: readonly number[];
  readonly replicates?: number;
  readonly controls?: number;
}

const usualRatios = [40, 20, 10, 5, 2.5, 1.25] as const;

/** Means of a release reader: targets alone, and all of them lysed. */
const release = { spontaneous: 400, maximum: 4000 } as const;
/** Target events of a cytometer's well, and how many are dead without effectors. */
const flow = { targets: 5000, spontaneous: 0.06 } as const;

/** NK cells for one cell that was plated. */
const nkOf = ({ basis, viability = 100, nkOfViable = 100 }: Effector): number =>
  ((basis === 'viable' ? 1 : viability / 100) * nkOfViable) / 100;

/** Percent that a killer lyses at a plated E:T. */
export const trueLysis = (killer: Killer, et: number): number => killer.A * -Math.expm1(-killer.k * et * nkOf(killer));

/** The plated E:T at which a killer lyses a percentage. */
export const trueRatio = (killer: Killer, percent: number): number => -Math.log1p(-percent / killer.A) / (killer.k * nkOf(killer));

/** A simulated plate: computed, not measured. The same order gives the same plate. */
export function simulatePlate(order: PlateOrder): Plate {
  const { name, seed, assay, killers, ratios = usualRatios, replicates = 3, controls = 6 } = order;
  const random = seedRandom(`${name}/${seed}`);
  const wells: WellRow[] = [];
  const next = () => `${String.fromCharCode(65 + Math.floor(wells.length / 12))}${(wells.length % 12) + 1}`;
  const read = (lysis: number) => readingOf(lysis, order, random);
  for (let i = 0; i < controls; i++) wells.push({ well: next(), role: 'target-alone', replicate: i + 1, ...read(0) });
  if (isReleased(assay)) for (let i = 0; i < controls; i++) wells.push({ well: next(), role: 'maximum', replicate: i + 1, ...read(100) });
  for (const killer of killers)
    for (const et of ratios)
      for (let i = 0; i < replicates; i++)
        wells.push({ well: next(), role: 'test', effector: killer.id, et, replicate: i + 1, ...read(trueLysis(killer, et)) });
  return {
    ...{
      format: 'lymphoscope-plate',
      version: 1,
      name,
      size: wells.length > 96 ? 384 : 96,
      assay,
      hours: assay.hours,
      targetViability: 96,
    },
    effectors: killers.map(({ A: _, k: __, ...effector }) => effector),
    wells,
  };
}

const isReleased = ({ readout }: Assay): boolean => readout !== 'dead-fraction' && readout !== 'viable-count';

function readingOf(lysis: number, { assay, cv, additive = 0 }: PlateOrder, random: Random): Partial<WellRow> {
  const well = Math.exp(Math.sqrt(Math.log1p(cv * cv)) * random.normal());
  if (isReleased(assay)) {
    const { spontaneous, maximum } = release;
    return { signal: Math.round(10 * ((spontaneous + (maximum - spontaneous) * (lysis / 100)) * well + additive * random.normal())) / 10 };
  }
  const { targets, spontaneous } = flow;
  if (assay.readout === 'viable-count')
    return {
      live: Math.max(1, Math.round(targets * (1 - spontaneous) * (1 - lysis / 100) * well + Math.sqrt(targets) * random.normal() * 0.5)),
    };
  // what varies between wells is how likely a target dies
  const p = Math.min(0.999, Math.max(0.001, spontaneous + (1 - spontaneous) * (lysis / 100)));
  const odds = (p / (1 - p)) * Math.exp(2 * Math.log(well));
  const of = odds / (1 + odds);
  return { dead: Math.min(targets, Math.max(0, Math.round(targets * of + Math.sqrt(targets * of * (1 - of)) * random.normal()))), targets };
}

/** An assay definition for simulated plates. */
export const simulatedAssay = (readout: Assay['readout']): Assay => ({
  ...{ format: 'lymphoscope-assay', version: 1, name: `Simulated ${readout} assay`, revision: 1, target: 'K562', readout },
  injured: isReleased({ readout } as Assay) ? 'release' : '7-AAD+',
  ...{ hours: 4, hoursTolerance: 0.25, effector: 'nk', targetsPerWell: 5000, units: [20, 30] },
  limits: {
    ...{ spontaneous: [0.2, 0.3], replicateCv: [0.15, 0.25], targetViability: 90, minimumTargets: 2000 },
    ...{ source: 'chosen for simulated plates', setBy: 'simulation' },
  },
});

/** Two products of one donor whose NK cells kill alike, and that differ in purity: of 90 and of 30 % NK cells. */
export function twoPurities(donor: number): readonly Killer[] {
  const random = seedRandom(`donor ${donor}`);
  const kills = { A: 75 + 10 * random.uniform(), k: 0.05 * Math.exp(0.15 * random.normal()) };
  const of = (method: string, nkOfViable: number): Killer => {
    const lot = `SIM-${method}-${donor}`;
    return { id: lot, lot, donor: `SIM-DONOR-${donor}`, method, basis: 'viable', viability: 90, nkOfViable, ...kills };
  };
  return [of('ANK', 90), of('LAK', 30)];
}
