import type { PlotGate, PopulationResult, SampleAnalysis } from '../../core/analysis.ts';
import type { Gate } from '../../core/gates/gates.ts';
import { parentPath } from '../panels/population-rows.ts';
import type { GateDraft, Tile } from '../store/state.ts';
import { orientGate } from './oriented-gate.ts';

/** A gate as one tile shows it. */
export interface TileGate {
  /** Of the strategy; a gate without one cannot be changed. */
  readonly id: string | undefined;
  /** In the plot's coordinates. */
  readonly shown: Gate;
  /** In its own. */
  readonly own: Gate;
  readonly dimensions: readonly string[];
  /** In the order of the shown gate. */
  readonly populations: readonly PopulationResult[];
  readonly automatic: boolean;
  /** Name, percentage and light for its labels. */
  readonly plotGate: PlotGate;
}

/** The gates below a tile's population that are drawn on its axes. A draft stands in the place of the gate that it moves. */
export function gatesOfTile(
  { populations }: Pick<SampleAnalysis, 'populations'>,
  tile: Tile,
  draft: GateDraft | undefined,
  counts: ReadonlyMap<string, number> | undefined,
): readonly TileGate[] {
  const axes = { x: tile.x, y: tile.kind === 'histogram' ? undefined : tile.y };
  const groups = new Map<string, PopulationResult[]>();
  for (const population of populations) {
    if (population.gate === undefined || parentPath(population.path) !== tile.population) continue;
    const key = population.gate.id ?? JSON.stringify(population.gate.gate);
    groups.set(key, [...(groups.get(key) ?? []), population]);
  }
  return [...groups.values()].flatMap((members): TileGate[] => {
    const placed = members[0]?.gate;
    if (placed === undefined) return [];
    const isDrafted = draft?.id !== undefined && draft.id === placed.id;
    const own = isDrafted ? draft.gate : placed.gate;
    const oriented = orientGate(own, placed.dimensions, axes);
    if (oriented === undefined) return [];
    const shown = oriented.parts.flatMap((part) => members.find(({ gate }) => gate?.part === part) ?? []);
    const light = isDrafted ? undefined : placed.automatic?.light;
    return [
      {
        id: placed.id,
        shown: oriented.gate,
        own,
        dimensions: placed.dimensions,
        populations: shown,
        automatic: placed.automatic !== undefined,
        plotGate: {
          gate: oriented.gate,
          ...(light === undefined ? {} : { light }),
          populations: shown.map(({ name, path, percentOfParent }) => ({
            name,
            percentOfParent: percentIn(counts, path) ?? percentOfParent,
          })),
        },
      },
    ];
  });
}

function percentIn(counts: ReadonlyMap<string, number> | undefined, path: string): number | undefined {
  const count = counts?.get(path);
  const parent = counts?.get(parentPath(path) ?? '');
  return count === undefined || parent === undefined || parent === 0 ? undefined : (100 * count) / parent;
}
