import { existsSync } from 'node:fs';

/**
 * The first of some places, relative to a module, at which a file is: a module runs from its source, from what the compiler wrote, or
 * bundled, and what it loads lies elsewhere each time.
 */
export const firstPlace = (module: string, ...places: readonly string[]): URL | undefined =>
  places.map((place) => new URL(place, module)).find((url) => existsSync(url));
