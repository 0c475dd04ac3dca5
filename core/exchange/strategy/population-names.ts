/**
 * A path joins names by "/", so a population's own name holds none. Names from elsewhere that do are taken with a division slash,
 * which looks the same, and get their "/" back wherever they leave the program.
 */
const DIVISION_SLASH = '\u2215';

export const nameInside = (name: string): string => name.replaceAll('/', DIVISION_SLASH);
export const nameOutside = (name: string): string => name.replaceAll(DIVISION_SLASH, '/');

/** A name that none of its siblings has, by a number after it. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let n = 2; ; n++) if (!taken.has(`${name} (${n})`)) return `${name} (${n})`;
}
