import type { Bitmask } from '../../../data/events/bitmask.ts';
import type { GateKind } from '../kind/gate.ts';
import { levels, uprights } from '../kind/geometry.ts';
import { bounds, editing, tools, turn } from './editing.ts';
import { linearWork } from './linear-work.ts';
import { quadrantOf } from './quadrant-of.ts';
import { type QuadrantGate, quadrantSchema } from './schema.ts';

export const quadrant: GateKind<QuadrantGate> = {
  schema: quadrantSchema,
  words: () => ({ en: 'quadrant', ja: 'クアドラント(四分割)' }),
  populationCount: () => 4,
  dimensionCount: () => 2,
  evaluate(gate, { columns, eventCount }, members) {
    const [xs, ys] = [columns[0]!, columns[1]!];
    const {
      x,
      y: [left, right],
    } = gate;
    const [q1, q2, q3, q4] = members as unknown as readonly [Bitmask, Bitmask, Bitmask, Bitmask];
    for (let start = 0; start < eventCount; start += 32) {
      let [isRight, isAbove, isThere] = [0, 0, 0];
      for (let event = start; event < Math.min(start + 32, eventCount); event++) {
        const [px, py] = [xs[event]!, ys[event]!];
        const bit = 1 << event;
        if (px >= x) isRight |= bit;
        if (py >= (px >= x ? right : left)) isAbove |= bit;
        if (!Number.isNaN(px) && !Number.isNaN(py)) isThere |= bit;
      }
      const word = start >>> 5;
      q1[word] = isThere & ~isRight & isAbove;
      q2[word] = isThere & isRight & isAbove;
      q3[word] = isThere & isRight & ~isAbove;
      q4[word] = isThere & ~isRight & ~isAbove;
    }
  },
  work: ({ x, y: [left, right] }) => ({
    run: ({ kernels: { inQuadrants }, columns: [xs, ys], events, words }) => {
      const [first, second, third, fourth] = words.map(({ byteOffset }) => byteOffset) as [number, number, number, number];
      inQuadrants(xs!, ys!, events, x, left, right, first, second, third, fourth);
    },
  }),
  linearWork,
  mapCoordinates: (gate, [x, y]) => ({ ...gate, x: x!(gate.x), y: [y!(gate.y[0]), y!(gate.y[1])] }),
  isUpright: true,
  lines: ({ x, y: [yLeft, yRight] }, { x: { min: left, max: right }, y: { min: bottom, max: top } }) => [
    [
      [x, bottom],
      [x, top],
    ],
    [
      [left, yLeft],
      [x, yLeft],
    ],
    [
      [x, yRight],
      [right, yRight],
    ],
  ],
  labelPlace: (_gate, part) => ({ corners: [part] }),
  parts: (gate) => ({
    test: (x, y) => (quadrantOf(gate, x, y) ?? -1) + 1,
    edges: () => ({ lines: [...uprights([gate.x]), ...levels(gate.y)], margin: 0 }),
  }),
  editing,
  turn,
  bounds,
  tools,
  cross: ({ x, y }) => ({ x, y }),
  cuts: {
    along: ({ x, y }, dimension) => (dimension === 0 ? [x] : y),
    at: ({ x, y: [left, right] }, dimension) => (dimension === 0 ? x : (left + right) / 2),
    landmarks: ({ x, y: [left, right] }, _population, [across = '', up = '']) => [
      [`${across} divider`, x],
      [`${up} divider, ${across}-`, left],
      [`${up} divider, ${across}+`, right],
    ],
  },
  pieces: ({ x, y: [left, right] }) => [
    { ranges: [{ max: x }, { min: left }] },
    { ranges: [{ min: x }, { min: right }] },
    { ranges: [{ min: x }, { max: right }] },
    { ranges: [{ max: x }, { max: left }] },
  ],
};
