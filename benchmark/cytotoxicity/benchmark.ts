import { measurePlate } from '../../core/study/killing/measure-plate.ts';
import type { PlateResult } from '../../core/study/killing/plate-result.ts';
import { printJson, textTable } from '../../headless/cli/shared/output.ts';
import { seedRandom } from '../../test-data/random.ts';
import { type Killer, type PlateOrder, simulatedAssay, simulatePlate, trueLysis, trueRatio } from '../../test-data/simulate-plate.ts';
import { runFlowPlates } from './flow-plates.ts';

/** A kind of plate that is drawn again and again. */
interface PlateKind {
  readonly name: string;
  readonly readout: 'calcein' | 'dead-fraction' | 'viable-count';
  readonly cv: number;
  readonly additive: number;
}

const kinds: readonly PlateKind[] = [
  { name: 'release, CV 4 %', readout: 'calcein', cv: 0.04, additive: 0 },
  { name: 'release, CV 8 %', readout: 'calcein', cv: 0.08, additive: 0 },
  { name: 'release, CV 4 %, additive noise', readout: 'calcein', cv: 0.04, additive: 20 },
  { name: 'release, CV 8 %, additive noise', readout: 'calcein', cv: 0.08, additive: 20 },
  { name: 'flow, dead fraction', readout: 'dead-fraction', cv: 0.05, additive: 0 },
  { name: 'flow, viable count', readout: 'viable-count', cv: 0.05, additive: 0 },
];

/** Plates of FCS files of each kind, at most: they take longer. */
const FCS_PLATES = 20;

/** How often the intervals of a kind of plate hold the truth. */
export interface CytotoxicityRow {
  readonly name: string;
  readonly plates: number;
  readonly lysisCovered: number;
  /** Points. */
  readonly lysisBias: number;
  readonly lu20: UnitsRow;
  readonly lu30: UnitsRow;
}

interface UnitsRow {
  /** Plates that gave a value. */
  readonly values: number;
  readonly covered: number;
  /** Median of high over low. */
  readonly width: number;
}

/** The command `benchmark cytotoxicity`: coverage of lysis and lytic units on simulated plates. */
export async function benchmarkCytotoxicity({
  plates,
  seed,
  json,
}: {
  readonly plates: number;
  readonly seed: number;
  readonly json: boolean;
}): Promise<number> {
  const rows = runCytotoxicity(plates, seed);
  const wells = await runFlowPlates(Math.max(1, Math.min(FCS_PLATES, Math.round(plates / 50))), seed);
  if (json) printJson({ rows, wells });
  else
    process.stdout.write(
      `${textTable(
        ['plates', 'n', 'lysis covered, %', 'bias, points', 'LU20 covered, %', 'LU20 width', 'LU30 covered, %', 'LU30 width'],
        rows.map(({ name, plates: n, lysisCovered, lysisBias, lu20, lu30 }) => [
          ...[name, String(n), lysisCovered.toFixed(1), lysisBias.toFixed(2)],
          ...[lu20.covered.toFixed(1), lu20.width.toFixed(2), lu30.covered.toFixed(1), lu30.width.toFixed(2)],
        ]),
      )}\n\n${textTable(
        ['FCS plates', 'n', 'widest error, points', 'disintegrated', 'gates not green'],
        wells.map(({ name, plates: n, error, disintegrated, unsure }) => [
          name,
          String(n),
          error.toFixed(2),
          String(disintegrated),
          String(unsure),
        ]),
      )}\n`,
    );
  return 0;
}

export const runCytotoxicity = (plates: number, seed: number): readonly CytotoxicityRow[] =>
  kinds.map((kind) => measureKind(kind, plates, seed));

function measureKind({ name, readout, cv, additive }: PlateKind, plates: number, seed: number): CytotoxicityRow {
  const random = seedRandom(`${name}/${seed}`);
  const assay = simulatedAssay(readout);
  const lysis = { held: 0, of: 0, error: 0 };
  const units = { 20: { held: 0, widths: [] as number[] }, 30: { held: 0, widths: [] as number[] } };
  for (let i = 0; i < plates; i++) {
    const killer: Killer = {
      id: 'x',
      basis: 'viable',
      viability: 90,
      nkOfViable: 100,
      A: 60 + 35 * random.uniform(),
      k: 0.03 + 0.05 * random.uniform(),
    };
    const order: PlateOrder = { name: `${name} ${i}`, seed, assay, killers: [killer], cv, additive };
    const [result] = measurePlate(simulatePlate(order), assay).effectors;
    if (result === undefined) continue;
    for (const { ratios, lysis: estimate } of result.rows) {
      const truth = trueLysis(killer, ratios.viable ?? Number.NaN);
      lysis.of++;
      lysis.error += estimate.value - truth;
      if (estimate.low <= truth && truth <= estimate.high) lysis.held++;
    }
    for (const percent of [20, 30] as const)
      count(units[percent], result, percent, 1e7 / (assay.targetsPerWell * trueRatio(killer, percent)));
  }
  const row = ({ held, widths }: { readonly held: number; readonly widths: readonly number[] }): UnitsRow => {
    const sorted = [...widths].sort((a, b) => a - b);
    return { values: widths.length, covered: (100 * held) / widths.length, width: sorted[sorted.length >> 1] ?? Number.NaN };
  };
  return {
    ...{ name, plates, lysisCovered: (100 * lysis.held) / lysis.of, lysisBias: lysis.error / lysis.of },
    ...{ lu20: row(units[20]), lu30: row(units[30]) },
  };
}

/** An end that the wells do not bound holds whatever lies beyond. */
function count(
  to: { held: number; readonly widths: number[] },
  result: PlateResult['effectors'][number],
  percent: number,
  truth: number,
): void {
  const units = result.units.find((one) => one.percent === percent)?.axes.viable;
  if (units?.state !== 'value') return;
  const { low = 0, high = Number.POSITIVE_INFINITY } = units;
  to.widths.push(high / low);
  if (low <= truth && truth <= high) to.held++;
}
