import type { Population } from '../gating/strategy/population.ts';

/** A population by its path, or by a name that only one has. */
export function namedPopulation(populations: readonly Population[], wanted: string): Population | undefined {
  const [only, ...others] = populations.filter(({ name, path }) => path !== '' && name === wanted);
  return populations.find(({ path }) => path !== '' && path === wanted) ?? (others.length === 0 ? only : undefined);
}
