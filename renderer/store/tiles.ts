import type { PopulationResult } from '../../core/analysis.ts';
import { parentPath } from '../panels/population-rows.ts';
import type { Tile } from './state.ts';

/** What a gate on one channel is drawn against, in order of preference; as in the report. */
const companions = ['SSC', 'CD3', 'CD56'];

/** One plot a gate, in the order of the strategy: what a sample is looked at with before anything is chosen. */
export function tilesOfStrategy(populations: readonly PopulationResult[], channels: readonly { readonly id: string }[]): readonly Tile[] {
  const tiles = new Map<string, Tile>();
  const known = channels.map(({ id }) => id);
  for (const { path, gate } of populations) {
    const x = gate?.dimensions[0];
    if (gate === undefined || x === undefined) continue;
    const y = gate.dimensions[1] ?? companions.find((id) => id !== x && known.includes(id)) ?? x;
    const population = parentPath(path) ?? '';
    const id = tileId(population, x, y);
    if (!tiles.has(id)) tiles.set(id, { id, population, x, y, kind: 'density' });
  }
  return [...tiles.values()];
}

/** All events by scatter: what a file without any gate is looked at with. */
export function firstTile(channels: readonly string[]): Tile | undefined {
  const named = (pattern: RegExp): string | undefined => channels.find((name) => pattern.test(name));
  const x = named(/^FSC\b.*A$|^FSC/i) ?? channels[0];
  const y = named(/^SSC\b.*A$|^SSC/i) ?? channels[1] ?? x;
  return x === undefined || y === undefined ? undefined : { id: tileId('', x, y), population: '', x, y, kind: 'density' };
}

export const tileId = (population: string, x: string, y: string): string => JSON.stringify([population, x, y]);
