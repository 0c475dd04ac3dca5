import type { Random } from '../../../test-data/random.ts';
import type { Bounds, DimensionModel, DocumentModel, FileModel, GateModel, MatrixModel } from './model.ts';
import { inverted } from './plain-definition.ts';
import type { PlainScale } from './plain-scales.ts';

const EVENTS = 300;

function drawing(random: Random) {
  const nat = (below: number): number => Math.floor(random.uniform() * below);
  const oneOf = <T>(list: readonly T[]): T => list[nat(list.length)]!;
  const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
  return { nat, oneOf, times };
}

/** Floats with gain and a matrix of the file, or integers with logarithmic amplification; times, numbers that are none, and a lattice. */
export function drawFile(random: Random): FileModel {
  const { nat, oneOf, times } = drawing(random);
  const isInteger = random.chance(0.3);
  const isLattice = random.chance(0.25);
  const gain = isLattice ? 1 : oneOf([1, 2, 4, 3.67]);
  const channels = [
    { name: 'A-A', gain: 1, decades: 0 },
    { name: 'B/C-A', gain, decades: 0 },
    { name: 'FL 3', gain: 1, decades: isInteger ? 4 : 0 },
    { name: 'D', gain: 1, decades: 0 },
    { name: 'Time', gain: 1, decades: 0 },
  ];
  const float = (): number => {
    if (random.chance(0.03)) return oneOf([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e21]);
    if (random.chance(0.5)) return nat(41) - 8;
    return random.chance(0.5) ? random.between(-50, 1_000) : 10 ** random.between(-1, 5);
  };
  const columns = channels.map(({ name }) =>
    name === 'Time'
      ? times(EVENTS, (event) => event)
      : isLattice
        ? times(EVENTS, () => nat(17))
        : isInteger
          ? times(EVENTS, () => (random.chance(0.3) ? nat(33) : nat(1_024)))
          : [...Float32Array.from(times(EVENTS, float))],
  );
  const spill = [
    [1, random.between(0, 0.4)],
    [random.between(0, 0.4), 1],
  ];
  return {
    channels,
    timeStep: oneOf([0.01, 0.5, 1]),
    spill: { channels: ['A-A', 'B/C-A'], solved: inverted(spill) },
    columns,
    eventCount: EVENTS,
    isLattice,
  };
}

/** The spill as the file states it, from what solves it. */
export const spillOf = ({ spill: { channels, solved } }: FileModel): string =>
  [channels.length, ...channels, ...inverted(solved).flat()].join(',');

export function drawDocument(random: Random, file: FileModel): DocumentModel {
  const { nat, oneOf, times } = drawing(random);
  const taken = new Set(['FCS', 'uncompensated']);
  const letters = ['a', 'Z', 'é', 'ß', '細', '胞', 'ガ', 'Ж', '_', '-', '.', '1', '가', 'n'];
  const name = (): string => {
    for (;;) {
      const length = random.chance(0.02) ? 3_000 : 1 + nat(8);
      const made = `${oneOf(['g', '_', '核', 'É'])}${times(length, () => oneOf(letters)).join('')}`;
      if (taken.has(made)) continue;
      taken.add(made);
      return made;
    }
  };
  const bounds = (low: number, high: number): Bounds => {
    const [a, b] = [random.between(low, high), random.between(low, high)].sort((x, y) => x - y) as [number, number];
    return oneOf<Bounds>([{}, { min: a }, { max: b }, { min: a, max: b }, { min: a, max: a }]);
  };
  const scale = (): PlainScale => {
    const T = oneOf([100, 1_000, 10_000, 262_144]);
    const M = random.between(2, 5);
    const W = random.between(0.05, M / 2.2);
    const extra = random.chance(0.5) ? 0 : random.between(0, (M - 2 * W) / 2);
    return oneOf<PlainScale>([
      { formula: 'flin', T, A: oneOf([0, T / 10, T]) },
      { formula: 'flog', T, M },
      { formula: 'fasinh', T, M, A: oneOf([0, M / 2, M]) },
      { formula: 'logicle', T, W, M, A: extra },
      { formula: 'hyperlog', T, W, M, A: extra },
    ]);
  };
  const scales = times(3, () => ({ id: name(), scale: scale(), bounds: random.chance(0.5) ? bounds(-0.2, 1.2) : {} }));
  const names = file.channels.map((channel) => channel.name);
  const ratios = times(2, () => ({
    id: name(),
    numerator: oneOf(names.slice(0, 4)),
    denominator: oneOf(names.slice(0, 4)),
    A: random.between(0.5, 3),
    B: oneOf([0, 1, -2]),
    C: oneOf([0, 3, -1.5]),
    bounds: random.chance(0.4) ? bounds(-5, 20) : {},
  }));
  const matrices = [drawMatrix(name(), random), drawMatrix(name(), random)];

  const dimension = (): DimensionModel => {
    if (file.isLattice && random.chance(0.8)) return { compensation: 'uncompensated', name: oneOf(['A-A', 'D', 'B/C-A']) };
    const on = random.chance(0.55) ? { scale: oneOf(scales).id } : {};
    if (random.chance(0.15)) return { compensation: oneOf(['uncompensated', 'FCS']), ratio: oneOf(ratios).id, ...on };
    const matrix = oneOf(matrices);
    if (random.chance(0.2)) return { compensation: matrix.id, name: oneOf(matrix.fluorochromes), ...on };
    return { compensation: oneOf(['uncompensated', 'uncompensated', 'FCS']), name: oneOf(names), ...on };
  };
  const dimensions = (count: number): readonly DimensionModel[] => times(count, dimension);
  /** A place on a dimension: often one that events take exactly. */
  const place = ({ scale: id, ratio }: DimensionModel): number => {
    const on = scales.find((one) => one.id === id);
    if (on !== undefined) return random.chance(0.2) ? (on.bounds.min ?? on.bounds.max ?? 0.5) : random.between(-0.2, 1.2);
    if (file.isLattice) return nat(18);
    return ratio !== undefined ? random.between(-3, 10) : random.chance(0.6) ? nat(33) - 4 : 10 ** random.between(-1, 4);
  };
  const populations: string[] = [];
  const gates: GateModel[] = [];
  for (let i = 0; i < 3 + nat(6); i++) {
    const parent = populations.length > 0 && random.chance(0.5) ? { parent: oneOf(populations) } : {};
    const gate = drawGate({ id: name(), ...parent });
    gates.push(gate);
    populations.push(...(gate.kind === 'quadrants' ? gate.quadrants.map(({ id }) => id) : [gate.id]));
  }
  // the order of a document says nothing
  for (let i = gates.length - 1; i > 0; i--) {
    const j = nat(i + 1);
    [gates[i], gates[j]] = [gates[j]!, gates[i]!];
  }
  return { scales, ratios, matrices, gates };

  function drawGate(head: { readonly id: string; readonly parent?: string }): GateModel {
    const kind = oneOf([
      'rectangle',
      'rectangle',
      'polygon',
      'polygon',
      'ellipsoid',
      'quadrants',
      populations.length > 0 ? 'boolean' : 'polygon',
    ] as const);
    switch (kind) {
      case 'rectangle': {
        const own = dimensions(oneOf([1, 2, 2, 3, 9]));
        const ranges = own.map((one) => {
          const [min, max] = [place(one), place(one)].sort((a, b) => a - b) as [number, number];
          return oneOf<Bounds>([{ min }, { max }, { min, max }, {}]);
        });
        return { ...head, kind, dimensions: own, ranges };
      }
      case 'polygon': {
        const own = dimensions(2);
        return { ...head, kind, dimensions: own, vertices: times(3 + nat(6), () => [place(own[0]!), place(own[1]!)]) };
      }
      case 'ellipsoid': {
        const own = dimensions(oneOf([2, 2, 3]));
        const sizes = own.map((one) => (one.scale === undefined ? random.between(1, 60) : random.between(0.05, 0.5)));
        const lean = random.between(-0.4, 0.4);
        const covariance = sizes.map((a, row) => sizes.map((b, column) => (row === column ? a * a : lean * a * b)));
        return { ...head, kind, dimensions: own, mean: own.map(place), covariance, distanceSquare: random.between(0.3, 4) };
      }
      case 'quadrants': {
        const own = dimensions(oneOf([1, 2, 2, 3]));
        const values = own.map((one) => [...new Set(times(1 + nat(3), () => place(one)))].sort((a, b) => a - b));
        const quadrants = times(1 + nat(4), () => ({
          id: name(),
          cells: values.map((list) => (random.chance(0.15) ? null : nat(list.length + 1))),
        }));
        return { ...head, kind, dimensions: own, values, quadrants };
      }
      case 'boolean': {
        const operation = oneOf(['and', 'or', 'not'] as const);
        const operands = times(operation === 'not' ? 1 : 2 + nat(2), () => ({ ref: oneOf(populations), complement: random.chance(0.4) }));
        return { ...head, kind, operation, operands };
      }
    }
  }
}

/** Square or with more detectors than fluorochromes, as it is or inverted already. */
function drawMatrix(id: string, random: Random): MatrixModel {
  const { nat, times } = drawing(random);
  const detectors = ['A-A', 'B/C-A', 'FL 3'];
  const count = 2 + nat(2);
  const matrix = times(count, (i) => detectors.map((_, j) => (i === j ? 1 : random.between(0, 0.3))));
  const transposed = detectors.map((_, j) => matrix.map((row) => row[j]!));
  const inner = inverted(matrix.map((row) => matrix.map((other) => row.reduce((sum, value, k) => sum + value * other[k]!, 0))));
  const solved = transposed.map((row) => inner.map((_, j) => row.reduce((sum, value, k) => sum + value * inner[k]![j]!, 0)));
  const isInverted = random.chance(0.4);
  const fluorochromes = times(count, (i) => `${id.slice(0, 20)} dye ${i}`);
  return { id, fluorochromes, detectors, matrix: isInverted ? solved : matrix, inverted: isInverted, solved };
}
