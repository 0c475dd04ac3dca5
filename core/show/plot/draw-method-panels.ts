import type { PlotAxis, PlotData } from '../../statistics/histograms/plot-data.ts';
import { axisTitle } from './axis.ts';
import { parseColour, type RampName, ramps } from './colour.ts';
import { densityRaster } from './density-raster.ts';
import { type Box, type Drawing, line, moved, rectangleArea, type Shape, type TextShape } from './drawing.ts';
import { frameOf } from './frame.ts';
import { gateOutline } from './gate-outline.ts';
import { formatPercent } from './number-format.ts';
import { drawExpected } from './quadrant-dots.ts';
import { textWidth, wrapped } from './text-width.ts';
import type { Theme } from './theme.ts';
import { ticksOf } from './ticks.ts';

/** One CD3 x CD56 panel: the events of `picture`, or, where it is absent, dots of so many per cent. */
export interface DrawnPanel {
  readonly title: string;
  /** Whose events these are, or that they are none. */
  readonly note: string;
  /** NK, NKT-like, T, double negative. */
  readonly percents: readonly [number, number, number, number];
  readonly picture?: PlotData | undefined;
  /** Its events are still being counted. */
  readonly pending?: boolean;
  readonly framed: boolean;
}

export interface PanelsLook {
  readonly width: number;
  readonly across: number;
  /** Of titles; ticks and notes are smaller. */
  readonly size: number;
  readonly theme: Theme;
  readonly ramp: RampName;
  readonly accent: string;
}

const gap = 12;
/** The lines of a frame lie half outside of it. */
const edge = 2;
const most = { title: 3, note: 2 };
/** Panels side by side, all of one size and on the same axes: those of the pictures, which the caller made on one scale. */
export function drawMethodPanels(panels: readonly DrawnPanel[], look: PanelsLook): { readonly drawing: Drawing; readonly height: number } {
  const { width, across, size } = look;
  const left = size * 3;
  const side = (width - left - edge - gap * (across - 1)) / across;
  const texts = panels.map((panel) => textsOf(panel, side, size));
  const below = size * 3.4 + Math.max(0, ...texts.map((text) => heightOf(text, size)));
  const axes = panels.find(({ picture }) => picture !== undefined)?.picture;
  const drawing = panels.flatMap((panel, i) => {
    const place = { x: left + (i % across) * (side + gap), y: edge + Math.floor(i / across) * (side + below) };
    return moved(drawPanel(panel, texts[i]!, side, look, i % across === 0), place.x, place.y);
  });
  const rows = Math.ceil(panels.length / across);
  return { drawing: [...drawing, ...(axes === undefined ? [] : axisNames(axes, left, side, look))], height: rows * (side + below) };
}

interface Texts {
  readonly titles: readonly string[];
  readonly notes: readonly string[];
}

/** Bold letters are wider. */
const textsOf = ({ title, note, framed }: DrawnPanel, side: number, size: number): Texts => ({
  titles: wrapped(title, framed ? size * 1.08 : size, side, most.title),
  notes: wrapped(note, size * 0.85, side, most.note),
});

const heightOf = ({ titles, notes }: Texts, size: number): number => size * (1.25 * titles.length + 1.1 * notes.length);

function drawPanel(panel: DrawnPanel, { titles, notes }: Texts, side: number, look: PanelsLook, first: boolean): Drawing {
  const { size, theme, accent } = look;
  const { picture, framed, percents } = panel;
  const box = { x: 0, y: 0, width: side, height: side };
  const outline: Shape = {
    ...rectangleArea(box, { stroke: framed ? accent : theme.muted, width: framed ? size * 0.18 : size * 0.06 }),
    ...(picture === undefined ? { dash: [size * 0.3, size * 0.25] } : {}),
  };
  const below = side + size * 3.5;
  const text = (content: string, y: number, more: Pick<TextShape, 'size' | 'weight' | 'colour'>): TextShape => ({
    ...{ kind: 'text', x: 0, y, anchor: 'start', runs: [{ text: content }], room: side },
    ...more,
  });
  return [
    ...(picture === undefined
      ? panel.pending === true
        ? []
        : drawExpected(percents, side, theme)
      : drawEvents(picture, box, look, first)),
    outline,
    ...drawPercents(percents, side, size * 0.85, theme),
    ...titles.map((content, i) => text(content, below + size * 1.25 * i, { size, weight: framed ? 600 : 400, colour: theme.ink })),
    ...notes.map((content, i) =>
      text(content, below + size * (1.25 * titles.length + 1.1 * i), { size: size * 0.85, weight: 400, colour: theme.muted }),
    ),
  ];
}

function drawEvents(picture: PlotData, box: Box, { size, theme, ramp }: PanelsLook, first: boolean): Drawing {
  const frame = frameOf(box, picture.x, picture.y);
  const outlines = picture.gates.map(
    ({ gate }): Shape => ({ kind: 'path', commands: gateOutline(gate, frame), stroke: theme.gate, width: size * 0.07 }),
  );
  return [
    { kind: 'raster', ...box, ...densityRaster(picture, { ramp: ramps[ramp], background: parseColour(theme.background) }) },
    ...outlines,
    ...drawTicks(picture.x, box, 'horizontal', size, theme, true),
    ...drawTicks(picture.y, box, 'vertical', size, theme, first),
  ];
}

/** Ticks on every panel with events; numbers on the upright axis only where nothing stands before it. */
function drawTicks(
  { channel, min, max }: PlotAxis,
  box: Box,
  direction: 'horizontal' | 'vertical',
  size: number,
  theme: Theme,
  numbers: boolean,
): Drawing {
  const labelSize = size * 0.72;
  const across = direction === 'horizontal';
  return ticksOf(channel.transform, { min, max, length: box.width, labelSize, direction }).flatMap(({ position, label }): Drawing => {
    const share = (position - min) / (max - min);
    const length = size * (label === undefined ? 0.18 : 0.32);
    const [x, y] = across ? [share * box.width, box.height] : [0, (1 - share) * box.height];
    const end = across ? ([x, y + length] as const) : ([-length, y] as const);
    const mark = line([[x, y], end], { stroke: theme.muted, width: size * 0.05 });
    if (label === undefined || !numbers) return [mark];
    const at = across
      ? { x, y: y + size * 1.15, anchor: 'middle' as const }
      : { x: -size * 0.5, y: y + labelSize * 0.35, anchor: 'end' as const };
    return [mark, { kind: 'text', ...at, runs: label, size: labelSize, weight: 400, colour: theme.muted }];
  });
}

function axisNames({ x, y }: PlotData, left: number, side: number, { size, theme }: PanelsLook): Drawing {
  const style = { kind: 'text', size: size * 0.85, weight: 400, colour: theme.ink } as const;
  const name = ({ channel }: PlotAxis) => [{ text: `${axisTitle(channel)} →` }];
  return [
    { ...style, x: left + side, y: side + size * 2.1 + 2, anchor: 'end', runs: name(x), room: side },
    { ...style, x: size * 0.75, y: side + 2, anchor: 'start', rotate: -90, runs: name(y), room: side },
  ];
}

/** In the corners, clockwise from the upper left: where CD3 is across and CD56 up. */
function drawPercents(percents: DrawnPanel['percents'], side: number, size: number, theme: Theme): Drawing {
  const near = size * 0.35;
  return percents.flatMap((percent, part): Drawing => {
    const [right, low] = [part === 1 || part === 2, part >= 2];
    const content = formatPercent(percent);
    const width = textWidth(content, size) + 2 * near;
    const height = size * 1.25;
    const plate = { x: right ? side - width - 1 : 1, y: low ? side - height - 1 : 1, width, height };
    return [
      rectangleArea(plate, { fill: theme.background, opacity: 0.72 }),
      {
        kind: 'text',
        x: right ? plate.x + width - near : plate.x + near,
        y: plate.y + size * 0.98,
        runs: [{ text: content }],
        size,
        anchor: right ? 'end' : 'start',
        weight: 600,
        colour: theme.ink,
      },
    ];
  });
}
