/**
 * A picture as data: what to draw, not how. Drawn by pdfkit in a report and by a canvas in the window.
 * Units are points (or CSS pixels); x runs right and y runs down from the upper left corner.
 */
export type Drawing = readonly Shape[];
export type Shape = PathShape | TextShape | RasterShape;

export interface PathShape {
  readonly kind: 'path';
  readonly commands: readonly PathCommand[];
  /** Colours are `#rrggbb`. */
  readonly stroke?: string;
  readonly fill?: string;
  readonly width?: number;
  readonly dash?: readonly number[];
  /** 0 to 1, of both stroke and fill. */
  readonly opacity?: number;
}

export type PathCommand = readonly ['move', number, number] | readonly ['line', number, number] | readonly ['close'];

export interface TextShape {
  readonly kind: 'text';
  /** Where the anchor stands on the baseline. */
  readonly x: number;
  readonly y: number;
  readonly runs: readonly TextRun[];
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly weight: 400 | 600;
  readonly colour: string;
  /** Degrees clockwise around the anchor. */
  readonly rotate?: number;
  /** Who draws shortens a text that needs more than this, by the measure of the real font. */
  readonly room?: number;
}

/** A raised run is set smaller and higher: an exponent. */
export interface TextRun {
  readonly text: string;
  readonly raised?: boolean;
}

export interface RasterShape {
  readonly kind: 'raster';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  /** RGBA, row by row from the top. */
  readonly pixels: Uint8ClampedArray;
}

/** How much smaller a raised run is, and how far it is lifted, both in parts of the text size. */
export const raisedSize = 0.68;
export const raisedLift = 0.36;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An open line from point to point. */
export function line(points: readonly (readonly [number, number])[], style: Omit<PathShape, 'kind' | 'commands'>): PathShape {
  return { kind: 'path', commands: points.map(([x, y], i): PathCommand => [i === 0 ? 'move' : 'line', x, y]), ...style };
}

/** A closed shape from its corners. */
export function area(points: readonly (readonly [number, number])[], style: Omit<PathShape, 'kind' | 'commands'>): PathShape {
  return { kind: 'path', commands: [...line(points, {}).commands, ['close']], ...style };
}

export function rectangleArea({ x, y, width, height }: Box, style: Omit<PathShape, 'kind' | 'commands'>): PathShape {
  const [right, bottom] = [x + width, y + height];
  return area(
    [
      [x, y],
      [right, y],
      [right, bottom],
      [x, bottom],
    ],
    style,
  );
}

/** The same picture elsewhere. */
export function moved(drawing: Drawing, dx: number, dy: number): Drawing {
  return drawing.map((shape) =>
    shape.kind === 'path'
      ? { ...shape, commands: shape.commands.map((c) => movedCommand(c, dx, dy)) }
      : { ...shape, x: shape.x + dx, y: shape.y + dy },
  );
}

const movedCommand = (command: PathCommand, dx: number, dy: number): PathCommand =>
  command[0] === 'close' ? command : [command[0], command[1] + dx, command[2] + dy];
