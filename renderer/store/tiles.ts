import type { PopulationResult } from '../../core/statistics/population-result.ts';
import type { Plot } from '../../core/study/arrangement/plot.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { parentPath } from './population-path.ts';

/** What a gate on one channel is drawn against, in order of preference; as in the report. */
const companions = ['SSC', 'CD3', 'CD56'];

/** One plot a gate, in the order of the strategy: what a sample is looked at with before anything is chosen. */
export function tilesOfStrategy(
  populations: readonly PopulationResult[],
  channels: readonly { readonly id: string }[],
  dimensions: NonNullable<Protocol['dimensions']> = {},
): readonly Plot[] {
  const tiles = new Map<string, Plot>();
  const known = channels.map(({ id }) => id);
  for (const { path, gate } of populations) {
    // a gate that stands on an older scale is looked at on the channel's own
    const [x, second] = (gate?.dimensions ?? []).map((name) => panelName(name, dimensions));
    if (gate === undefined || x === undefined) continue;
    const y = second ?? companions.find((id) => id !== x && known.includes(id)) ?? x;
    const population = parentPath(path) ?? '';
    const id = tileId(population, x, y);
    if (!tiles.has(id)) tiles.set(id, { id, population, x, y, kind: 'density' });
  }
  return [...tiles.values()];
}

function panelName(name: string, dimensions: NonNullable<Protocol['dimensions']>): string {
  const dimension = Object.hasOwn(dimensions, name) ? dimensions[name] : undefined;
  return dimension !== undefined && 'panel' in dimension && dimension.coordinates === undefined ? dimension.panel : name;
}

/** All events by scatter: what a file without any gate is looked at with. */
export function firstTile(channels: readonly string[]): Plot | undefined {
  const named = (pattern: RegExp): string | undefined => channels.find((name) => pattern.test(name));
  const x = named(/^FSC\b.*A$|^FSC/i) ?? channels[0];
  const y = named(/^SSC\b.*A$|^SSC/i) ?? channels[1] ?? x;
  return x === undefined || y === undefined ? undefined : { id: tileId('', x, y), population: '', x, y, kind: 'density' };
}

const tileId = (population: string, x: string, y: string): string => JSON.stringify([population, x, y]);
