import { contrast, parseColour } from '../plot/colour.ts';
import type { Theme } from '../plot/theme.ts';

/** The first of the house's blues that is read on the ground. */
export function accentOn({ background, ink }: Theme): string {
  const ground = parseColour(background);
  return ['#0f5e73', '#56b4e9'].find((colour) => contrast(parseColour(colour), ground) >= 4.5) ?? ink;
}
