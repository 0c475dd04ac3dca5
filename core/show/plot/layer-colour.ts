import { layerColours, roleColours } from './colour.ts';

interface Named {
  readonly path: string;
  readonly role?: string | undefined;
}

/** The colour of a population, the same in every plot: that of its role, else by its place among its siblings without one. */
export function populationColour(path: string, populations: readonly Named[]): string {
  const role = populations.find((population) => population.path === path)?.role;
  if (hasColour(role)) return roleColours[role];
  const siblings = populations.filter((population) => above(population.path) === above(path) && !hasColour(population.role));
  return colourAt(siblings.findIndex((population) => population.path === path));
}

const hasColour = (role: string | undefined): role is keyof typeof roleColours => role !== undefined && Object.hasOwn(roleColours, role);

const above = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The colour of the nth of several samples. */
export const colourAt = (place: number): string =>
  layerColours[((place % layerColours.length) + layerColours.length) % layerColours.length]!;

/** The wanted colour, else the next one that no other layer of the plot has: two of one plot are never alike as long as there are others. */
export const freeColour = (wanted: string, taken: readonly string[]): string =>
  taken.includes(wanted) ? (layerColours.find((colour) => !taken.includes(colour)) ?? wanted) : wanted;
