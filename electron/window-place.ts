import * as z from 'zod';

const length = z.int().min(-100_000).max(100_000);

/** Where the window stood when it was closed. */
export const windowPlaceSchema = z.strictObject({ x: length, y: length, width: length, height: length, maximised: z.boolean() });
type WindowPlace = Readonly<z.infer<typeof windowPlaceSchema>>;

type Area = Pick<WindowPlace, 'x' | 'y' | 'width' | 'height'>;

/**
 * Where a window stands that was at `place`: no larger than the display that held most of it, and wholly on it. The first display where none
 * holds any of it any more; undefined where there is none.
 */
export function placeOn(displays: readonly Area[], place: Area): Area | undefined {
  const shared = displays.map((area) => overlap(area, place));
  const area = displays[shared.indexOf(Math.max(...shared))] ?? displays[0];
  if (area === undefined) return undefined;
  const width = Math.min(place.width, area.width);
  const height = Math.min(place.height, area.height);
  return {
    x: within(place.x, area.x, area.x + area.width - width),
    y: within(place.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

/** Pixels that two areas share. */
function overlap(a: Area, b: Area): number {
  const along = (from: number, length: number, other: number, otherLength: number): number =>
    Math.max(0, Math.min(from + length, other + otherLength) - Math.max(from, other));
  return along(a.x, a.width, b.x, b.width) * along(a.y, a.height, b.y, b.height);
}

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
