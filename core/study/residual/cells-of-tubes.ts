import { type CellsCounted, cellsCounted } from './cells.ts';
import type { ResidualPlan } from './residual-plan.ts';
import type { Tube } from './tube.ts';

/** Viable cells as the metadata of the tubes give them. */
export function cellsOfTubes(
  tubes: readonly Pick<Tube, 'metadata'>[],
  { cellsCv }: Pick<ResidualPlan, 'cellsCv'>,
): CellsCounted | undefined {
  const known = tubes.find(({ metadata }) => metadata.cells !== undefined && metadata.cellsKind !== 'total');
  return known?.metadata.cells === undefined ? undefined : cellsCounted({ cells: known.metadata.cells, cv: cellsCv });
}
