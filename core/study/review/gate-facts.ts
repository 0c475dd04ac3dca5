import { compileTransform, sideBySide, type Transform } from '../../data/transforms/transforms.ts';
import type { Light } from '../../gating/automatic/kind/step.ts';
import { type Gate, kindOf } from '../../gating/gates/gates.ts';
import type { Point } from '../../gating/gates/kind/geometry.ts';
import { lightOfGate, type PlacedGate } from '../../gating/strategy/population.ts';
import type { UsedChannel } from '../../gating/strategy/used-channels.ts';
import type { PopulationResult } from '../../statistics/population-result.ts';
import type { SampleAnalysis } from '../sample/sample-analysis.ts';

/** Which gate is looked at: by its id in a session, else by the path of the first population that it gives. */
export interface ReviewedGate {
  readonly id?: string | undefined;
  readonly population: string;
}

/** One number that says where a gate stands. */
export interface GatePlace {
  /** Names the same number in every gate of the kind. */
  readonly id: string;
  readonly dimension: string;
  readonly of: 'min' | 'max' | 'divider' | 'low' | 'high' | 'centre';
  /** On its `scale`, that on which samples stand side by side; instruments and full channels have others. */
  readonly position: number;
  /** Undefined where the channel is not known. */
  readonly scale: Transform | undefined;
}

/** A population of the gate: events of it and of its parent. */
interface GateShare {
  readonly path: string;
  readonly name: string;
  readonly count: number;
  readonly parentCount: number;
  readonly percent: number;
}

/** One gate in one sample, as far as it is compared with that of other samples. */
export interface GateFacts {
  /** Path of its first population in this sample, and of what that stands below. */
  readonly population: string;
  readonly parent: string;
  /** Events of both: a judgement holds as long as these are the same. */
  readonly counted: { readonly count: number; readonly parentCount: number };
  readonly placed: PlacedGate;
  readonly light: Light | undefined;
  /** Gates of another frame (kind, dimensions, which ends are open) stand on other numbers: their places are not compared. */
  readonly frame: string;
  readonly places: readonly GatePlace[];
  /** None where a gate is held back or its parent holds no event. */
  readonly shares: readonly GateShare[];
}

/** Undefined where the sample has no such gate. */
export function gateFacts(
  { populations, channels }: Pick<SampleAnalysis, 'populations' | 'channels'>,
  gate: ReviewedGate,
): GateFacts | undefined {
  const members = membersOf(populations, gate);
  const [first] = members;
  if (first?.gate === undefined) return undefined;
  const parent = parentOf(first.path);
  const parentCount = populations.find(({ path }) => path === parent)?.count ?? 0;
  const light = worst(members);
  const { frame, places } = placesOf(first.gate, channels);
  return {
    population: first.path,
    parent,
    counted: { count: first.count, parentCount },
    placed: first.gate,
    light,
    frame,
    places,
    shares: light === 'red' || parentCount === 0 ? [] : members.map((member) => shareOf(member, parentCount)),
  };
}

/** The same sample with its gate elsewhere: where it stands is known, what it gives is not counted yet. */
export const withGate = (facts: GateFacts, gate: Gate, channels: readonly UsedChannel[]): GateFacts => {
  const placed = { ...facts.placed, gate };
  return { ...facts, placed, ...placesOf(placed, channels), shares: [] };
};

/** A gate that samples can be compared at. */
export interface ReviewableGate extends ReviewedGate {
  /** Of its populations. */
  readonly name: string;
  /** It gives the parts of the composition: what is looked at first. */
  readonly isOfComposition: boolean;
}

/** Every gate of an analysis, in the order of its strategy, by its first population. */
export function reviewableGates({ populations }: Pick<SampleAnalysis, 'populations'>): readonly ReviewableGate[] {
  return populations.flatMap((population) => {
    const { gate, path } = population;
    if (gate === undefined || gate.dimensions.length === 0) return [];
    const members = membersOf(populations, { population: path });
    if (members[0] !== population) return [];
    const name = members.map((one) => one.name).join(' / ');
    return [{ id: gate.id, population: path, name, isOfComposition: members.some(({ role }) => role === 'nk') }];
  });
}

/** All populations that one gate gives. */
function membersOf(populations: readonly PopulationResult[], { id, population }: ReviewedGate): readonly PopulationResult[] {
  const found = populations.find(({ gate, path }) => gate !== undefined && (id === undefined ? path === population : gate.id === id));
  if (found?.gate === undefined) return [];
  const same = gateKey(found.gate);
  const parent = parentOf(found.path);
  return populations.filter(({ gate, path }) => gate !== undefined && parentOf(path) === parent && gateKey(gate) === same);
}

const keys = new WeakMap<PlacedGate, string>();

/** The same of all populations of one gate; made once, since each is held against all others. */
function gateKey(placed: PlacedGate): string {
  const known = keys.get(placed) ?? JSON.stringify([placed.id, placed.dimensions, placed.gate]);
  keys.set(placed, known);
  return known;
}
const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

function worst(members: readonly PopulationResult[]): Light | undefined {
  const lights = members.flatMap(({ gate }) => (gate && lightOfGate(gate)) ?? []);
  return (['red', 'amber', 'green'] as const).find((light) => lights.includes(light));
}

const shareOf = ({ path, name, count }: PopulationResult, parentCount: number): GateShare => ({
  path,
  name,
  count,
  parentCount,
  percent: (100 * count) / parentCount,
});

type OnShared = (position: number, dimension: number) => Pick<GatePlace, 'dimension' | 'position' | 'scale'>;

/** Where a gate stands, each dimension on the scale on which samples stand side by side; one whose channel is not known keeps its own. */
function placesOf({ gate, dimensions }: PlacedGate, channels: readonly UsedChannel[]): Pick<GateFacts, 'frame' | 'places'> {
  const maps = dimensions.map((dimension) => sharedScale(channels.find(({ id }) => id === dimension)?.transform));
  const on: OnShared = (position, dimension) => {
    const { scale, map } = maps[dimension] ?? unknownScale;
    return { dimension: dimensions[dimension] ?? '', position: map(position), scale };
  };
  const outline = outlineOf(gate);
  const places = outline === undefined ? boundsOf(gate, on) : spanOf(outline, on);
  const finite = places.filter(({ position }) => Number.isFinite(position));
  return { frame: JSON.stringify([gate.kind, dimensions, finite.map(({ id }) => id)]), places: finite };
}

interface SharedScale {
  readonly scale: Transform | undefined;
  readonly map: (position: number) => number;
}
const unknownScale: SharedScale = { scale: undefined, map: (position) => position };

function sharedScale(own: Transform | undefined): SharedScale {
  if (own === undefined) return unknownScale;
  const scale = sideBySide(own);
  const [from, to] = [compileTransform(own), compileTransform(scale)];
  return { scale, map: from === to ? (position) => position : (position) => to.scale(from.unscale(position)) };
}

/** Of a gate with one closed outline: its corners may be any number of any order, so that what they span stands for them. */
function outlineOf(gate: Gate): readonly Point[] | undefined {
  const kind = kindOf(gate);
  const pieces = kind.pieces?.(gate) ?? [];
  const [piece] = pieces;
  if (pieces.length === 1 && piece !== undefined && 'vertices' in piece) return piece.vertices;
  return kind.populationCount(gate) === 1 ? kind.bentOutline?.(gate) : undefined;
}

function boundsOf(gate: Gate, on: OnShared): readonly GatePlace[] {
  const kind = kindOf(gate);
  const cross = kind.cross?.(gate);
  if (cross !== undefined) {
    const place = (id: string, dimension: 0 | 1, position: number): GatePlace => ({ id, of: 'divider', ...on(position, dimension) });
    return [place('x', 0, cross.x), place('y-left', 1, cross.y[0]), place('y-right', 1, cross.y[1])];
  }
  return (kind.bounds?.of(gate) ?? []).flatMap(({ id, dimension, kind: of, unit, position }): GatePlace[] => {
    if (position === undefined || unit !== undefined) return [];
    return [{ id, of: of === 'min' || of === 'max' || of === 'centre' ? of : 'divider', ...on(position, dimension) }];
  });
}

function spanOf(outline: readonly Point[], on: OnShared): readonly GatePlace[] {
  const corners = outline.map(([x, y]) => [on(x, 0).position, on(y, 1).position] as const);
  const middle = centroidOf(corners);
  return ([0, 1] as const).flatMap((axis): GatePlace[] => {
    const along = corners.map((corner) => corner[axis]);
    const { dimension, scale } = on(0, axis);
    return [
      { id: `${axis}-low`, of: 'low', dimension, scale, position: Math.min(...along) },
      { id: `${axis}-centre`, of: 'centre', dimension, scale, position: middle[axis] },
      { id: `${axis}-high`, of: 'high', dimension, scale, position: Math.max(...along) },
    ];
  });
}

/** Of the area; the mean of the corners where they enclose none. */
function centroidOf(corners: readonly Point[]): Point {
  let [area, x, y] = [0, 0, 0];
  corners.forEach(([x0, y0], i) => {
    const [x1, y1] = corners[(i + 1) % corners.length]!;
    const cross = x0 * y1 - x1 * y0;
    area += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  });
  if (Math.abs(area) > 1e-12) return [x / (3 * area), y / (3 * area)];
  const mean = (axis: 0 | 1): number => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
  return [mean(0), mean(1)];
}
