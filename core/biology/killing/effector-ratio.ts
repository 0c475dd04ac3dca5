/** How the effectors of a plate were counted: viability enters once, and only where all cells were counted. */
export interface Effectors {
  readonly basis: 'total' | 'viable';
  /** Percent of all cells. */
  readonly viability: number;
  /** NK cells in percent of the viable ones. */
  readonly nkOfViable: number;
}

/** Effectors for one target, by what an effector is. */
export interface EffectorRatio {
  readonly total: number;
  readonly viable: number;
  readonly nk: number;
}

/** `plated`: effectors for one target as the plate was laid out, on the basis of its count. */
export function effectorRatio(plated: number, { basis, viability, nkOfViable }: Effectors): EffectorRatio {
  const viable = basis === 'viable' ? plated : plated * (viability / 100);
  return { total: basis === 'viable' ? plated / (viability / 100) : plated, viable, nk: viable * (nkOfViable / 100) };
}

/** E:T of a dilution series. */
export const ratioSeries = (start: number, step: number, points: number): readonly number[] =>
  Array.from({ length: points }, (_, i) => start / step ** i);
