import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Gate } from '../../../../../core/gating/gates/gates.ts';
import { contrast, okabeIto, parseColour } from '../../../../../core/show/plot/colour.ts';
import { drawOutlines } from '../../../../../core/show/plot/gate-outline.ts';
import { themes } from '../../../../../core/show/plot/theme.ts';

const gate: Gate = {
  kind: 'rectangle',
  ranges: [
    { min: 0.2, max: 0.6 },
    { min: 0.2, max: 0.6 },
  ],
};
const frame = { box: { x: 0, y: 0, width: 100, height: 100 }, x: { min: 0, max: 1 }, y: { min: 0, max: 1 } };
const colours = fc.oneof(
  fc.constantFrom(...Object.values(okabeIto)),
  fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`),
);

describe.each(Object.entries(themes))('the line of a gate in any colour, %s', (_, theme) => {
  it('is told by 4.5 to 1 from the ground and from any density, and shows its colour', () => {
    fc.assert(
      fc.property(colours, colours, (colour, under) => {
        const strokes = drawOutlines([{ gate, colour }], frame, theme).map((shape) => (shape.kind === 'path' ? shape : undefined)!);
        expect(strokes.at(-1)!.stroke).toBe(colour);
        // each stroke can be seen beside the next
        const widths = strokes.map(({ width = 0 }) => width);
        widths.slice(1).forEach((width, i) => expect(widths[i]! - width).toBeGreaterThanOrEqual(1));
        const contrasts = [under, ...strokes.map(({ stroke }) => stroke!)]
          .map(parseColour)
          .map((one, i, all) => contrast(one, all[i - 1] ?? one));
        expect(Math.max(...contrasts)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(parseColour(theme.background), parseColour(strokes[1]!.stroke!))).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('is dashed where it was drawn on another scale', () => {
    expect(drawOutlines([{ gate, isForeign: true }], frame, theme).at(-1)).toHaveProperty('dash');
  });
});
