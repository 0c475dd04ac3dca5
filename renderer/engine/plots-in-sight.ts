import type { ShadeKind } from '../../core/show/plot/density-raster.ts';
import { shadeKindOf } from '../../core/show/plot/plot-kind.ts';
import { isOfOneChannel, type Plot } from '../../core/study/arrangement/plot.ts';
import type { PlotInSight } from '../../core/study/sample/plan-drag.ts';

/** The plots of the grid, as a drag counts for them. */
export const plotsOf = (plots: readonly Plot[]): readonly PlotInSight[] =>
  plots.map(({ id, population, x, y, kind, range }) => ({ id, population, x, ...(isOfOneChannel(kind) ? {} : { y }), range }));

/** How the events of each plot are drawn, by its id. */
export const shadeKindsOf =
  (plots: readonly Plot[]) =>
  (id: string): ShadeKind =>
    shadeKindOf(plots.find((plot) => plot.id === id)?.kind ?? 'density');
