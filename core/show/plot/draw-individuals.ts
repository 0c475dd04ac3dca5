import { type Drawing, line } from './drawing.ts';
import { lightMark } from './light-mark.ts';
import { percentFrame } from './percent-frame.ts';

export interface IndividualsDrawing {
  /** In percent. */
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  readonly points: readonly { readonly percent: number; readonly breach: boolean }[];
}

const ink = '#1b2126';
const accent = '#0f5e73';

/** Lots in order, their centre line and limits; what breaks a rule is a red square. */
export function drawIndividuals(
  { centre, lower, upper, points }: IndividualsDrawing,
  size: { readonly width: number; readonly height: number },
): Drawing {
  const values = [lower, upper, ...points.map(({ percent }) => percent)];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const pad = Math.max(1, (most - least) * 0.08);
  const { frame, box, y } = percentFrame(size, [Math.max(0, least - pad), Math.min(100, most + pad)]);
  const x = (i: number): number => box.x + ((i + 0.5) / points.length) * box.width;
  const across = (percent: number, dash: readonly number[] | undefined) =>
    line(
      [
        [box.x, y(percent)],
        [box.x + box.width, y(percent)],
      ],
      { stroke: accent, width: 0.8, ...(dash === undefined ? {} : { dash }) },
    );
  const radius = points.length > 200 ? 1 : 1.8;
  return [
    ...frame,
    across(centre, undefined),
    across(lower, [4, 3]),
    across(upper, [4, 3]),
    line(
      points.map(({ percent }, i): readonly [number, number] => [x(i), y(percent)]),
      { stroke: ink, width: 0.4, opacity: 0.5 },
    ),
    ...points.flatMap(({ percent, breach }, i) => lightMark(breach ? 'red' : 'green', x(i), y(percent), breach ? radius * 1.4 : radius)),
  ];
}
