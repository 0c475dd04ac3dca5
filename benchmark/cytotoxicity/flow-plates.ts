import { analyseSample } from '../../core/analyse.ts';
import { bytesSource } from '../../core/base/byte-source.ts';
import { encodeFcs } from '../../core/data/fcs/write/write.ts';
import { measurePlate } from '../../core/study/killing/measure-plate.ts';
import type { Plate, WellRow } from '../../core/study/killing/plate.ts';
import type { PlateResult } from '../../core/study/killing/plate-result.ts';
import { type CountedPlate, countWells } from '../../core/study/killing/wells/count-wells.ts';
import { createPool, createSha256 } from '../../headless/host/host.ts';
import { type FlowPlateOrder, type FlowWellFile, simulateFlowPlate, strongKillers } from '../../test-data/simulate-flow-plate.ts';

interface MadePlate {
  readonly plate: Plate;
  readonly files: readonly FlowWellFile[];
}

/** One product of a small plate. */
export const smallOrder = (more: Partial<FlowPlateOrder> = {}): FlowPlateOrder => ({
  ...{ name: 'flow', seed: 1, readout: 'dead-fraction', killers: strongKillers(1).slice(0, 1), ratios: [5, 2.5, 1.25], replicates: 2 },
  ...{ controls: 3, targets: 3000, ...more },
});

/** A simulated plate from its FCS files to its result. */
export async function measureFlowPlate(
  order: FlowPlateOrder,
  change: (made: MadePlate) => MadePlate = (made) => made,
): Promise<CountedPlate & { readonly files: readonly FlowWellFile[]; readonly result: PlateResult }> {
  const host = { pool: createPool(), createHash: createSha256, software: 'benchmark', protocolSha256: '' };
  const { plate, files } = change(simulateFlowPlate(order));
  const { assay } = plate;
  if (assay === undefined) throw new Error('a simulated plate has its definition');
  const wells = files.map(({ name, content }) => ({ name, keywords: content[0]?.keywords ?? new Map(), bytes: encodeFcs(content) }));
  const counted = await countWells(plate, assay, wells, ({ name, bytes }, protocol) =>
    analyseSample(bytesSource(name, bytes), protocol, host, { plots: true }),
  );
  return { ...counted, files, result: measurePlate(counted.plate, assay, counted.problems) };
}

/** Lysis of wells by what was truly in them: the fraction of dead targets, or the live ones that are missing. */
export function trueLysisOfWells(files: readonly FlowWellFile[], wells: readonly WellRow[], form: 'fraction' | 'count') {
  const truth = new Map(files.map(({ well, truth: of }) => [well, of]));
  const mean = (rows: readonly WellRow[]) =>
    rows.reduce((sum, { well }) => {
      const { live, dead } = truth.get(well) ?? { live: Number.NaN, dead: Number.NaN };
      return sum + (form === 'count' ? live : dead / (live + dead));
    }, 0) / rows.length;
  const alone = mean(wells.filter(({ role }) => role === 'target-alone'));
  return (names: readonly string[]): number => {
    const here = mean(wells.filter(({ well }) => names.includes(well)));
    return 100 * (form === 'count' ? 1 - here / alone : (here - alone) / (1 - alone));
  };
}

const kinds: readonly { readonly name: string; readonly order: Partial<FlowPlateOrder> }[] = [
  { name: 'dead fraction', order: {} },
  { name: 'dead fraction, 5 % labelled, 10 % conjugates', order: { transfer: 0.05, conjugates: 0.1 } },
  { name: 'the same, conjugates by a marker', order: { transfer: 0.05, conjugates: 0.1, byMarker: true } },
  { name: 'viable count, half of the dead lost too', order: { readout: 'viable-count', transfer: 0.05, conjugates: 0.1, lost: 0.5 } },
  { name: 'dead fraction, half of the dead lost', order: { transfer: 0.05, conjugates: 0.1, lost: 0.5 } },
];

/** How far lysis of FCS plates lies from what was in their wells. */
export interface FlowPlatesRow {
  readonly name: string;
  readonly plates: number;
  /** Points: the widest of all E:T. */
  readonly error: number;
  /** Plates on which dead targets are said to have disintegrated. */
  readonly disintegrated: number;
  /** Gates that are not green. */
  readonly unsure: number;
}

export async function runFlowPlates(plates: number, seed: number): Promise<readonly FlowPlatesRow[]> {
  const rows: FlowPlatesRow[] = [];
  for (const { name, order } of kinds) {
    let [error, disintegrated, unsure] = [0, 0, 0];
    for (let i = 0; i < plates; i++) {
      const { result, plate, files } = await measureFlowPlate(smallOrder({ ...order, seed: seed + i }));
      const truth = trueLysisOfWells(files, plate.wells, order.readout === 'viable-count' ? 'count' : 'fraction');
      for (const { rows: own } of result.effectors)
        for (const { lysis, wells } of own) error = Math.max(error, Math.abs(lysis.value - truth(wells)));
      if (result.rules.some(({ rule }) => rule === 'disintegrated')) disintegrated++;
      unsure += result.gates.filter(({ gate, light }) => gate !== 'cells' && light !== 'green').length;
    }
    rows.push({ name, plates, error, disintegrated, unsure });
  }
  return rows;
}
