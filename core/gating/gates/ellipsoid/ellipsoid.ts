import { inverseOf, quadraticForm } from '../../../base/math/quadratic-form.ts';
import { type Bitmask, fillWords } from '../../../data/events/bitmask.ts';
import type { ScaledColumn } from '../../../data/events/event-table.ts';
import type { GateKind } from '../kind/gate.ts';
import type { PartEdges, PartTest } from '../kind/parts.ts';
import { bounds, editing, tools, turn } from './editing.ts';
import { ellipseLine } from './ellipse.ts';
import { type EllipsoidGate, ellipsoidSchema } from './schema.ts';

export const ellipsoid: GateKind<EllipsoidGate> = {
  schema: ellipsoidSchema,
  words: () => ({ en: 'ellipse', ja: '楕円' }),
  populationCount: () => 1,
  dimensionCount: ({ mean }) => mean.length,
  evaluate({ mean, covariance, distanceSquare, outside = false }, { columns, eventCount }, [members]) {
    const inverse = inverseOf(covariance);
    if (inverse === undefined) throw new Error('ellipsoid with a covariance matrix that its schema refuses');
    const point = new Array<number>(mean.length).fill(0);
    fillWords(members as Bitmask, eventCount, (start, end) => {
      let word = 0;
      for (let event = start; event < end; event++) {
        for (let i = 0; i < point.length; i++) point[i] = columns[i]![event]! - mean[i]!;
        const distance = quadraticForm(inverse, point);
        if (isHeld(distance, point, distanceSquare, outside)) word |= 1 << event;
      }
      return word;
    });
  },
  work({ mean, covariance, distanceSquare, outside = false }) {
    const inverse = inverseOf(covariance);
    if (inverse === undefined || mean.length !== 2) return undefined;
    const [x, y, [xx, xy], [yx, yy]] = [...mean, ...inverse] as [number, number, [number, number], [number, number]];
    return {
      run: ({ kernels: { inEllipse }, columns: [xs, ys], events, words: [words] }) =>
        inEllipse(xs!, ys!, events, x, y, xx, xy, yx, yy, distanceSquare, outside, words!.byteOffset),
    };
  },
  countByCentre(gate, cells, { columns, ...input }, members) {
    const centred = columns.map((column) => column.map((position) => centreOf(position, cells)) as ScaledColumn);
    ellipsoid.evaluate(gate, { columns: centred, ...input }, members);
  },
  mapCoordinates(gate, maps) {
    const lines = gate.mean.map((centre, i) => straightLine(maps[i]!, centre, Math.sqrt(gate.covariance[i]![i]! * gate.distanceSquare)));
    if (lines.some((slope) => slope === undefined)) return undefined;
    return {
      ...gate,
      mean: gate.mean.map((centre, i) => maps[i]!(centre)),
      covariance: gate.covariance.map((row, i) => row.map((value, j) => value * lines[i]! * lines[j]!)),
    };
  },
  isUpright: false,
  lines: (gate) => [ellipseLine(gate)],
  labelPlace: (gate) => ({ around: ellipseLine(gate) }),
  bentOutline: (gate) => ellipseLine(gate).slice(0, -1),
  parts: (gate) => (gate.mean.length === 2 ? { test: testOf(gate), edges: () => edgesOf(gate) } : undefined),
  editing,
  turn,
  bounds,
  tools,
};

/** What lies at an infinity has a distance or, between two of them, none: it is outside, as all that has a place and is not inside. */
const isHeld = (distance: number, point: readonly number[], distanceSquare: number, outside: boolean): boolean =>
  outside ? !(distance <= distanceSquare) && !point.some(Number.isNaN) : distance <= distanceSquare;

/** Events beyond an end of the axis stand in its first or last cell; NaN stays. */
const centreOf = (position: number, cells: number): number =>
  (Math.max(0, Math.min(cells - 1, Math.floor(position * cells))) + 0.5) / cells;

/** The slope of a map over the ellipsoid's extent, where the map is a straight line. */
function straightLine(map: (coordinate: number) => number, centre: number, reach: number): number | undefined {
  const [low, middle, high] = [map(centre - reach), map(centre), map(centre + reach)];
  // left where it is: no rounding of a slope of 1
  if (low === centre - reach && high === centre + reach) return 1;
  const isStraight = Math.abs(low + high - 2 * middle) <= 1e-9 * Math.max(Math.abs(high - low), Number.MIN_VALUE);
  return isStraight ? (high - low) / (2 * reach) : undefined;
}

type Pair = readonly [number, number];

function testOf({ mean, covariance, distanceSquare, outside }: EllipsoidGate): PartTest {
  const inverse = inverseOf(covariance);
  if (inverse === undefined) throw new Error('ellipsoid with a covariance matrix that its schema refuses');
  const [[xx, xy], [yx, yy]] = inverse as unknown as readonly [Pair, Pair];
  const [centreX, centreY] = mean as unknown as Pair;
  return (x, y) => {
    const [dx, dy] = [x - centreX, y - centreY];
    const distance = dx * (xx * dx + xy * dy) + dy * (yx * dx + yy * dy);
    return isHeld(distance, [dx, dy], distanceSquare, outside === true) ? 1 : 0;
  };
}

/** The chords of the drawn ellipse lie within it by at most this part of its longer half axis: 1 - cos(pi / 96). */
const SAG = 5.4e-4;

/** What is no ellipse (any matrix with an inverse is taken) has no known lines. */
function edgesOf(gate: EllipsoidGate): PartEdges {
  const [[xx, xy], [yx, yy]] = gate.covariance as unknown as readonly [Pair, Pair];
  const isEllipse = xy === yx && xx > 0 && yy > 0 && xy * xy < 0.999_999 * xx * yy;
  const nowhere = Number.NEGATIVE_INFINITY;
  if (!isEllipse) return { lines: [], margin: 0, unsure: { x: nowhere, y: nowhere } };
  return { lines: [ellipseLine(gate)], margin: SAG * Math.sqrt((xx + yy) * gate.distanceSquare), isRimUnsure: true };
}
