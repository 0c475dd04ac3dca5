import { type Box, type Drawing, line, type Shape } from './drawing.ts';
import { linearTicks } from './linear-ticks.ts';

const labelSize = 6.5;
const left = 30;
const muted = '#5f6a73';
const hairline = '#d3d9de';

/** A plain frame for charts of percentages: ticks and lines on the left, nothing below. `y` gives where a percentage stands. */
export function percentFrame(
  { width, height }: { readonly width: number; readonly height: number },
  [low, high]: readonly [number, number],
): { readonly frame: Drawing; readonly box: Box; readonly y: (percent: number) => number } {
  const box = { x: left, y: 4, width: width - left, height: height - 8 };
  const y = (percent: number): number => box.y + box.height * (1 - (percent - low) / (high - low));
  const ticks = linearTicks([low, high], { min: low, max: high, length: box.height, labelSize, direction: 'vertical' }).filter(
    ({ rank }) => rank === 1,
  );
  const frame = ticks.flatMap(({ value, label = [] }): readonly Shape[] => [
    line(
      [
        [box.x, y(value)],
        [box.x + box.width, y(value)],
      ],
      { stroke: hairline, width: 0.4, opacity: 0.8 },
    ),
    { kind: 'text', x: box.x - 5, y: y(value) + labelSize * 0.35, runs: label, size: labelSize, anchor: 'end', weight: 400, colour: muted },
  ]);
  return { frame, box, y };
}
