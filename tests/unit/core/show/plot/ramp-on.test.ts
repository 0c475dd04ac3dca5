import { describe, expect, it } from 'vitest';
import { contrast, parseColour, rampOn, ramps } from '../../../../../core/show/plot/colour.ts';
import { themes } from '../../../../../core/show/plot/theme.ts';

describe('lone events', () => {
  it.each(
    Object.entries(ramps).flatMap(([name, ramp]) =>
      Object.entries(themes).map(([theme, { background }]) => ({ name, theme, ramp, background })),
    ),
  )('can be told from the ground: $name, $theme', ({ ramp, background }) => {
    const ground = parseColour(background);
    expect(contrast(rampOn(ramp, ground)(0), ground)).toBeGreaterThanOrEqual(3);
    expect(rampOn(ramp, ground)(1)).toEqual(ramp(1));
  });
});
