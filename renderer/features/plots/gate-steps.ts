import type { Frame } from '../../../core/show/plot/frame.ts';
import { handlesOf } from './gate-editing.ts';
import type { TileGate } from './tile-gates.ts';

/** The population that keys choose after or before another, over all gates of a plot and round. */
export function populationAfter(gates: readonly TileGate[], selected: string, by: 1 | -1): string | undefined {
  const paths = gates.flatMap(({ populations }) => populations.map(({ path }) => path));
  return after(paths, selected, by);
}

/** The handle of a gate after or before another; between the last and the first the gate as a whole. */
export function handleAfter({ id, shown }: TileGate, handle: string | undefined, by: 1 | -1, within: Frame): string | undefined {
  if (id === undefined) return undefined;
  return after([undefined, ...handlesOf(shown, within).map((one) => one.id)], handle, by);
}

/** What follows in a list, round its end; from what is not in it the first or the last. */
function after<Item>(items: readonly Item[], item: Item, by: 1 | -1): Item | undefined {
  const at = items.indexOf(item);
  return items[at < 0 ? (by > 0 ? 0 : items.length - 1) : (at + by + items.length) % items.length];
}
