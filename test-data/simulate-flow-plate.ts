import type { FcsContent } from '../core/data/fcs/write/write-content.ts';
import type { Assay } from '../core/study/killing/assay.ts';
import type { Plate, WellRow } from '../core/study/killing/plate.ts';
import { type Random, seedRandom } from './random.ts';
import { poisson } from './simulate-atl.ts';
import { type Killer, simulatedAssay, trueLysis, twoPurities } from './simulate-plate.ts';

/** How the wells of a plate are on a cytometer. */
export interface FlowPlateOrder {
  readonly name: string;
  readonly seed: number;
  readonly readout: 'dead-fraction' | 'viable-count' | 'internal-control';
  readonly killers: readonly Killer[];
  readonly ratios?: readonly number[];
  readonly replicates?: number;
  readonly controls?: number;
  /** Targets that were acquired in a well of targets alone. */
  readonly targets?: number;
  /** Share of effectors that took up label beside targets. */
  readonly transfer?: number;
  /** Share of targets with an effector on them, in wells with effectors. */
  readonly conjugates?: number;
  /** Share of killed targets that fell apart. */
  readonly lost?: number;
  /** Conjugates are told by the effectors' marker, not by the pulse alone. */
  readonly byMarker?: boolean;
}

export interface FlowWellFile {
  readonly well: string;
  readonly name: string;
  readonly content: readonly FcsContent[];
  /** Targets that were in the well when it was measured, those in conjugates among them. */
  readonly truth: { readonly live: number; readonly dead: number };
}

/** Dead among targets without effectors. */
const spontaneous = 0.06;
const beadsAdded = 10_000;

/** One cell's signals: forward area and height, side, label, dye, marker, second label, bead detector. */
type Cell = readonly [number, number, number, number, number, number, number, number];
const names = ['FSC-A', 'FSC-H', 'SSC-A', 'FITC-A', 'PerCP-Cy5-5-A', 'PE-A', 'BV421-A', 'APC-A'] as const;
const stains = [undefined, undefined, undefined, 'CFSE', '7-AAD', 'CD56', 'CellTrace Violet', 'Beads'] as const;

/** A plate whose wells are FCS files: computed, not measured. The same order gives the same bytes. */
export function simulateFlowPlate(order: FlowPlateOrder): { readonly plate: Plate; readonly files: readonly FlowWellFile[] } {
  const { name, seed, killers, ratios = [10, 5, 2.5, 1.25], replicates = 3, controls = 4 } = order;
  const random = seedRandom(`${name}/${seed}/wells`);
  const assay = flowAssay(order);
  const wells: WellRow[] = [];
  const files: FlowWellFile[] = [];
  const add = (row: Omit<WellRow, 'well'>, killed: number, et: number) => {
    const well = `${'ABCDEFGH'[Math.floor(wells.length / 12)]}${(wells.length % 12) + 1}`;
    wells.push({ well, ...row });
    files.push({ well, name: `${name.replaceAll(' ', '-')}_${well}.fcs`, ...wellOf(order, { well, killed, et }, random) });
  };
  for (let i = 0; i < controls; i++) add({ role: 'target-alone', replicate: i + 1 }, 0, 0);
  for (const killer of killers)
    for (let i = 0; i < 2; i++) add({ role: 'effector-alone', effector: killer.id, et: ratios[0]! }, 0, -ratios[0]!);
  for (const killer of killers)
    for (const et of ratios)
      for (let i = 0; i < replicates; i++)
        add({ role: 'test', effector: killer.id, et, replicate: i + 1 }, trueLysis(killer, et) / 100, et);
  return {
    plate: {
      ...{ format: 'lymphoscope-plate', version: 1, name, size: 96, assay, hours: assay.hours, targetViability: 96 },
      effectors: killers.map(({ A: _, k: __, ...effector }) => effector),
      wells,
    },
    files,
  };
}

/** Two products of a donor that kill much at few effectors: files of wells stay small. */
export const strongKillers = (donor: number): readonly Killer[] => twoPurities(donor).map((killer) => ({ ...killer, k: 4 * killer.k }));

const flowAssay = ({ readout, byMarker = false }: FlowPlateOrder): Assay => ({
  ...simulatedAssay(readout),
  label: 'CFSE',
  limits: { ...simulatedAssay(readout).limits!, minimumTargets: 500 },
  flow: {
    ...{ label: 'CFSE', injured: ['7-AAD'], margin: 0.1 },
    ...(byMarker ? { effector: 'CD56' } : {}),
    ...(readout === 'internal-control' ? {} : { beads: 'Beads' }),
    ...(readout === 'internal-control' ? { reference: 'CellTrace Violet' } : {}),
  },
});

interface Content {
  readonly well: string;
  /** Share of the targets that effectors kill. */
  readonly killed: number;
  /** Below 0: effectors alone. */
  readonly et: number;
}

function wellOf(order: FlowPlateOrder, { well, killed, et }: Content, random: Random): Pick<FlowWellFile, 'content' | 'truth'> {
  const { targets: mean = 2000, transfer = 0, conjugates = 0, lost = 0, readout } = order;
  const cells: Cell[] = [];
  const pipetted = (count: number): number => poisson(count * Math.exp(0.03 * random.normal()), random);
  const effectors = pipetted(Math.abs(et) * mean);
  let bound = 0;
  const truth = { live: 0, dead: 0 };
  for (let i = et < 0 ? 0 : pipetted(mean); i > 0; i--) {
    const isKilled = random.chance(killed);
    if (isKilled && random.chance(lost)) continue;
    const isDead = isKilled || random.chance(spontaneous);
    truth[isDead ? 'dead' : 'live']++;
    const target = targetCell(isDead, false, random);
    if (et > 0 && random.chance(conjugates)) {
      bound++;
      cells.push(together(target, effectorCell(false, random)));
    } else cells.push(target);
  }
  if (readout === 'internal-control' && et >= 0)
    for (let i = pipetted(mean); i > 0; i--) cells.push(targetCell(random.chance(spontaneous), true, random));
  for (let i = bound; i < effectors; i++) cells.push(effectorCell(et > 0 && random.chance(transfer), random));
  for (let i = poisson(0.05 * cells.length, random); i > 0; i--) cells.push(debris(random));
  if (readout !== 'internal-control') for (let i = poisson(beadsAdded, random); i > 0; i--) cells.push(bead(random));
  shuffle(cells, random);
  let now = 0;
  const time = Float32Array.from(cells, () => {
    now += random.exponential(0.25);
    return Math.floor(now * 10) / 10;
  });
  const columns = names.map((_, c) =>
    Float32Array.from(cells, (cell) => Math.min(262_143, cell[c]! + (c < 3 ? 0 : Math.sqrt(900 + 3 * cell[c]!) * random.normal()))),
  );
  const content: readonly FcsContent[] = [
    {
      ...{ version: 'FCS3.1', datatype: 'F', byteOrder: 'little', eventCount: cells.length },
      channels: [
        { name: 'Time', bits: 32, range: 262_144 },
        ...names.map((name, i) => ({
          ...{ name, bits: 32, range: 262_144 },
          ...(stains[i] === undefined ? {} : { marker: stains[i] }),
          detail: { display: i < 3 ? 'Linear,0,262144' : 'Logarithmic,4,1' },
        })),
      ],
      columns: [time, ...columns],
      keywords: new Map([
        ['$COM', 'SIMULATED DATA - computed, not measured; no cells of any person'],
        ['$CYT', 'Simulated analyser'],
        ['$TIMESTEP', '0.01'],
        ['WELL ID', well],
        ['SIMULATED', 'yes'],
      ]),
    },
  ];
  return { content, truth };
}

function targetCell(isDead: boolean, isReference: boolean, random: Random): Cell {
  const forward = random.around(isDead ? 80_000 : 110_000, 0.05);
  const label = random.around(isDead ? 14_000 : 20_000, 0.12);
  return [
    ...([forward, forward * pulse(random), random.around(60_000, 0.08)] as const),
    ...([isReference ? 150 : label, random.around(isDead ? 20_000 : 150, isDead ? 0.15 : 0.18), random.around(100, 0.2)] as const),
    ...([isReference ? label : 150, 50] as const),
  ];
}

function effectorCell(isLabelled: boolean, random: Random): Cell {
  const forward = random.around(50_000, 0.05);
  const isDead = random.chance(0.05);
  return [
    ...([forward, forward * pulse(random), random.around(20_000, 0.08)] as const),
    ...([random.around(isLabelled ? 1500 : 120, 0.18), random.around(isDead ? 15_000 : 120, 0.18), random.around(5000, 0.2)] as const),
    ...([120, 50] as const),
  ];
}

const pulse = (random: Random): number => 0.82 * (1 + 0.02 * random.normal());
const debris = (random: Random): Cell => {
  const forward = random.around(7000, 0.15);
  return [forward, forward * pulse(random), random.around(5000, 0.2), random.around(80, 0.3), random.around(200, 0.4), 60, 60, 40];
};
const bead = (random: Random): Cell => {
  const forward = random.around(30_000, 0.02);
  return [forward, forward * pulse(random), random.around(120_000, 0.02), 90_000, 90_000, 60_000, 60_000, random.around(100_000, 0.02)];
};

/** Two cells that pass as one: areas add, heights hardly. */
const together = (a: Cell, b: Cell): Cell =>
  a.map((value, i) => (i === 1 ? Math.max(value, b[i]!) * 1.08 : value + b[i]!)) as unknown as Cell;

function shuffle<T>(items: T[], random: Random): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random.uniform() * (i + 1));
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
}
