import type { Arrangement } from './arrangement.ts';
import { followPlots } from './follow-plots.ts';
import type { Layout, LayoutItem } from './layout.ts';

type Follow = (path: string) => string | undefined;

/** Everything of an arrangement that names populations follows them to their new names; what is of one that is gone waits for an undo. */
export function followArrangement(arrangement: Arrangement, follow: Follow): Arrangement {
  const { plots, layouts, statistics } = arrangement;
  const followed = {
    plots: plots && followPlots(plots, follow),
    layouts: layouts && sameOr(layouts, (layout) => followLayout(layout, follow)),
    statistics: statistics && followChosen(statistics, follow),
  };
  const isSame = followed.plots === plots && followed.layouts === layouts && followed.statistics === statistics;
  return isSame ? arrangement : { ...arrangement, ...followed };
}

function followLayout(layout: Layout, follow: Follow): Layout {
  const items = sameOr(layout.items, (item) => followItem(item, follow));
  return items === layout.items ? layout : { ...layout, items: [...items] };
}

function followItem(item: LayoutItem, follow: Follow): LayoutItem {
  if (item.kind === 'statistics') return followChosen(item, follow);
  if (item.kind !== 'plot') return item;
  const population = follow(item.plot.population) ?? item.plot.population;
  return population === item.plot.population ? item : { ...item, plot: { ...item.plot, population } };
}

function followChosen<T extends { readonly populations: readonly string[] }>(chosen: T, follow: Follow): T {
  const populations = sameOr(chosen.populations, (path) => follow(path) ?? path);
  return populations === chosen.populations ? chosen : { ...chosen, populations: [...populations] };
}

/** The list anew, or the same one where nothing in it changed. */
function sameOr<T>(list: readonly T[], change: (one: T) => T): readonly T[] {
  const changed = list.map(change);
  return changed.every((one, i) => one === list[i]) ? list : changed;
}
