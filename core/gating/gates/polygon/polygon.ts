import { add, type Bitmask, fillWords } from '../../../data/events/bitmask.ts';
import type { GateKind } from '../kind/gate.ts';
import { inPieces, type Line } from '../kind/geometry.ts';
import type { GateParts } from '../kind/parts.ts';
import { bounds, editing, tools, turn } from './editing.ts';
import { bandsOf, isInsideBands } from './polygon-bands.ts';
import { polygonShape } from './polygon-shape.ts';
import { rasterise } from './raster.ts';
import { type PolygonGate, polygonSchema } from './schema.ts';

export const polygon: GateKind<PolygonGate> = {
  schema: polygonSchema,
  words: () => ({ en: 'polygon', ja: '多角形' }),
  populationCount: () => 1,
  dimensionCount: () => 2,
  evaluate({ vertices, outside = false }, { columns, eventCount }, [members]) {
    const [xs, ys] = [columns[0]!, columns[1]!];
    const [left, right] = endsOf(vertices.map(([x]) => x));
    const [bottom, top] = endsOf(vertices.map(([, y]) => y));
    const bands = bandsOf(vertices, bottom, top);
    fillWords(members as Bitmask, eventCount, (start, end) => {
      let word = 0;
      for (let event = start; event < end; event++) {
        const x = xs[event]!;
        const y = ys[event]!;
        if (x >= left && x <= right && y >= bottom && y <= top) {
          if (isInsideBands(bands, x, y) !== outside) word |= 1 << event;
        } else if (outside && !Number.isNaN(x) && !Number.isNaN(y)) word |= 1 << event;
      }
      return word;
    });
  },
  work: ({ vertices, outside = false }) => ({
    shape: shapeOf(vertices),
    run: ({ kernels: { inPolygon }, columns: [xs, ys], events, words: [words], shape }) =>
      inPolygon(xs!, ys!, events, shape, outside, words!.byteOffset),
  }),
  mapCoordinates: (gate, [x, y]) => ({ ...gate, vertices: gate.vertices.map(([vx, vy]): [number, number] => [x!(vx), y!(vy)]) }),
  countOnGrid({ vertices, outside }, [x, y], { linear, eventCount }, [members]) {
    if (x === undefined || y === undefined) return false;
    const cells = rasterise(
      vertices.map(([vx, vy]) => [x.vertexCell(vx), y.vertexCell(vy)]),
      x.cells,
      y.cells,
    );
    const wanted = outside ? 0 : 1;
    const [xs, ys] = linear();
    const [across, up] = [x.eventCells(xs!), y.eventCells(ys!)];
    for (let event = 0; event < eventCount; event++) {
      const [column, row] = [across[event]!, up[event]!];
      if (column >= 0 && row >= 0 && cells[row * x.cells + column] === wanted) add(members as Bitmask, event);
    }
    return true;
  },
  isUpright: false,
  lines: ({ vertices }) => [[...vertices, vertices[0]!]],
  labelPlace: ({ vertices }) => ({ around: vertices }),
  bentOutline: ({ vertices }) => inPieces(vertices),
  parts: partsOf,
  editing,
  turn,
  bounds,
  tools,
  pieces: (gate) => [gate],
};

/** A protocol's polygon is that of every file of a batch. */
const shapes = new WeakMap<Line, Uint8Array>();
function shapeOf(vertices: Line): Uint8Array {
  const shape = shapes.get(vertices) ?? polygonShape(vertices);
  shapes.set(vertices, shape);
  return shape;
}

const endsOf = (values: readonly number[]): readonly [number, number] => [Math.min(...values), Math.max(...values)];

function partsOf({ vertices, outside }: PolygonGate): GateParts {
  const isMeant = outside !== true;
  const [left, right] = endsOf(vertices.map(([x]) => x));
  const [bottom, top] = endsOf(vertices.map(([, y]) => y));
  const bands = bandsOf(vertices, bottom, top);
  return {
    test: (x, y) => ((x >= left && x <= right && y >= bottom && y <= top && isInsideBands(bands, x, y)) === isMeant ? 1 : 0),
    edges: () => ({ lines: [[...vertices, vertices[0]!]], margin: 0 }),
  };
}
