import { normalQuantile } from '../../base/math/normal.ts';
import { meanOf, sumOf } from '../../base/math/spread.ts';

/** Cells seen in the squares of a counting chamber, live and dead. */
export interface ChamberCount {
  readonly live: readonly number[];
  readonly dead: readonly number[];
  readonly dilution: number;
  readonly volumeMl: number;
}

export interface CellCount {
  readonly viablePerMl: number;
  /** Percent of all cells. */
  readonly viability: number;
  readonly viableTotal: number;
  /** Of counting so few cells (Poisson), percent. */
  readonly cvPercent: number;
}

/** Squares for one millilitre: each is 1 mm by 1 mm by 0.1 mm. */
const SQUARES_PER_ML = 1e4;

export function countChamber({ live, dead, dilution, volumeMl }: ChamberCount): CellCount {
  const viablePerMl = meanOf(live) * dilution * SQUARES_PER_ML;
  const seen = sumOf(live);
  return {
    viablePerMl,
    viability: (100 * seen) / (seen + sumOf(dead)),
    viableTotal: viablePerMl * volumeMl,
    cvPercent: 100 / Math.sqrt(seen),
  };
}

/** Viable NK cells of a product. */
export interface ViableNk {
  readonly viable: number;
  readonly nk: number;
  readonly relativeSd: number;
  /** With 95 % confidence there are at least so many (log-normal). */
  readonly lower95: number;
}

/** Viability enters once: NK cells are a percentage of the viable ones. `cv`: relative errors of count, viability and percentage. */
export function viableNk(totalCells: number, viability: number, nkOfViable: number, cv: readonly number[]): ViableNk {
  const viable = (totalCells * viability) / 100;
  const nk = (viable * nkOfViable) / 100;
  const relativeSd = Math.hypot(...cv);
  return { viable, nk, relativeSd, lower95: nk * Math.exp(-normalQuantile(0.95) * relativeSd) };
}

/** Cells of two or more parents in one bag: `viability` in percent, weighted by cells. */
export function poolOf(parents: readonly { readonly total: number; readonly viability: number }[]) {
  const total = sumOf(parents.map((parent) => parent.total));
  const viable = sumOf(parents.map((parent) => (parent.total * parent.viability) / 100));
  return { total, viable, viability: (100 * viable) / total };
}

/** Lymphocytes and NK cells that an apheresis should give: processed litres, lymphocytes per microlitre, efficiency (a fraction), percent NK. */
export function expectedCollection(litres: number, lymphocytesPerMicrolitre: number, efficiency: number, nkPercent: number) {
  const lymphocytes = litres * 1e6 * lymphocytesPerMicrolitre * efficiency;
  return { lymphocytes, nk: (lymphocytes * nkPercent) / 100 };
}
