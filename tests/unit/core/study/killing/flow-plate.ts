import { analyseSample } from '../../../../../core/analyse.ts';
import { bytesSource } from '../../../../../core/base/byte-source.ts';
import { encodeFcs } from '../../../../../core/data/fcs/write/write.ts';
import { measurePlate } from '../../../../../core/study/killing/measure-plate.ts';
import type { Plate } from '../../../../../core/study/killing/plate.ts';
import { countWells } from '../../../../../core/study/killing/wells/count-wells.ts';
import { createPool, createSha256 } from '../../../../../headless/host/host.ts';
import { type FlowPlateOrder, type FlowWellFile, simulateFlowPlate, strongKillers } from '../../../../../test-data/simulate-flow-plate.ts';

const host = { pool: createPool(), createHash: createSha256, software: 'test', protocolSha256: '' };

/** One product of a small plate. */
export const smallOrder = (more: Partial<FlowPlateOrder> = {}): FlowPlateOrder => ({
  ...{ name: 'flow', seed: 1, readout: 'dead-fraction', killers: strongKillers(1).slice(0, 1), ratios: [5, 2.5, 1.25], replicates: 2 },
  ...{ controls: 3, targets: 3000, ...more },
});

/** A simulated plate from its FCS files to its result. */
export async function measureFlowPlate(
  order: FlowPlateOrder,
  change: (made: { plate: Plate; files: readonly FlowWellFile[] }) => { plate: Plate; files: readonly FlowWellFile[] } = (made) => made,
) {
  const { plate, files } = change(simulateFlowPlate(order));
  const wells = files.map(({ name, content }) => ({ name, keywords: content[0]!.keywords ?? new Map(), bytes: encodeFcs(content) }));
  const counted = await countWells(plate, plate.assay!, wells, ({ name, bytes }, protocol) =>
    analyseSample(bytesSource(name, bytes), protocol, host, { plots: true }),
  );
  return { ...counted, files, result: measurePlate(counted.plate, plate.assay!, counted.problems) };
}
