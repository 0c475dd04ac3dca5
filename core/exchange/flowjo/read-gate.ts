import { ellipseOf } from '../../gating/gates/curves.ts';
import { type Gate, gateSchema } from '../../gating/gates/gates.ts';
import { coordinatesOf } from '../gating-ml/read-gates.ts';
import { attributeOf, childNamed, childrenNamed, elementsOf, type XmlElement } from '../xml/tree.ts';
import { numberAttribute } from '../xml/values.ts';
import type { Drawing, Parameters } from './parameters.ts';

export interface ReadFlowjoGate {
  readonly dimensions: readonly string[];
  readonly gate: Gate;
}

/** Channels of FlowJo's display, in which ellipses are stored. */
export const DISPLAY_CHANNELS = 256;

/** The gate of a population; undefined for a kind, or on a scale, that is not known. */
export function readFlowjoGate(element: XmlElement, parameters: Parameters): ReadFlowjoGate | undefined {
  const reader = readers[element.local];
  const drawn = reader?.read(element);
  if (reader === undefined || drawn === undefined) return undefined;
  const names = childrenNamed(element, 'dimension').map(parameterOf);
  const dimensions = names.map((name) => (name === undefined ? undefined : parameters.dimension(name, reader.drawing)));
  if (dimensions.some((dimension) => dimension === undefined)) return undefined;
  const outside = attributeOf(element, 'eventsInside') === '0' ? { outside: true } : {};
  const parsed = gateSchema.safeParse({ ...drawn, ...(drawn.kind === 'curly-quadrant' ? {} : outside) });
  if (!parsed.success) return undefined;
  return { dimensions: dimensions.filter((dimension) => dimension !== undefined), gate: parsed.data };
}

const parameterOf = (dimension: XmlElement): string | undefined => {
  const named = elementsOf(dimension).find(({ local }) => local === 'fcs-dimension' || local === 'parameter');
  return named === undefined ? undefined : attributeOf(named, 'name');
};

const readers: { readonly [local: string]: { readonly drawing: Drawing; readonly read: (element: XmlElement) => Gate | undefined } } = {
  RectangleGate: { drawing: 'ranges', read: readRectangle },
  PolygonGate: { drawing: 'vertices', read: readPolygon },
  EllipsoidGate: { drawing: 'positions', read: readEllipse },
  CurlyQuad: { drawing: 'vertices', read: readCurlyQuad },
  CurlyQuadGate: { drawing: 'vertices', read: readCurlyQuad },
};

function readRectangle(element: XmlElement): Gate | undefined {
  const ranges = childrenNamed(element, 'dimension').map((dimension) => {
    const [min, max] = [numberAttribute(dimension, 'min'), numberAttribute(dimension, 'max')];
    return {
      ...(min === undefined || min === Number.NEGATIVE_INFINITY ? {} : { min }),
      ...(max === undefined || max === Number.POSITIVE_INFINITY ? {} : { max }),
    };
  });
  return ranges.length === 0 ? undefined : { kind: 'rectangle', ranges };
}

function readPolygon(element: XmlElement): Gate | undefined {
  const vertices = pointsOf(element);
  if (childrenNamed(element, 'dimension').length !== 2 || vertices.length < 3) return undefined;
  return { kind: 'polygon', vertices: [...vertices] };
}

const pointsOf = (list: XmlElement | undefined): readonly [number, number][] =>
  (list === undefined ? [] : childrenNamed(list, 'vertex')).map((vertex): [number, number] => {
    const [x, y] = coordinatesOf(vertex, 2);
    return [x!, y!];
  });

/**
 * Two foci and the ends of both axes, in channels of the display. The ends of the shorter axis are rounded to whole channels, so that its
 * length follows from the foci.
 */
function readEllipse(element: XmlElement): Gate | undefined {
  const foci = pointsOf(childNamed(element, 'foci'));
  const ends = pointsOf(childNamed(element, 'edge'));
  if (childrenNamed(element, 'dimension').length !== 2 || ends.length !== 4 || (foci.length !== 2 && foci.length !== 0)) return undefined;
  const axes = [axisBetween(ends[0]!, ends[1]!), axisBetween(ends[2]!, ends[3]!)].sort((a, b) => b.half - a.half);
  const [long, short] = [axes[0]!, axes[1]!];
  const focal = foci.length === 2 ? axisBetween(foci[0]!, foci[1]!) : undefined;
  const centre = focal?.centre ?? long.centre;
  const across = focal === undefined || focal.half >= long.half ? short.half : Math.sqrt(long.half ** 2 - focal.half ** 2);
  if (!(long.half > 0 && across > 0)) return undefined;
  const direction = focal !== undefined && focal.half > long.half * 1e-6 ? focal.direction : long.direction;
  return ellipseOf(
    [centre[0] / DISPLAY_CHANNELS, centre[1] / DISPLAY_CHANNELS],
    long.half / DISPLAY_CHANNELS,
    across / DISPLAY_CHANNELS,
    direction,
  );
}

type Point = readonly [number, number];

const axisBetween = (a: Point, b: Point) => ({
  centre: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] as Point,
  direction: [b[0] - a[0], b[1] - a[1]] as Point,
  half: Math.hypot(b[0] - a[0], b[1] - a[1]) / 2,
});

/** One corner of a bent cross: a lower bound says that the corner lies above it, an upper one below. */
function readCurlyQuad(element: XmlElement): Gate | undefined {
  const sides = childrenNamed(element, 'dimension').map((dimension) => {
    const [min, max] = [numberAttribute(dimension, 'min'), numberAttribute(dimension, 'max')];
    return { at: min ?? max, isAbove: min !== undefined };
  });
  const [x, y] = sides;
  if (sides.length !== 2 || x?.at === undefined || y?.at === undefined) return undefined;
  const corner = y.isAbove ? (x.isAbove ? 1 : 0) : x.isAbove ? 2 : 3;
  return { kind: 'curly-quadrant', x: x.at, y: y.at, corner };
}
