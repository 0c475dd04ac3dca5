import type { BlandAltman } from '../../study/comparison/bland-altman.ts';
import { type Drawing, line, type Shape } from '../plot/drawing.ts';
import { lightMark } from '../plot/light-mark.ts';
import { formatValue } from '../plot/number-format.ts';
import { percentFrame } from '../plot/percent-frame.ts';

const ink = '#1b2126';
const accent = '#0f5e73';
const labelSize = 6.5;

/** Differences against means: each file a point, the bias and the limits of agreement as lines, 0 as a thin one. */
export function drawAgreement(
  { points, bias, lower, upper }: Pick<BlandAltman, 'points' | 'bias' | 'lower' | 'upper'>,
  { width, height }: { readonly width: number; readonly height: number },
): Drawing {
  const differences = [lower, upper, 0, ...points.map(({ difference }) => difference)];
  const pad = Math.max(0.2, (Math.max(...differences) - Math.min(...differences)) * 0.08);
  const room = 16;
  const { frame, box, y } = percentFrame({ width, height: height - room }, [
    Math.min(...differences) - pad,
    Math.max(...differences) + pad,
  ]);
  const means = points.map(({ mean }) => mean);
  const [low, high] = [Math.min(...means), Math.max(...means)];
  const span = Math.max(1e-6, high - low);
  const x = (mean: number): number => box.x + (0.04 + (0.92 * (mean - low)) / span) * box.width;
  const across = (at: number, look: { readonly stroke: string; readonly width: number; readonly dash?: readonly number[] }) =>
    line(
      [
        [box.x, y(at)],
        [box.x + box.width, y(at)],
      ],
      look,
    );
  const label = (mean: number): Shape => ({
    ...{ kind: 'text', x: x(mean), y: height - 4, size: labelSize, weight: 400, colour: '#5f6a73', anchor: 'middle' },
    runs: [{ text: formatValue(Number(mean.toFixed(1))) }],
  });
  return [
    ...frame,
    across(0, { stroke: ink, width: 0.4 }),
    across(bias, { stroke: accent, width: 0.9 }),
    ...[lower, upper].map((limit) => across(limit, { stroke: accent, width: 0.8, dash: [4, 3] })),
    ...points.flatMap(({ mean, difference }) => {
      const isOut = difference < lower || difference > upper;
      return lightMark(isOut ? 'red' : 'green', x(mean), y(difference), points.length > 200 ? 1.2 : 2);
    }),
    ...(low === high ? [low] : [low, high]).map(label),
  ];
}
