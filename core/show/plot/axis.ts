import type { Transform } from '../../data/transforms/transforms.ts';
import type { UsedChannel } from '../../gating/strategy/used-channels.ts';
import type { PlotAxis } from '../../statistics/histograms/plot-data.ts';
import { type Drawing, line, type PathShape, type TextShape } from './drawing.ts';
import { type Frame, toPage } from './frame.ts';
import { shortened } from './text-width.ts';
import type { Theme } from './theme.ts';
import type { Tick } from './tick.ts';
import { ticksOf } from './ticks.ts';

const tickLength = 3.5;

export interface AxisLook {
  readonly labelSize: number;
  readonly titleSize: number;
  readonly theme: Theme;
}

/** What an axis is called: marker and channel, or the channel alone. */
export function axisTitle({ id, name, marker, compensated }: UsedChannel): string {
  const channel = compensated ? `Comp-${name}` : name;
  const marked = marker ?? (name.startsWith(id) ? undefined : id);
  return marked === undefined ? channel : `${marked} :: ${channel}`;
}

/** Ticks, their labels and the title below the frame. */
export function drawXAxis(axis: PlotAxis, frame: Frame, look: AxisLook): Drawing {
  const { box } = frame;
  const bottom = box.y + box.height;
  const ticks = ticksOf(axis.channel.transform, { ...frame.x, length: box.width, labelSize: look.labelSize, direction: 'horizontal' });
  const marks = ticks.map((tick): PathShape => {
    const [x] = toPage(frame, [tick.position, frame.y.min]);
    return line(
      [
        [x, bottom],
        [x, bottom + lengthOf(tick)],
      ],
      { stroke: look.theme.muted, width: 0.6 },
    );
  });
  const labels = labelled(ticks).map(({ position, label }): TextShape => {
    const [x] = toPage(frame, [position, frame.y.min]);
    return { ...textOf(look), x, y: bottom + tickLength + look.labelSize * 1.05, anchor: 'middle', runs: label };
  });
  const y = bottom + tickLength + look.labelSize * 1.5 + look.titleSize;
  const title: TextShape = { ...titleOf(axisTitle(axis.channel), look, box.width), x: box.x + box.width / 2, y };
  return [...marks, ...labels, title];
}

/** The axis of a channel, left of the frame. */
export const drawYAxis = (axis: PlotAxis, frame: Frame, look: AxisLook, titleX: number): Drawing =>
  drawUprightAxis(axis.channel.transform, axisTitle(axis.channel), frame, look, titleX);

/** Ticks, their labels and the upright title left of the frame. */
export function drawUprightAxis(transform: Transform, text: string, frame: Frame, look: AxisLook, titleX: number): Drawing {
  const { box } = frame;
  const ticks = ticksOf(transform, { ...frame.y, length: box.height, labelSize: look.labelSize, direction: 'vertical' });
  const marks = ticks.map((tick): PathShape => {
    const [, y] = toPage(frame, [frame.x.min, tick.position]);
    return line(
      [
        [box.x, y],
        [box.x - lengthOf(tick), y],
      ],
      { stroke: look.theme.muted, width: 0.6 },
    );
  });
  const labels = labelled(ticks).map(({ position, label }): TextShape => {
    const [, y] = toPage(frame, [frame.x.min, position]);
    return { ...textOf(look), x: box.x - tickLength - 2, y: y + look.labelSize * 0.35, anchor: 'end', runs: label };
  });
  const title: TextShape = { ...titleOf(text, look, box.height), x: titleX, y: box.y + box.height / 2, rotate: -90 };
  return [...marks, ...labels, title];
}

const lengthOf = (tick: Tick): number => (tick.label ? tickLength : tickLength * 0.55);

const labelled = (ticks: readonly Tick[]) => ticks.flatMap(({ position, label }) => (label ? [{ position, label }] : []));

const textOf = ({ labelSize, theme }: AxisLook) => ({ kind: 'text', size: labelSize, weight: 400, colour: theme.muted }) as const;

function titleOf(text: string, { titleSize, theme }: AxisLook, room: number) {
  const runs = [{ text: shortened(text, titleSize, room) }];
  return { kind: 'text', size: titleSize, weight: 400, colour: theme.ink, anchor: 'middle', runs, room } as const;
}
