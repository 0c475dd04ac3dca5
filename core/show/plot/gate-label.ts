import type { Light } from '../../gating/automatic/kind/step.ts';
import type { PlotPopulation } from '../../statistics/histograms/plot-data.ts';
import { type Box, type Drawing, rectangleArea, type TextShape } from './drawing.ts';
import { lightMark } from './light-mark.ts';
import { formatPercent } from './number-format.ts';
import type { Taken } from './taken.ts';
import { shortened, textWidth } from './text-width.ts';
import type { Theme } from './theme.ts';

/** A label that looks for its place, from the first of its spots on: the population's name over its percentage of the parent. */
export interface LabelRequest extends PlotPopulation {
  readonly light?: Light | undefined;
  /** Where it may stand, best first. */
  readonly spots: readonly Spot[];
}

/** A point and which part of the label stands on it: `start` is the label's left or upper side. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly across: 'start' | 'middle' | 'end';
  readonly down: 'start' | 'middle' | 'end';
}

export interface PlacedLabel {
  readonly box: Box;
  readonly name: string;
  readonly percent: string;
  readonly align: Spot['across'];
  readonly light?: Light | undefined;
  /** Where it stands, as `moved` of its request would say it. */
  readonly place: { readonly x: number; readonly y: number };
}

export interface LabelSpace {
  readonly frame: Box;
  readonly size: number;
  /** The part (0 to 1) of the drawn events that a box would hide. */
  readonly hidden: (box: Box) => number;
  /** Lines and handles that labels leave free. */
  readonly taken?: Taken | undefined;
}

const padding = 2;
const leading = 1.18;
/** More than all that lines, events and detours can cost together: a sliver of another label is never the cheaper choice. */
const coveringAny = 20;

/** Places labels one after another inside the frame: first of all where they cover no other label, then where they hide few events. */
export function placeLabels(requests: readonly LabelRequest[], space: LabelSpace): readonly PlacedLabel[] {
  const placed = new Map<LabelRequest, PlacedLabel>();
  // what a person has placed stands first: the others make room
  for (const request of [...requests].sort((a, b) => Number(b.moved !== undefined) - Number(a.moved !== undefined)))
    placed.set(request, placeLabel(request, [...placed.values()], space));
  return requests.map((request) => placed.get(request) as PlacedLabel);
}

function placeLabel(
  { name, percentOfParent, isAbout = false, instead, light, spots, moved }: LabelRequest,
  others: readonly PlacedLabel[],
  space: LabelSpace,
): PlacedLabel {
  const { frame, size } = space;
  const percent =
    instead ?? (percentOfParent === undefined ? formatPercent(undefined) : `${isAbout ? '~' : ''}${formatPercent(percentOfParent)}%`);
  const short = shortened(name, size, frame.width * 0.46);
  const width = Math.max(textWidth(short, size), textWidth(percent, size) + (isShown(light) ? size * 1.1 : 0)) + 2 * padding;
  const height = size * leading * 2 + padding;
  const priced = (spot: Spot, detour: number) => {
    const box = inside(boxAt(spot, width, height), frame);
    const covered = others.reduce((sum, other) => sum + overlap(box, other.box), 0) / (width * height);
    const crossed = space.taken?.share(box) ?? 0;
    const held = space.taken?.inside(box) ?? 0;
    return {
      box,
      align: spot.across,
      isFree: covered === 0 && crossed === 0,
      cost: (covered > 0 ? coveringAny : 0) + covered * 1000 + crossed * 6 + held * 3 + space.hidden(box) * 4 + detour,
    };
  };
  if (moved !== undefined) {
    const { x, y, across, down } = spots[0]!;
    const { box } = priced({ x: x + moved.x * frame.width, y: y + moved.y * frame.height, across, down }, 0);
    return { box, align: across, name: short, percent, light, place: placeOf(box, spots[0]!, frame) };
  }
  const offered = cheapest(spots.map((spot, rank) => priced(spot, rank * 0.03)));
  const { box, align } = offered.isFree
    ? offered
    : cheapest([offered, ...elsewhere(spots[0]!, frame, size).map(({ spot, detour }) => priced(spot, detour))]);
  return { box, align, name: short, percent, light, place: placeOf(box, spots[0]!, frame) };
}

const placeOf = (box: Box, { x, y, across, down }: Spot, frame: Box): PlacedLabel['place'] => ({
  x: (box.x + offset[across] * box.width - x) / frame.width,
  y: (box.y + offset[down] * box.height - y) / frame.height,
});

const cheapest = <Choice extends { readonly cost: number }>(choices: readonly Choice[]): Choice =>
  choices.reduce((best, choice) => (choice.cost < best.cost ? choice : best));

/** The whole frame in steps of the text size, for a label whose own spots are taken; a detour is longer the farther away. */
function elsewhere({ x, y }: Spot, frame: Box, size: number): readonly { readonly spot: Spot; readonly detour: number }[] {
  const across = Array.from({ length: Math.floor(frame.width / size) }, (_, i) => frame.x + i * size);
  const down = Array.from({ length: Math.floor(frame.height / size) }, (_, i) => frame.y + i * size);
  return across.flatMap((left) =>
    down.map((top) => ({
      spot: { x: left, y: top, across: 'start', down: 'start' },
      detour: 0.5 + Math.hypot(left - x, top - y) / frame.width,
    })),
  );
}

const offset = { start: 0, middle: 0.5, end: 1 } as const;

const boxAt = ({ x, y, across, down }: Spot, width: number, height: number): Box => ({
  x: x - offset[across] * width,
  y: y - offset[down] * height,
  width,
  height,
});

function inside(box: Box, frame: Box): Box {
  const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));
  const x = clamp(box.x, frame.x + 1, frame.x + frame.width - box.width - 1);
  return { ...box, x, y: clamp(box.y, frame.y + 1, frame.y + frame.height - box.height - 1) };
}

/** The area that two boxes share. */
export function overlap(a: Box, b: Box): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, across) * Math.max(0, down);
}

/** Green needs no mark on a plot: it asks for nothing. */
const isShown = (light: Light | undefined): light is Light => light !== undefined && light !== 'green';

export function drawLabel({ box, name, percent, align, light }: PlacedLabel, size: number, theme: Theme): Drawing {
  const x = box.x + padding + offset[align] * (box.width - 2 * padding);
  const y = box.y + padding / 2 + size * 0.95;
  const common = { kind: 'text', x, size, anchor: align, colour: theme.ink } satisfies Partial<TextShape>;
  const percentWidth = textWidth(percent, size);
  const mark = isShown(light)
    ? lightMark(
        light,
        x - offset[align] * percentWidth + (align === 'start' ? percentWidth + size * 0.6 : -size * 0.6),
        y + size * (leading - 0.34),
        size * 0.36,
      )
    : [];
  return [
    rectangleArea(box, { fill: theme.background, opacity: 0.78 }),
    { ...common, y, weight: 400, runs: [{ text: name }], room: box.width },
    { ...common, y: y + size * leading, weight: 600, runs: [{ text: percent }] },
    ...mark,
  ];
}
