import { roleColours } from './colour.ts';
import { type Drawing, rectangleArea } from './drawing.ts';
import { percentFrame } from './percent-frame.ts';

/** One bar a run, stacked from the bottom in the order of the parts, in percent; as many side by side as there are. */
export function drawStackedBars(
  runs: readonly { readonly percents: readonly number[] }[],
  size: { readonly width: number; readonly height: number },
): Drawing {
  const { frame, box, y } = percentFrame(size, [0, 100]);
  const step = box.width / runs.length;
  const gap = step > 4 ? Math.min(3, step * 0.2) : 0;
  const bars = runs.flatMap(({ percents }, i) => {
    let below = 0;
    return percents.map((percent, part) => {
      const [bottom, top] = [y(below), y(below + percent)];
      below += percent;
      const width = Math.min(28, step - gap);
      return rectangleArea(
        { x: box.x + (i + 0.5) * step - width / 2, y: top, width, height: bottom - top },
        { fill: Object.values(roleColours)[part] ?? '#888888' },
      );
    });
  });
  return [...frame, ...bars];
}
