import type { Bounds, DimensionModel, DocumentModel, FileModel, GateModel } from './model.ts';
import { LOG_RANGE } from './model.ts';
import { plainScale } from './plain-scales.ts';

/* What a document means, event by event and by the standard's words alone. */

/** In, out, without a value (in nothing, nor in the complement of it), or too near an edge of real numbers to tell. */
export type Membership = 'in' | 'out' | 'none' | 'near';

const NEAR = 1e-9;

export function plainMembers(document: DocumentModel, file: FileModel): ReadonlyMap<string, readonly Membership[]> {
  const found = new Map<string, readonly Membership[]>();
  const byId = new Map<string, GateModel>();
  for (const gate of document.gates) for (const id of populationsOf(gate)) byId.set(id, gate);
  const at = (id: string): readonly Membership[] => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const gate = byId.get(id)!;
    const parent = gate.parent === undefined ? undefined : at(gate.parent);
    const own = ownMembers(gate, id, document, file, at);
    const members = own.map((one, event) => (parent === undefined ? one : both(one, parent[event]!)));
    found.set(id, members);
    return members;
  };
  for (const id of byId.keys()) at(id);
  return found;
}

const populationsOf = (gate: GateModel): readonly string[] => (gate.kind === 'quadrants' ? gate.quadrants.map(({ id }) => id) : [gate.id]);

/** An event without a value in either is in neither, nor in a complement. */
function both(a: Membership, b: Membership): Membership {
  if (a === 'none' || b === 'none') return 'none';
  if (a === 'out' || b === 'out') return 'out';
  return a === 'near' || b === 'near' ? 'near' : 'in';
}

function ownMembers(
  gate: GateModel,
  id: string,
  document: DocumentModel,
  file: FileModel,
  at: (id: string) => readonly Membership[],
): readonly Membership[] {
  if (gate.kind === 'boolean') {
    const operands = gate.operands.map(({ ref, complement }) =>
      at(ref).map((one): Membership => (complement !== (gate.operation === 'not') ? outside(one) : one)),
    );
    return Array.from({ length: file.eventCount }, (_, event) =>
      combined(
        gate.operation,
        operands.map((own) => own[event]!),
      ),
    );
  }
  const columns = gate.dimensions.map((dimension) => valuesOf(dimension, document, file));
  return Array.from({ length: file.eventCount }, (_, event): Membership => {
    const values = columns.map((column) => column[event]!);
    return values.some(Number.isNaN) ? 'none' : within(gate, id, values);
  });
}

const outside = (one: Membership): Membership => (one === 'in' ? 'out' : one === 'out' ? 'in' : one);

/** What any operand says for sure decides; who asks again for the complement of what has no value hears nothing. */
function combined(operation: 'and' | 'or' | 'not', own: readonly Membership[]): Membership {
  const hasNone = own.includes('none');
  if (operation === 'or') {
    if (own.includes('in')) return hasNone ? 'in' : 'in';
    if (own.includes('near')) return 'near';
    return hasNone ? 'none' : 'out';
  }
  if (hasNone) return 'none';
  if (own.includes('out')) return 'out';
  return own.includes('near') ? 'near' : 'in';
}

function within(gate: Exclude<GateModel, { kind: 'boolean' }>, id: string, values: readonly number[]): Membership {
  switch (gate.kind) {
    case 'rectangle':
      return gate.ranges
        .map(({ min, max }, i): Membership => {
          const value = values[i]!;
          if ([min, max].some((bound) => bound !== undefined && isNear(value, bound))) return 'near';
          return value >= (min ?? Number.NEGATIVE_INFINITY) && !(max !== undefined && value >= max) ? 'in' : 'out';
        })
        .reduce(both);
    case 'polygon':
      return inPolygon(gate.vertices, values as unknown as readonly [number, number]);
    case 'ellipsoid': {
      const inverse = inverted(gate.covariance);
      const off = values.map((value, i) => value - gate.mean[i]!);
      if (off.some((one) => !Number.isFinite(one))) return 'out';
      const distance = off.reduce((sum, one, i) => sum + one * off.reduce((inner, other, j) => inner + inverse[i]![j]! * other, 0), 0);
      if (Math.abs(distance - gate.distanceSquare) < 1e-7 * Math.max(1, gate.distanceSquare)) return 'near';
      return distance <= gate.distanceSquare ? 'in' : 'out';
    }
    case 'quadrants': {
      const { cells } = gate.quadrants.find((quadrant) => quadrant.id === id)!;
      return cells
        .map((cell, i): Membership => {
          if (cell === null) return 'in';
          if (gate.values[i]!.some((divider) => isNear(values[i]!, divider))) return 'near';
          return gate.values[i]!.filter((divider) => divider <= values[i]!).length === cell ? 'in' : 'out';
        })
        .reduce(both);
    }
  }
}

/** Equal is told; nearly equal, by rounding of a scale, is not. */
const isNear = (value: number, bound: number): boolean => value !== bound && Math.abs(value - bound) < NEAR * Math.max(1, Math.abs(bound));

/** Even-odd, and on an edge or corner; exact where coordinates are small whole numbers or halves. */
function inPolygon(vertices: readonly (readonly [number, number])[], [x, y]: readonly [number, number]): Membership {
  let inside = false;
  let near = false;
  for (let i = 0, j = vertices.length - 1; i < vertices.length; j = i++) {
    const [[ax, ay], [bx, by]] = [vertices[i]!, vertices[j]!];
    const isBeside = x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by);
    const cross = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    if (isBeside && cross === 0) return 'in';
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const slack = NEAR * Math.max(1, Math.abs(x), Math.abs(y), Math.abs(ax), Math.abs(bx), Math.abs(ay), Math.abs(by));
    const beyond = Math.hypot(
      Math.max(Math.min(ax, bx) - x, 0, x - Math.max(ax, bx)),
      Math.max(Math.min(ay, by) - y, 0, y - Math.max(ay, by)),
    );
    if (Math.abs(cross) / length < slack && beyond < slack && !isExact(x, y, ax, ay, bx, by)) near = true;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return near ? 'near' : inside ? 'in' : 'out';
}

const isExact = (...values: readonly number[]): boolean => values.every((value) => Number.isInteger(4 * value) && Math.abs(value) < 1e5);

const held = (value: number, { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Bounds): number =>
  Number.isNaN(value) ? value : value < min ? min : value > max ? max : value;

const known = new WeakMap<DocumentModel, Map<string, readonly number[]>>();

function valuesOf(dimension: DimensionModel, document: DocumentModel, file: FileModel): readonly number[] {
  const cache = known.get(document) ?? new Map<string, readonly number[]>();
  known.set(document, cache);
  const key = JSON.stringify(dimension);
  const values = cache.get(key) ?? compute(dimension, document, file);
  cache.set(key, values);
  return values;
}

function compute({ compensation, name, ratio, scale }: DimensionModel, document: DocumentModel, file: FileModel): readonly number[] {
  const linear = name === undefined ? ratioOf(ratio!, compensation, document, file) : compensated(name, compensation, document, file);
  const real = linear.map((value) => (Number.isFinite(value) && Math.abs(value) <= 1e20 ? value : Number.NaN));
  const on = document.scales.find(({ id }) => id === scale);
  if (on === undefined) return real;
  const at = plainScale(on.scale);
  return real.map((value) => (Number.isNaN(value) ? value : held(at(value), on.bounds)));
}

function ratioOf(id: string, compensation: string, document: DocumentModel, file: FileModel): readonly number[] {
  const { numerator, denominator, A, B, C, bounds } = document.ratios.find((one) => one.id === id)!;
  const [above, below] = [numerator, denominator].map((name) => compensated(name, compensation, document, file));
  return above!.map((value, event) => {
    const quotient = (A * (value - B)) / (below![event]! - C);
    return Number.isFinite(quotient) ? held(quotient, bounds) : Number.NaN;
  });
}

function compensated(name: string, compensation: string, document: DocumentModel, file: FileModel): readonly number[] {
  const matrix = document.matrices.find(({ id }) => id === compensation);
  const [names, detectors, solved] =
    compensation === 'FCS'
      ? [file.spill.channels, file.spill.channels, file.spill.solved]
      : [matrix?.fluorochromes ?? [], matrix?.detectors ?? [], matrix?.solved ?? []];
  const place = names.indexOf(name);
  if (place < 0) return linearOf(name, file);
  const columns = detectors.map((detector) => linearOf(detector, file));
  return Array.from({ length: file.eventCount }, (_, event) =>
    solved.reduce((sum, row, i) => (row[place] === 0 ? sum : sum + columns[i]![event]! * row[place]!), 0),
  );
}

/** Scale values (FCS 3.1): amplification, gain, and the step of time. */
function linearOf(name: string, { channels, columns, timeStep }: FileModel): readonly number[] {
  const place = channels.findIndex((channel) => channel.name === name);
  const { gain, decades } = channels[place]!;
  return columns[place]!.map((value) => {
    if (name === 'Time') return value * timeStep;
    return decades > 0 ? 10 ** ((decades / LOG_RANGE) * value) : value / gain;
  });
}

function inverted(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...Array.from({ length: n }, (_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column; row < n; row++) if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const by = rows[column]![column]!;
    rows[column] = rows[column]!.map((value) => value / by);
    for (let row = 0; row < n; row++)
      if (row !== column) rows[row] = rows[row]!.map((value, i) => value - rows[row]![column]! * rows[column]![i]!);
  }
  return rows.map((row) => row.slice(n));
}

export { inverted };
